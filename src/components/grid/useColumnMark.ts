import type { RefObject } from 'react';
import type { GridSizes } from './useGridWindow';

/** Marks the column under the pointer or with the focus, from its header down: with 40 columns the eye needs a rail. */
export function useColumnMark(
  mark: RefObject<HTMLElement | null>,
  { columnWidth, pinnedWidths }: Pick<GridSizes, 'columnWidth' | 'pinnedWidths'>,
) {
  return (column: number | undefined): void => {
    if (!mark.current) return;
    const scrolled = (column ?? -1) - pinnedWidths.length;
    mark.current.hidden = scrolled < 0;
    mark.current.style.insetInlineStart = `${scrolled * columnWidth}px`;
  };
}
