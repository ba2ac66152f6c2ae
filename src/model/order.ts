import { Bitset } from './bitset';
import type { OrganizationIndex } from './organizationIndex';
import { placeIn, RowList } from './rowList';
import { byName } from './text';

/** A column of the matrix that rows can be put in order by. */
export type SortColumn = 'name' | 'email' | 'department' | 'licenses' | LicenseSortColumn;
export type LicenseSortColumn = `holds.${string}`;

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export const DEFAULT_SORT: Sort = { column: 'name', descending: false };

/**
 * All rows in the order of a text, such as their name; rows without one come last. It is kept as rows arrive: new ones
 * are sorted among themselves and merged in, which costs a page of comparisons and not the whole table.
 */
export class TextOrder {
  readonly #textOf: (row: number) => string;
  readonly #texts: string[] = [];
  #rows: Uint32Array = new Uint32Array();
  /** Where each row stands; worked out when it is first asked for. */
  #ranks: Uint32Array | undefined;

  constructor(textOf: (row: number) => string) {
    this.#textOf = textOf;
  }

  /** The rows that are in `keep`, in this order. Descending, those without a text still come last. */
  rowsIn(keep: Bitset, descending = false): RowList {
    const order = { rows: this.#rows, turned: descending ? this.#textCount() : 0 };
    const count = keep.count;
    if (count === order.rows.length && !descending) return RowList.of(order.rows);
    if (count > order.rows.length / FEW) return RowList.within(order, keep, count);
    // Of a few it is quicker to look up where they stand than to go through the others to the first.
    this.#ranks ??= ranksOf(order.rows, this.#texts.length);
    const places = new Bitset(order.rows.length);
    for (const row of keep.toRows()) places.add(placeIn(order, this.#ranks[row] ?? 0));
    return RowList.of(places.toRows().map((place) => order.rows[placeIn(order, place)] ?? 0));
  }

  /** How many rows have a text; the others come after them. */
  #textCount(): number {
    let count = this.#rows.length;
    while (count > 0 && !this.#texts[this.#rows[count - 1] ?? 0]) count--;
    return count;
  }

  /** Puts in rows that are new or whose text changed. */
  update(changed: Bitset): void {
    if (changed.isEmpty) return;
    const incoming = changed.toRows();
    for (const row of incoming) this.#texts[row] = this.#textOf(row);
    incoming.sort((a, b) => this.#compare(a, b));
    this.#rows = this.#merge(without(this.#rows, changed), incoming);
    this.#ranks = undefined;
  }

  /** Looks for the place of each incoming row by halves: few comparisons, and whole stretches are copied at once. */
  #merge(sorted: Uint32Array, incoming: Uint32Array): Uint32Array {
    const merged = new Uint32Array(sorted.length + incoming.length);
    let taken = 0;
    for (let i = 0; i < incoming.length; i++) {
      const row = incoming[i] ?? 0;
      let low = taken;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (this.#compare(sorted[middle] ?? 0, row) < 0) low = middle + 1;
        else high = middle;
      }
      merged.set(sorted.subarray(taken, low), taken + i);
      merged[low + i] = row;
      taken = low;
    }
    merged.set(sorted.subarray(taken), taken + incoming.length);
    return merged;
  }

  #compare(a: number, b: number): number {
    const textA = this.#texts[a] ?? '';
    const textB = this.#texts[b] ?? '';
    if (textA === '' || textB === '') return Number(textA === '') - Number(textB === '') || a - b;
    return byName.compare(textA, textB) || a - b;
  }
}

/** A share of the rows, one in so many, that is few. */
const FEW = 64;

function ranksOf(order: Uint32Array, size: number): Uint32Array {
  const ranks = new Uint32Array(size);
  for (let place = 0; place < order.length; place++) ranks[order[place] ?? 0] = place;
  return ranks;
}

function without(order: Uint32Array, dropped: Bitset): Uint32Array {
  const kept = new Uint32Array(order.length);
  let next = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    if (!dropped.has(row)) kept[next++] = row;
  }
  return kept.subarray(0, next);
}

/** Holders first, or last when descending; rows of which nothing is known after all others. Keeps the order otherwise. */
export function byHolding(
  order: Uint32Array,
  holders: Bitset,
  known: Bitset,
  descending: boolean,
): Uint32Array {
  return byRank(order, 3, (row) => {
    if (!known.has(row)) return 2;
    return holders.has(row) === descending ? 1 : 0;
  });
}

/** Fewest licenses first, or most; rows of which nothing is known last. Keeps the order otherwise. */
export function byLicenseCount(
  order: Uint32Array,
  counts: Uint16Array,
  known: Bitset,
  descending: boolean,
): Uint32Array {
  let most = 0;
  for (let i = 0; i < counts.length; i++) most = Math.max(most, counts[i] ?? 0);
  return byRank(order, most + 2, (row) => {
    if (!known.has(row)) return most + 1;
    const count = counts[row] ?? 0;
    return descending ? most - count : count;
  });
}

/** A counting sort: one pass to count, one to place. */
function byRank(order: Uint32Array, ranks: number, rankOf: (row: number) => number): Uint32Array {
  const starts = new Uint32Array(ranks + 1);
  for (let i = 0; i < order.length; i++) {
    const next = rankOf(order[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 1; rank <= ranks; rank++) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  }
  const placed = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    const rank = rankOf(row);
    const place = starts[rank] ?? 0;
    placed[place] = row;
    starts[rank] = place + 1;
  }
  return placed;
}

/** How many licenses the user of each row is known to hold. */
export function licenseCounts(index: OrganizationIndex): Uint16Array {
  const counts = new Uint16Array(index.size);
  for (const licenseId of index.licenseIds) {
    for (const row of index.holders(licenseId).toRows()) counts[row] = (counts[row] ?? 0) + 1;
  }
  return counts;
}
