import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Cell } from './navigation';
import { leftFor, scrollBox, scrolledAlong } from './scrollBox';
import { type Slot, Slots } from './slots';

export interface GridSizes {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** Columns beside the pinned ones, all of one width. */
  readonly columnCount: number;
  readonly columnWidth: number;
  readonly pinnedWidths: readonly number[];
}

/** The box that scrolls, the one in its corner in which everything is drawn, and in that the one with the rows. */
export interface GridBoxes {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
}

export interface GridWindow {
  readonly width: number;
  readonly height: number;
  readonly pinnedWidth: number;
  readonly rowsOnPage: number;
  readonly rows: readonly Slot[];
  /** The columns to draw, in order. */
  readonly columns: readonly number[];
  /** Moves what is shown to where the scroller is, and draws what has come into view. */
  readonly follow: () => void;
  /** Scrolls as little as it takes to have the whole cell in view. */
  readonly reveal: (cell: Cell) => void;
  /** The row at one position is now at another. */
  readonly moveRow: (from: number, to: number) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Which rows and columns are on the screen. Rows and columns have one size each, so this is division; nothing is kept
 * per row, and 200,000 rows cost what 20 do.
 *
 * The scroller holds an element as large as the whole table, and in it a viewport that sticks to the scroller's corner.
 * What the viewport shows is moved by script, in the same frame as it is filled: however fast someone scrolls, no blank
 * stretch is ever seen, and header and pinned columns stay in place without being sticky themselves.
 */
export function useGridWindow(boxes: GridBoxes, sizes: GridSizes, active: Cell): GridWindow {
  const { scroller, viewport, body } = boxes;
  const { rowCount, rowHeight, columnCount, columnWidth, pinnedWidths } = sizes;
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [origin, setOrigin] = useState({ row: 0, column: 0 });
  const [slots] = useState(() => new Slots());
  useElementSize(scroller, setSize);

  const pinnedWidth = pinnedWidthIn(size.width, pinnedWidths);
  const bodyWidth = Math.max(0, size.width - pinnedWidth);
  const bodyHeight = Math.max(0, size.height - sizes.headerHeight);
  const rows = windowOf(origin.row, bodyHeight, rowHeight, rowCount);
  const columns = windowOf(origin.column, bodyWidth, columnWidth, columnCount);

  function follow(): void {
    if (!scroller.current || !viewport.current || !body.current) return;
    const { scrollTop, scrollLeft } = scroller.current;
    setProperty(body.current.style, 'transform', `translateY(${-Math.round(scrollTop)}px)`);
    setProperty(viewport.current.style, '--grid-scroll-left', `${-Math.round(scrollLeft)}px`);
    const row = Math.floor(scrollTop / rowHeight);
    const column = Math.floor(scrolledAlong(scroller.current) / columnWidth);
    setOrigin((now) => (now.row === row && now.column === column ? now : { row, column }));
  }

  function reveal(cell: Cell): void {
    const box = scroller.current;
    if (!box) return;
    const column = cell.column - pinnedWidths.length;
    const top = box.scrollTop;
    const along = scrolledAlong(box);
    scrollBox(box, {
      top: cell.row < 0 ? top : offsetToShow(cell.row, top, rowHeight, bodyHeight),
      left: leftFor(box, column < 0 ? along : offsetToShow(column, along, columnWidth, bodyWidth)),
    });
    follow();
  }

  return {
    ...size,
    pinnedWidth,
    rowsOnPage: Math.max(1, Math.floor(bodyHeight / rowHeight)),
    rows: slots.show(rows.first, rows.end, active.row < 0 ? undefined : active.row),
    columns: useColumns(columns, active.column - pinnedWidths.length, columnCount),
    follow,
    reveal,
    moveRow: (from, to) => slots.move(from, to),
  };
}

/** The columns of the window in order, and the one with the focus wherever it is. */
function useColumns({ first, end }: Range, kept: number, count: number): readonly number[] {
  return useMemo(() => {
    const columns = Array.from({ length: end - first }, (_, i) => first + i);
    if (kept >= 0 && kept < first) columns.unshift(kept);
    if (kept >= end && kept < count) columns.push(kept);
    return columns;
  }, [first, end, kept, count]);
}

function useElementSize(
  element: RefObject<HTMLElement | null>,
  onSize: (size: Size) => void,
): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => onSize({ width: current.clientWidth, height: current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, onSize]);
}

interface Range {
  readonly first: number;
  readonly end: number;
}

/** One item more than fits, since the first and the last may be cut; always as many, so that slots suffice. */
function windowOf(origin: number, length: number, itemSize: number, count: number): Range {
  if (length === 0) return { first: 0, end: 0 };
  const size = Math.min(count, Math.ceil(length / itemSize) + 1);
  const first = Math.max(0, Math.min(origin, count - size));
  return { first, end: first + size };
}

/** The last pinned column gives way, so that at least half of a narrow screen is left for what scrolls. */
function pinnedWidthIn(width: number, widths: readonly number[]): number {
  const wanted = widths.reduce((sum, width) => sum + width, 0);
  return width === 0 ? wanted : Math.min(wanted, Math.floor(width / 2));
}

function offsetToShow(item: number, offset: number, itemSize: number, length: number): number {
  const start = item * itemSize;
  const end = start + itemSize;
  if (start < offset) return start;
  return end > offset + length ? end - length : offset;
}

/** A property that is inherited costs a new style of everything below: not to be set to what it is already. */
function setProperty(style: CSSStyleDeclaration, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}
