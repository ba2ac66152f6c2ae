/** Scrolls at once. A place that is given as it is already is left alone: it may be a fraction of a pixel. */
export function scrollBox(box: Element, { top, left }: { top?: number; left?: number }): void {
  if (top !== undefined && top !== box.scrollTop) box.scrollTop = top;
  if (left !== undefined && left !== box.scrollLeft) box.scrollLeft = left;
}

/** How far a box is scrolled from where its lines begin: where these run from right to left, `scrollLeft` is negative. */
export const scrolledAlong = (box: Element): number => Math.abs(box.scrollLeft);

/** The `scrollLeft` of a box that is scrolled as far as that. */
export function leftFor(box: Element, along: number): number {
  return isRightToLeft(box) ? -along : along;
}

export const isRightToLeft = (element: Element): boolean =>
  getComputedStyle(element).direction === 'rtl';
