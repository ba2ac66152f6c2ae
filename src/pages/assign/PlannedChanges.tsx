import { t } from '@lingui/core/macro';
import CloseIcon from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { ActionLabel } from '@/components/change/ActionLabel';
import { LicenseName } from '@/components/change/LicenseName';
import { reasonText } from '@/components/change/reasonText';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';
import { type Change, pairKey } from '@/model/plan';

interface ColumnsOptions {
  graph: DefinitionGraph;
  nameOf: (userId: string) => string;
  onLeaveOut: (change: Change) => void;
}

interface PlannedChangesProps extends ColumnsOptions {
  changes: readonly Change[];
}

/** Exactly the pairs that will change, one a row. */
export function PlannedChanges({ changes, graph, nameOf, onLeaveOut }: PlannedChangesProps) {
  useLanguage();
  const columns = columnsOf({ graph, nameOf, onLeaveOut });
  return <LongTable label={t`Planned changes`} columns={columns} rows={changes} rowKey={pairKey} />;
}

function columnsOf({ graph, nameOf, onLeaveOut }: ColumnsOptions): Column<Change>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '25%',
      cell: ({ userId }) => <span dir="auto">{nameOf(userId)}</span>,
    },
    {
      id: 'action',
      header: t`Change`,
      width: '7rem',
      cell: ({ action }) => <ActionLabel action={action} />,
    },
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseName licenseId={licenseId} graph={graph} />,
    },
    {
      id: 'reason',
      header: t`Why`,
      width: '20%',
      cell: ({ reason }) => reasonText(reason, nameOf),
    },
    {
      id: 'leaveOut',
      header: t`Leave out`,
      width: '6.5rem',
      cell: (change) => (
        <Tooltip title={t`Leave out`}>
          <IconButton
            size="small"
            aria-label={leaveOutText(change, nameOf(change.userId))}
            onClick={() => onLeaveOut(change)}
          >
            <CloseIcon fontSize="inherit" />
          </IconButton>
        </Tooltip>
      ),
    },
  ];
}

function leaveOutText({ action, licenseId }: Change, user: string): string {
  return action === 'add'
    ? t`Leave out: add ${licenseId}, ${user}`
    : t`Leave out: remove ${licenseId}, ${user}`;
}
