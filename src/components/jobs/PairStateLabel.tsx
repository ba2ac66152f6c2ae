import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Chip, { type ChipProps } from '@mui/material/Chip';
import type { PairState } from '@/jobs/job';

/** The words for each state of a pair, the same everywhere. */
export const STATE_WORDS: Readonly<Record<PairState, MessageDescriptor>> = {
  planned: msg`Waiting`,
  sent: msg`Sent`,
  done: msg`Done`,
  alreadySo: msg`Already so`,
  failed: msg`Failed`,
  unconfirmed: msg`Unconfirmed`,
  notSent: msg`Not sent`,
};

const COLORS: Readonly<Record<PairState, ChipProps['color']>> = {
  planned: 'default',
  sent: 'info',
  done: 'success',
  alreadySo: 'default',
  failed: 'error',
  unconfirmed: 'warning',
  notSent: 'warning',
};

export function PairStateLabel({ state }: { state: PairState }) {
  const { t } = useLingui();
  return (
    <Chip size="small" variant="outlined" color={COLORS[state]} label={t(STATE_WORDS[state])} />
  );
}
