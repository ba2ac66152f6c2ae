import { formatNumber } from '@/i18n/formats';
import { i18n } from '@/i18n/i18n';

/** As many licenses have a color each; one more color stands for all the rest. */
export const MOST_SERIES = 6;

/** Longer names would leave no room for the bars. */
export function shortName(name: string, isNarrow = false): string {
  const most = isNarrow ? 14 : 22;
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

const SMALLEST = 0.001;
const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const;

/** Somebody is not nobody: no share of somebody is shown as 0%. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '';
  const share = part / whole;
  const isTiny = share > 0 && share < SMALLEST;
  return isTiny ? `< ${i18n.number(SMALLEST, PERCENT)}` : i18n.number(share, PERCENT);
}

export const numberText = (value: number | null): string => formatNumber(value ?? 0);

/** An axis of numbers of users: they begin at nobody, and nobody is halved. */
export const countAxis = (isNarrow = false) => ({
  min: 0,
  tickMinStep: 1,
  tickNumber: isNarrow ? 3 : 8,
  valueFormatter: numberText,
});
