/** Scrolls at once. A place that is given as it is already is left alone: it may be a fraction of a pixel. */
export function scrollBox(box: Element, { top, left }: { top?: number; left?: number }): void {
  if (top !== undefined && top !== box.scrollTop) box.scrollTop = top;
  if (left !== undefined && left !== box.scrollLeft) box.scrollLeft = left;
}
