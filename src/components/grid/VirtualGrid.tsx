import {
  type ComponentType,
  type CSSProperties,
  type FocusEvent,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { cellOf, focusCell } from './cells';
import { GridLooks } from './GridLooks';
import type { GridRow, GridRowProps } from './gridRow';
import { type Cell, HEADER_ROW, isSameCell, within } from './navigation';
import type { Slot } from './slots';
import { useColumnMark } from './useColumnMark';
import { type GridCommands, useGridInput } from './useGridInput';
import { type GridMemory, useGridMemory } from './useGridMemory';
import { useGridRows } from './useGridRows';
import { type GridSizes, useGridWindow } from './useGridWindow';
import { useReadingOrder } from './useReadingOrder';
import { type GridList, useStayInPlace } from './useStayInPlace';

export type GridHeaderProps<Data> = Pick<GridRowProps<Data>, 'columns' | 'focusColumn' | 'data'>;

interface VirtualGridProps<Data> extends Omit<GridSizes, 'rowCount'> {
  label: string;
  list: GridList;
  /** Handed to rows and header. */
  data: Data;
  Header: ComponentType<GridHeaderProps<Data>>;
  createRow: () => GridRow<Data>;
  /** Calls back when marks on rows have changed; see `GridRow`. Returns how to stop that. */
  subscribeToMarks: (redraw: () => void) => () => void;
  commands: GridCommands;
  memory: GridMemory;
}

/** A grid of any size that keeps in the document what is on the screen, and the cell with the focus. */
export function VirtualGrid<Data>(props: VirtualGridProps<Data>) {
  const { label, list, data, Header, createRow, subscribeToMarks, commands, memory, ...given } =
    props;
  const rowCount = list.rows.length;
  const columnCount = given.pinnedWidths.length + given.columnCount;
  const sizes = { ...given, rowCount };

  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<Cell>(
    () => memory.recall(list)?.cell ?? { row: 0, column: 0 },
  );
  const active = within(wanted, { rows: rowCount, columns: columnCount });
  const grid = useGridWindow({ scroller, viewport, body }, sizes, active);
  const gridId = useId();
  const idOf = useCallback((slot: Slot) => `${gridId}-${slot.key}`, [gridId]);
  useGridRows(body, {
    slots: grid.rows,
    createRow,
    idOf,
    rowHeight: given.rowHeight,
    columns: grid.columns,
    data,
    subscribeToMarks,
    active,
  });
  useReadingOrder(body, grid.rows, idOf);
  useStayInPlace({ scroller, list, rowHeight: given.rowHeight, active, setActive, grid });
  useGridMemory(memory, scroller, { list, active, follow: grid.follow });

  const mark = useRef<HTMLDivElement>(null);
  const markColumn = useColumnMark(mark, given);

  const input = useGridInput({
    shape: { rows: rowCount, columns: columnCount, page: grid.rowsOnPage },
    commands,
    goTo(cell) {
      flushSync(() => {
        setActive(cell);
        grid.reveal(cell);
      });
      focusCell(scroller.current, cell);
    },
  });

  function handleFocus(event: FocusEvent<HTMLElement>): void {
    const cell = cellOf(event.target);
    markColumn(cell?.column);
    if (cell && !isSameCell(cell, active)) setActive(cell);
  }

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount}
      aria-multiselectable
      // In the frame that shows the scroller in its new place, not one later.
      onScroll={() => flushSync(grid.follow)}
      onFocus={handleFocus}
      onBlur={() => markColumn(undefined)}
      onPointerOver={(event) => markColumn(cellOf(event.target)?.column)}
      onPointerLeave={() => markColumn(undefined)}
      {...input}
      style={cssSizes(sizes, grid.pinnedWidth)}
    >
      <GridLooks />
      <div
        className="grid-extent"
        role="presentation"
        style={{
          height: given.headerHeight + rowCount * given.rowHeight,
          width: grid.pinnedWidth + given.columnCount * given.columnWidth,
        }}
      >
        <div
          className="grid-viewport"
          role="presentation"
          ref={viewport}
          style={{ width: grid.width, height: grid.height }}
        >
          <div className="grid-header" role="rowgroup">
            <Header
              columns={grid.columns}
              focusColumn={active.row === HEADER_ROW ? active.column : undefined}
              data={data}
            />
          </div>
          <div className="grid-scrolled grid-mark-layer" role="presentation">
            <div className="grid-cell grid-mark" ref={mark} hidden />
          </div>
          <div className="grid-body" role="presentation">
            <div className="grid-rows" role="rowgroup" ref={body} />
          </div>
        </div>
      </div>
    </div>
  );
}

function cssSizes(sizes: GridSizes, pinnedWidth: number): CSSProperties {
  const properties: Record<`--grid-${string}`, string> = {
    '--grid-row-height': `${sizes.rowHeight}px`,
    '--grid-header-height': `${sizes.headerHeight}px`,
    '--grid-column-width': `${sizes.columnWidth}px`,
    '--grid-pinned-width': `${pinnedWidth}px`,
  };
  return properties;
}
