import { type Cell, HEADER_ROW } from './navigation';

/** ARIA counts from 1 and the header is its first row. */
export const ariaRowIndex = (row: number) => row - HEADER_ROW + 1;
export const ariaColumnIndex = (column: number) => column + 1;

/** The cell that an element is in, read off the numbers that assistive technology reads too. */
export function cellOf(target: EventTarget): Cell | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest('[aria-colindex]')?.getAttribute('aria-colindex');
  const row = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
  if (!column || !row) return undefined;
  return { row: Number(row) - 1 + HEADER_ROW, column: Number(column) - 1 };
}

/** Focuses the cell or, where it holds a link, a button or a checkbox, that. */
export function focusCell(grid: Element | null, { row, column }: Cell): void {
  const cell = grid?.querySelector(
    `[aria-rowindex="${ariaRowIndex(row)}"] [aria-colindex="${ariaColumnIndex(column)}"]`,
  );
  const target = cell?.matches('[tabindex]') ? cell : cell?.querySelector('[tabindex]');
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** Whether the browser itself knows what Enter and a click mean there. */
export function isWidget(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input') !== null;
}

export function isCheckbox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
