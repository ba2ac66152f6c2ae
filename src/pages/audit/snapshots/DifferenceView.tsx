import { useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import type { Owner } from '@/components/audit/useOwner';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import type { SnapshotInfo } from '@/model/snapshot';
import { DifferenceTables } from './DifferenceTables';
import { NOW, useDifference, useMoment } from './moments';

interface DifferenceViewProps {
  owner: Owner;
  /** Undefined while they are looked up. */
  snapshots: readonly SnapshotInfo[] | undefined;
  from: string;
  to: string;
}

/** What changed from one moment to another. */
export function DifferenceView({ owner, snapshots, from, to }: DifferenceViewProps) {
  const { t } = useLingui();
  const before = useMoment(from, owner.key, snapshots);
  const after = useMoment(to, owner.key, snapshots);
  const difference = useDifference(before, after);
  for (const moment of [before, after]) {
    if (moment.kind === 'unknown') return <Alert severity="warning">{moment.why}</Alert>;
  }
  if (difference.isError) {
    return (
      <ErrorNotice
        title={t`The difference could not be worked out`}
        error={difference.error}
        onRetry={() => void difference.refetch()}
      />
    );
  }
  if (before.kind !== 'known' || after.kind !== 'known' || !difference.data) {
    return <Muted>{t`The difference is shown when both moments are read.`}</Muted>;
  }
  return (
    <DifferenceTables
      owner={owner}
      before={before}
      after={after}
      difference={difference.data}
      canRestore={from !== NOW}
    />
  );
}
