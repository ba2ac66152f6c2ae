import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { FileChanges } from '@/model/changeFile';
import type { ColumnRole } from '@/model/changeFileColumns';
import type { FileRow, FileTable } from '@/model/changeFileTable';
import type { Change } from '@/model/plan';
import { FileText, LineNumber } from './fileCells';

interface FilePreviewProps {
  table: FileTable;
  changes: FileChanges;
  nameOf: (userId: string) => string;
}

const ROWS = 5;
/** A wide file is shown by the columns that are used, and as many others as have room. */
const MOST_COLUMNS = 6;

/** The first rows as they stand in the file, and what becomes of each. */
export function FilePreview({ table, changes, nameOf }: FilePreviewProps) {
  const rows = table.rows.slice(0, ROWS);
  useLanguage();
  const columns = columnsOf(table, changes, nameOf);
  if (rows.length === 0) return null;
  return (
    <Box>
      <Typography component="h3" variant="subtitle2" sx={{ fontWeight: 600, mb: 0.5 }}>
        <Trans>First rows</Trans>
      </Typography>
      <DataTable
        label={t`First rows of the file`}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => String(line)}
      />
    </Box>
  );
}

function columnsOf(
  table: FileTable,
  changes: FileChanges,
  nameOf: (userId: string) => string,
): Column<FileRow>[] {
  const byLine = outcomes(changes, table.rows.slice(0, ROWS));
  return [
    { id: 'line', header: t`Line`, cell: ({ line }) => <LineNumber line={line} /> },
    ...shownColumns(changes).map(
      (place): Column<FileRow> => ({
        id: String(place),
        header: headerOf(changes, place),
        minWidth: changes.columns.columns[place]?.role === undefined ? '6rem' : '9rem',
        cell: ({ cells }) => <FileText text={cells[place]} />,
      }),
    ),
    {
      id: 'outcome',
      header: t`Read as`,
      minWidth: '10rem',
      cell: ({ line }) => <Outcome outcome={byLine.get(line)} changes={changes} nameOf={nameOf} />,
    },
  ];
}

const ROLES: Readonly<Record<ColumnRole, MessageDescriptor>> = {
  user: msg`user`,
  license: msg`license`,
  action: msg`action`,
};

function headerOf({ columns }: FileChanges, place: number): string {
  const { header = '', role } = columns.columns[place] ?? {};
  if (header.toLowerCase() === role) return header;
  const title = header || t`No header`;
  return `${title} (${role ? t(ROLES[role]) : t`not used`})`;
}

function shownColumns({ columns }: FileChanges): number[] {
  const places = [...columns.columns.keys()];
  const used = places.filter((place) => columns.columns[place]?.role !== undefined);
  const others = places.filter((place) => columns.columns[place]?.role === undefined);
  return [...used, ...others.slice(0, Math.max(0, MOST_COLUMNS - used.length))].sort(
    (a, b) => a - b,
  );
}

type RowOutcome = Change | 'error';

function outcomes(
  { changes, errors }: FileChanges,
  rows: readonly FileRow[],
): ReadonlyMap<number, RowOutcome | undefined> {
  const byLine = new Map<number, RowOutcome | undefined>(rows.map(({ line }) => [line, undefined]));
  for (const change of changes) {
    const { reason } = change;
    if (reason.kind === 'file' && byLine.has(reason.line)) byLine.set(reason.line, change);
  }
  for (const { line } of errors) if (byLine.has(line)) byLine.set(line, 'error');
  return byLine;
}

interface OutcomeProps {
  outcome: RowOutcome | undefined;
  changes: FileChanges;
  nameOf: (userId: string) => string;
}

function Outcome({ outcome, changes, nameOf }: OutcomeProps) {
  if (outcome === 'error') {
    return (
      <Box component="span" sx={{ color: 'error.main' }}>
        <Trans>Error, left out</Trans>
      </Box>
    );
  }
  if (!outcome) return changes.undecided > 0 ? t`Not read` : t`Repeats an earlier line`;
  const { licenseId } = outcome;
  const name = nameOf(outcome.userId);
  return outcome.action === 'add' ? (
    <Trans>
      Add {licenseId}, <span dir="auto">{name}</span>
    </Trans>
  ) : (
    <Trans>
      Remove {licenseId}, <span dir="auto">{name}</span>
    </Trans>
  );
}
