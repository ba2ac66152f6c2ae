/** How many of the users shown hold a license; a lower bound while some of them are not read. */
export interface ShownHolders {
  readonly count: number;
  readonly isExact: boolean;
}

/** Kept: making one for each number takes longer than all else that a header needs. */
const whole = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact' });
/** Six digits and more do not fit into a column. */
const FITS = 100_000;

/** For a narrow column. What is not known is never shown as a number. */
export function shortText({ count, isExact }: ShownHolders): string {
  const number = count < FITS ? whole.format(count) : compact.format(count);
  if (isExact) return number;
  return count === 0 ? '?' : `${number}+`;
}

/** In words. */
export function longText({ count, isExact }: ShownHolders): string {
  if (!isExact && count === 0) return 'number of holders unknown';
  const holders = `${whole.format(count)} ${count === 1 ? 'holder' : 'holders'}`;
  return isExact ? holders : `at least ${holders}`;
}
