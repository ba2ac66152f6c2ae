import { t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import type { Column } from '@/components/table/types';
import { formatDateTime, formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { SnapshotInfo } from '@/model/snapshot';
import { NOW } from './moments';
import type { SnapshotActions } from './useSnapshotActions';

export function snapshotColumns(
  actions: SnapshotActions,
  onRename: (snapshot: SnapshotInfo) => void,
): Column<SnapshotInfo>[] {
  return [
    { id: 'name', header: t`Name`, width: '24%', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      id: 'takenAt',
      header: t`Read at`,
      cell: ({ takenAt }) => formatDateTime(takenAt),
    },
    {
      id: 'users',
      header: t`Holders`,
      isNumeric: true,
      cell: ({ userCount }) => formatNumber(userCount),
    },
    {
      id: 'assignments',
      header: t`Assignments`,
      isNumeric: true,
      cell: ({ assignmentCount }) => formatNumber(assignmentCount),
    },
    {
      id: 'actions',
      header: t`Actions`,
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
  useLanguage();
  const { id, name } = snapshot;
  const compare = new URLSearchParams({ tab: 'snapshots', from: id, to: NOW });
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
      <Button
        size="small"
        component={RouterLink}
        to={`?${compare}`}
        aria-label={t`Compare “${name}” with now`}
      >
        {t`Compare with now`}
      </Button>
      <Button size="small" aria-label={t`Rename “${name}”`} onClick={onRename}>
        {t`Rename`}
      </Button>
      <Button
        size="small"
        aria-label={t`Export “${name}”`}
        onClick={() => void actions.exportFile(snapshot)}
      >
        {t`Export`}
      </Button>
      <Button
        size="small"
        color="error"
        aria-label={t`Delete “${name}”`}
        onClick={() => void actions.remove(snapshot)}
      >
        {t`Delete`}
      </Button>
    </Stack>
  );
}
