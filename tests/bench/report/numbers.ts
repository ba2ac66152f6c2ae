export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which so many percent of the others lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100));
  return sorted[place] ?? Number.NaN;
}
