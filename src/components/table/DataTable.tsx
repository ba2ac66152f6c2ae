import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useMemo, useState } from 'react';
import { formatNumber } from '@/i18n/formats';
import { BodyCell, HeaderCell, SkeletonRows } from './cells';
import { stackedWhenNarrow } from './stacked';
import type { Column, Sort } from './types';

interface DataTableProps<Row> {
  /** The table's accessible name. */
  label: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  /** Without it the headers are no buttons. */
  onSort?: ((sort: Sort) => void) | undefined;
  /** Shows placeholders of as many rows while nothing is there yet. */
  loadingRows?: number | undefined;
  /** Rows beyond this are shown on demand. */
  limit?: number | undefined;
}

/** A real table that sorts, keeps long lists short, and turns each row into a card where the window is narrow. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  loadingRows = 0,
  limit = Number.POSITIVE_INFINITY,
}: DataTableProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const all = formatNumber(sorted.length);
  const shown = isWhole ? sorted : sorted.slice(0, limit);
  const isLoading = rows.length === 0 && loadingRows > 0;

  return (
    <div>
      <TableContainer sx={stackedWhenNarrow}>
        {/* Explicit roles: a browser forgets that this is a table when CSS lays it out as cards. */}
        <Table size="small" aria-label={label} aria-busy={isLoading || undefined} role="table">
          <TableHead role="rowgroup">
            <TableRow role="row">
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </TableRow>
          </TableHead>
          <TableBody role="rowgroup">
            {isLoading && <SkeletonRows rows={loadingRows} columns={columns.length} />}
            {shown.map((row) => (
              <TableRow key={rowKey(row)} role="row" hover>
                {columns.map((column, position) => (
                  <BodyCell key={column.id} column={column} row={row} isFirst={position === 0} />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {sorted.length > limit && (
        <Button size="small" onClick={() => setWhole(!isWhole)} sx={{ mt: 0.5 }}>
          {isWhole ? <Trans>Show the first {limit}</Trans> : <Trans>Show all {all}</Trans>}
        </Button>
      )}
    </div>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const compare = columns.find((column) => column.id === sort?.columnId)?.compare;
  if (!compare) return rows;
  const sorted = rows.toSorted(compare);
  return sort?.descending ? sorted.toReversed() : sorted;
}
