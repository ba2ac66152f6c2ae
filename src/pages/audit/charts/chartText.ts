import { formatNumber, formatPercent } from '@/i18n/formats';

/** As many licenses have a color each; one more color stands for all the rest. */
export const MOST_SERIES = 6;

/** Longer names would leave no room for the bars. */
/** The library keeps series in plain objects, in which an id such as `__proto__` is not a key like others. */
export const seriesIdOf = (licenseId: string): string => `license ${licenseId}`;

export function shortName(name: string, isNarrow = false): string {
  const most = isNarrow ? 14 : 22;
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

const SMALLEST = 0.001;

/** Somebody is not nobody: no share of somebody is shown as 0%. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '';
  const share = part / whole;
  const isTiny = share > 0 && share < SMALLEST;
  return isTiny ? `< ${formatPercent(SMALLEST)}` : formatPercent(share);
}

export const numberText = (value: number | null): string => formatNumber(value ?? 0);

/** An axis of numbers of users: they begin at nobody, and nobody is halved. */
export const countAxis = (isNarrow = false) => ({
  min: 0,
  tickMinStep: 1,
  tickNumber: isNarrow ? 3 : 8,
  valueFormatter: numberText,
});
