import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import type { FileChanges } from '@/model/changeFile';
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
  const columns = useMemo(() => columnsOf(table, changes, nameOf), [table, changes, nameOf]);
  if (rows.length === 0) return null;
  return (
    <Box>
      <Typography component="h3" variant="subtitle2" sx={{ fontWeight: 600, mb: 0.5 }}>
        First rows
      </Typography>
      <DataTable
        label="First rows of the file"
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
    { id: 'line', header: 'Line', cell: ({ line }) => <LineNumber line={line} /> },
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
      header: 'Read as',
      minWidth: '10rem',
      cell: ({ line }) => <Outcome outcome={byLine.get(line)} changes={changes} nameOf={nameOf} />,
    },
  ];
}

function headerOf({ columns }: FileChanges, place: number): string {
  const { header = '', role } = columns.columns[place] ?? {};
  if (header.toLowerCase() === role) return header;
  return `${header || 'No header'} (${role ?? 'not used'})`;
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
        Error, left out
      </Box>
    );
  }
  if (!outcome) return changes.undecided > 0 ? 'Not read' : 'Repeats an earlier line';
  return (
    <>
      {outcome.action === 'add' ? 'Add' : 'Remove'} {outcome.licenseId},{' '}
      <span dir="auto">{nameOf(outcome.userId)}</span>
    </>
  );
}
