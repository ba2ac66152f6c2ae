import Skeleton from '@mui/material/Skeleton';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import type { Column, Sort } from './types';

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const isSorted = sort?.columnId === column.id;
  const direction = isSorted && sort.descending ? 'desc' : 'asc';
  const canSort = onSort !== undefined && column.compare !== undefined;
  return (
    <TableCell
      role="columnheader"
      scope="col"
      align={column.isNumeric ? 'right' : 'left'}
      sortDirection={isSorted ? direction : false}
      data-sortable={canSort || undefined}
      sx={{ width: column.width, minWidth: column.minWidth }}
    >
      {canSort ? (
        <TableSortLabel
          active={isSorted}
          direction={direction}
          onClick={() =>
            onSort({ columnId: column.id, descending: isSorted ? !sort.descending : false })
          }
        >
          {column.header}
        </TableSortLabel>
      ) : (
        column.header
      )}
    </TableCell>
  );
}

interface BodyCellProps<Row> {
  column: Column<Row>;
  row: Row;
  isFirst: boolean;
}

export function BodyCell<Row>({ column, row, isFirst }: BodyCellProps<Row>) {
  return (
    <TableCell
      {...(isFirst
        ? ({ component: 'th', scope: 'row', role: 'rowheader' } as const)
        : ({ role: 'cell', 'data-label': column.header } as const))}
      align={column.isNumeric ? 'right' : 'left'}
    >
      {/* One box, so that the card can put it beside its label whatever it holds. */}
      <div>{column.cell(row)}</div>
    </TableCell>
  );
}

/** Rows of the height that real ones will have, so that nothing jumps when they arrive. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <TableRow key={row} role="row">
      {Array.from({ length: columns }, (_, column) => (
        <TableCell key={column} role="cell">
          <Skeleton variant="text" />
        </TableCell>
      ))}
    </TableRow>
  ));
}
