import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { RowList } from '@/model/rowList';
import type { Cell } from './navigation';
import { scrollBox } from './scrollBox';
import type { GridWindow } from './useGridWindow';

export interface GridList {
  /** What each row shows, in order. */
  readonly rows: RowList;
  /** What the numbers in `rows` are numbers of: from another source they mean other things. */
  readonly source: object;
  /** Another key means another list, which is shown from its beginning. */
  readonly listKey: string;
}

interface Options {
  scroller: RefObject<HTMLElement | null>;
  list: GridList;
  rowHeight: number;
  active: Cell;
  setActive: (cell: Cell) => void;
  grid: GridWindow;
}

/**
 * When rows come in while someone reads, what they read stays where it is, and the focus stays on its row. Another list
 * (a new filter, a new order) is shown from its beginning.
 */
export function useStayInPlace(options: Options): void {
  const { scroller, list, rowHeight, active, setActive, grid } = options;
  const shown = useRef(list);
  const shownHeight = useRef(rowHeight);

  // With rows of another height, the first row in view stays the first.
  useLayoutEffect(() => {
    const scale = rowHeight / shownHeight.current;
    shownHeight.current = rowHeight;
    const box = scroller.current;
    if (!box || scale === 1) return;
    scrollBox(box, { top: box.scrollTop * scale });
    grid.follow();
  });

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = list;
    const box = scroller.current;
    if (!box || before.rows === list.rows) return;

    if (before.listKey !== list.listKey) {
      scrollBox(box, { top: 0 });
      if (active.row > 0) setActive({ row: 0, column: active.column });
    } else if (before.source === list.source) {
      const focused = positionOf(before.rows.at(active.row), list.rows);
      if (focused !== undefined && focused !== active.row) {
        grid.moveRow(active.row, focused);
        setActive({ row: focused, column: active.column });
      }
      const top = Math.floor(box.scrollTop / rowHeight);
      const topNow = positionOf(before.rows.at(top), list.rows);
      // Whoever is at the very top wants to see what comes first.
      if (top > 0 && topNow !== undefined) {
        scrollBox(box, { top: box.scrollTop + (topNow - top) * rowHeight });
      }
    }
    grid.follow();
  });
}

function positionOf(row: number | undefined, rows: RowList): number | undefined {
  const position = row === undefined ? -1 : rows.indexOf(row);
  return position === -1 ? undefined : position;
}
