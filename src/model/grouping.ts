import { Bitset } from './bitset';

/** A property that many people share, by row: a number for each, which is shorter than a set of rows for each value. */
export interface Grouping {
  /** '' stands for people of whom the service tells none. A value may have nobody left. */
  readonly values: readonly string[];
  /** By row, the place of its value plus one; 0 where the person was not read. */
  readonly ofRow: Uint32Array;
}

/** Some people who share a value. */
export interface Group {
  readonly value: string;
  /** In ascending order. */
  readonly rows: Uint32Array;
}

/** Who has a value. */
export function rowsOfValue({ values, ofRow }: Grouping, value: string): Bitset {
  const rows = new Bitset(ofRow.length);
  const wanted = values.indexOf(value) + 1;
  if (wanted === 0) return rows;
  ofRow.forEach((place, row) => {
    if (place === wanted) rows.add(row);
  });
  return rows;
}

/** How many people have each value that somebody has. */
export function countsByValue({ values, ofRow }: Grouping): Map<string, number> {
  const counts = new Uint32Array(values.length + 1);
  for (const place of ofRow) counts[place] = (counts[place] ?? 0) + 1;
  const withSomebody = values.map((value, i) => [value, counts[i + 1] ?? 0] as const);
  return new Map(withSomebody.filter(([, count]) => count > 0));
}

/** Those of some rows who share a value, for each value that one of them has. */
export function groupsAmong(rows: Bitset, { values, ofRow }: Grouping): Group[] {
  const among = rows.toRows();
  /** Where each group ends; as it is filled from its last row to its first, in the end where it starts. */
  const bounds = new Uint32Array(values.length + 1);
  for (const row of among) {
    const place = ofRow[row] ?? 0;
    bounds[place] = (bounds[place] ?? 0) + 1;
  }
  for (let place = 1; place < bounds.length; place++) {
    bounds[place] = (bounds[place] ?? 0) + (bounds[place - 1] ?? 0);
  }
  const sorted = new Uint32Array(among.length);
  for (let i = among.length - 1; i >= 0; i--) {
    const row = among[i] ?? 0;
    const place = ofRow[row] ?? 0;
    const at = (bounds[place] ?? 0) - 1;
    bounds[place] = at;
    sorted[at] = row;
  }
  return values
    .map((value, i) => ({ value, rows: sorted.subarray(bounds[i + 1], bounds[i + 2]) }))
    .filter((group) => group.rows.length > 0);
}
