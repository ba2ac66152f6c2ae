import CloseIcon from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useMemo } from 'react';
import { ActionLabel } from '@/components/change/ActionLabel';
import { LicenseName } from '@/components/change/LicenseName';
import { reasonText } from '@/components/change/reasonText';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
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
  const columns = useMemo(
    () => columnsOf({ graph, nameOf, onLeaveOut }),
    [graph, nameOf, onLeaveOut],
  );
  return <LongTable label="Planned changes" columns={columns} rows={changes} rowKey={pairKey} />;
}

function columnsOf({ graph, nameOf, onLeaveOut }: ColumnsOptions): Column<Change>[] {
  return [
    {
      id: 'user',
      header: 'User',
      width: '25%',
      cell: ({ userId }) => <span dir="auto">{nameOf(userId)}</span>,
    },
    {
      id: 'action',
      header: 'Change',
      width: '7rem',
      cell: ({ action }) => <ActionLabel action={action} />,
    },
    {
      id: 'license',
      header: 'License',
      cell: ({ licenseId }) => <LicenseName licenseId={licenseId} graph={graph} />,
    },
    { id: 'reason', header: 'Why', width: '20%', cell: ({ reason }) => reasonText(reason, nameOf) },
    {
      id: 'leaveOut',
      header: 'Leave out',
      width: '6.5rem',
      cell: (change) => (
        <Tooltip title="Leave out">
          <IconButton
            size="small"
            aria-label={`Leave out: ${change.action} ${change.licenseId}, ${nameOf(change.userId)}`}
            onClick={() => onLeaveOut(change)}
          >
            <CloseIcon fontSize="inherit" />
          </IconButton>
        </Tooltip>
      ),
    },
  ];
}
