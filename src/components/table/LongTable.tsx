import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { BodyCell, HeaderCell } from './cells';
import { stackedWhenNarrow } from './stacked';
import type { Column } from './types';

interface LongTableProps<Row> {
  /** The table's accessible name. */
  label: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** Up to so many rows all of them are there; more are drawn as they come into view. */
const DRAWN_WHOLE = 100;
const ROW_HEIGHT = 37;

/** A real table of any length, in a frame that scrolls by itself. */
export function LongTable<Row>({ label, columns, rows, rowKey }: LongTableProps<Row>) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const isWhole = rows.length <= DRAWN_WHOLE;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: !isWhole,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (position) => {
      const row = rows[position];
      return row === undefined ? position : rowKey(row);
    },
    overscan: 10,
  });
  const drawn = virtualizer.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const positions = isWhole ? rows.keys() : drawn.map((item) => item.index);

  return (
    <Box
      ref={frame}
      // A frame that scrolls must be reachable by keyboard, or its end is not.
      tabIndex={0}
      role="region"
      aria-label={t`${label}, scrollable`}
      sx={[
        { overflow: 'auto', maxHeight: isWhole ? undefined : '65vh' },
        ...(Array.isArray(stackedWhenNarrow) ? stackedWhenNarrow : [stackedWhenNarrow]),
      ]}
    >
      {/* Explicit roles: a browser forgets that this is a table when CSS lays it out as cards. */}
      <Table
        size="small"
        stickyHeader
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        sx={{ tableLayout: { sm: 'fixed' } }}
      >
        <TableHead role="rowgroup">
          <TableRow role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={undefined} onSort={undefined} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup">
          <Spacer height={isWhole ? 0 : above} columns={columns.length} />
          {Array.from(positions, (position) => {
            const row = rows[position];
            return (
              row !== undefined && (
                <TableRow
                  key={rowKey(row)}
                  role="row"
                  hover
                  aria-rowindex={position + 2}
                  data-index={position}
                  ref={isWhole ? null : virtualizer.measureElement}
                >
                  {columns.map((column, place) => (
                    <BodyCell key={column.id} column={column} row={row} isFirst={place === 0} />
                  ))}
                </TableRow>
              )
            );
          })}
          <Spacer height={isWhole ? 0 : below} columns={columns.length} />
        </TableBody>
      </Table>
    </Box>
  );
}

/** Stands for the rows that are not drawn, so that the scroll bar tells the truth. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height, border: 0 }}>
      <td colSpan={columns} style={{ padding: 0, border: 0 }} />
    </tr>
  );
}
