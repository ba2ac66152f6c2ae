import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DataTable } from '@/components/table/DataTable';
import type { SnapshotInfo } from '@/model/snapshot';
import { RenameDialog } from './RenameDialog';
import { snapshotColumns } from './snapshotColumns';
import type { SnapshotActions } from './useSnapshotActions';

interface SnapshotListProps {
  snapshots: readonly SnapshotInfo[];
  actions: SnapshotActions;
}

export function SnapshotList({ snapshots, actions }: SnapshotListProps) {
  const { t } = useLingui();
  const [renaming, setRenaming] = useState<SnapshotInfo>();
  return (
    <>
      <DataTable
        label={t`Snapshots`}
        columns={snapshotColumns(actions, setRenaming)}
        rows={snapshots}
        rowKey={({ id }) => id}
      />
      {renaming && (
        <RenameDialog
          name={renaming.name}
          onRename={(name) => void actions.rename(renaming, name)}
          onClose={() => setRenaming(undefined)}
        />
      )}
    </>
  );
}
