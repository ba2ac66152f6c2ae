import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import type { Column } from '@/components/table/types';
import type { SnapshotInfo } from '@/model/snapshot';
import { NOW } from './moments';
import type { SnapshotActions } from './useSnapshotActions';

export function snapshotColumns(
  actions: SnapshotActions,
  onRename: (snapshot: SnapshotInfo) => void,
): Column<SnapshotInfo>[] {
  return [
    { id: 'name', header: 'Name', width: '24%', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      id: 'takenAt',
      header: 'Read at',
      cell: ({ takenAt }) => new Date(takenAt).toLocaleString(),
    },
    {
      id: 'users',
      header: 'Holders',
      isNumeric: true,
      cell: ({ userCount }) => userCount.toLocaleString(),
    },
    {
      id: 'assignments',
      header: 'Assignments',
      isNumeric: true,
      cell: ({ assignmentCount }) => assignmentCount.toLocaleString(),
    },
    {
      id: 'actions',
      header: 'Actions',
      cell: (snapshot) => (
        <SnapshotButtons
          snapshot={snapshot}
          actions={actions}
          onRename={() => onRename(snapshot)}
        />
      ),
    },
  ];
}

interface SnapshotButtonsProps {
  snapshot: SnapshotInfo;
  actions: SnapshotActions;
  onRename: () => void;
}

function SnapshotButtons({ snapshot, actions, onRename }: SnapshotButtonsProps) {
  const { id, name } = snapshot;
  const compare = new URLSearchParams({ tab: 'snapshots', from: id, to: NOW });
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
      <Button
        size="small"
        component={RouterLink}
        to={`?${compare}`}
        aria-label={`Compare “${name}” with now`}
      >
        Compare with now
      </Button>
      <Button size="small" aria-label={`Rename “${name}”`} onClick={onRename}>
        Rename
      </Button>
      <Button
        size="small"
        aria-label={`Export “${name}”`}
        onClick={() => void actions.exportFile(snapshot)}
      >
        Export
      </Button>
      <Button
        size="small"
        color="error"
        aria-label={`Delete “${name}”`}
        onClick={() => void actions.remove(snapshot)}
      >
        Delete
      </Button>
    </Stack>
  );
}
