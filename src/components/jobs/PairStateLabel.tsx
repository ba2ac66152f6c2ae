import Chip, { type ChipProps } from '@mui/material/Chip';
import type { PairState } from '@/jobs/job';

/** The words for each state of a pair, the same everywhere. */
export const STATE_WORDS: Readonly<Record<PairState, string>> = {
  planned: 'Waiting',
  sent: 'Sent',
  done: 'Done',
  alreadySo: 'Already so',
  failed: 'Failed',
  unconfirmed: 'Unconfirmed',
  notSent: 'Not sent',
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
  return <Chip size="small" variant="outlined" color={COLORS[state]} label={STATE_WORDS[state]} />;
}
