/** As many licenses have a color each; one more color stands for all the rest. */
export const MOST_SERIES = 6;

/** Longer names would leave no room for the bars. */
export function shortName(name: string, isNarrow = false): string {
  const most = isNarrow ? 14 : 22;
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

export const NO_DEPARTMENT = 'No department known';

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '' : percent.format(part / whole);

export const numberText = (value: number | null): string => (value ?? 0).toLocaleString();
