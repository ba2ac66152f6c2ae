import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { ActionLabel } from '@/components/change/ActionLabel';
import { doubtText } from '@/components/jobs/jobWords';
import { Section } from '@/components/section/Section';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { JobPair } from '@/jobs/job';
import { type Pair, pairKey } from '@/model/plan';

interface DoubtfulPairsProps {
  pairs: readonly Readonly<JobPair>[];
  /** Keys of the pairs that are left out of the plan. */
  excluded: ReadonlySet<string>;
  onToggle: (pair: Pair) => void;
}

/** What is as a job wished, without it being sure that the job changed it: undone only where the administrator says so. */
export function DoubtfulPairs({ pairs, excluded, onToggle }: DoubtfulPairsProps) {
  useLanguage();
  return (
    <Section title={t`Not sure that this job changed it`}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        <Trans>
          Somebody else may have made these changes, so they stay as they are. Tick those that are
          to be undone too.
        </Trans>
      </Typography>
      <LongTable
        label={t`Not sure that this job changed it`}
        columns={columnsOf({ excluded, onToggle })}
        rows={pairs}
        rowKey={pairKey}
      />
    </Section>
  );
}

function columnsOf({
  excluded,
  onToggle,
}: Omit<DoubtfulPairsProps, 'pairs'>): Column<Readonly<JobPair>>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '25%',
      cell: ({ userName }) => <span dir="auto">{userName}</span>,
    },
    {
      id: 'action',
      header: t`Change`,
      width: '7rem',
      cell: ({ action }) => <ActionLabel action={action} />,
    },
    { id: 'license', header: t`License`, cell: ({ licenseId }) => licenseId },
    {
      id: 'doubt',
      header: t`Why it is not sure`,
      width: '35%',
      cell: ({ doubt }) => doubt && doubtText(doubt),
    },
    {
      id: 'undo',
      header: t`Undo it too`,
      width: '7rem',
      cell: (pair) => (
        <Checkbox
          size="small"
          checked={!excluded.has(pairKey(pair))}
          onChange={() => onToggle(pair)}
          slotProps={{ input: { 'aria-label': undoText(pair) } }}
        />
      ),
    },
  ];
}

function undoText({ userName, licenseId }: JobPair): string {
  return t`Undo it too: ${licenseId}, ${userName}`;
}
