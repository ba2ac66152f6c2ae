import type { Bitset } from './bitset';

/** Rows in some order, of which the first `turned` are to be taken backwards. */
export interface RowOrder {
  readonly rows: Uint32Array;
  readonly turned: number;
}

/** The row at a place of an order that is partly taken backwards; the place of a row's rank, the other way round. */
export const placeIn = ({ turned }: RowOrder, place: number): number =>
  place < turned ? turned - 1 - place : place;

/**
 * Rows in order, worked out as far as they were asked for: who filters 200,000 users sees twenty of them, and wants them
 * at once. Not to be changed.
 */
export class RowList implements Iterable<number> {
  readonly length: number;
  readonly #order: RowOrder;
  readonly #keep: Bitset | undefined;
  /** The first rows, and room for more. */
  #rows: Uint32Array;
  #known: number;
  /** How much of the order has been looked through. */
  #seen = 0;

  private constructor(order: RowOrder, length: number, keep?: Bitset) {
    this.length = length;
    this.#order = order;
    this.#keep = keep;
    this.#rows = keep ? new Uint32Array() : order.rows;
    this.#known = keep ? 0 : length;
  }

  static of(rows: Uint32Array): RowList {
    return new RowList({ rows, turned: 0 }, rows.length);
  }

  /** The rows of `order` that are in `keep`, which has `count` of them. Neither is to be changed later. */
  static within(order: RowOrder, keep: Bitset, count: number): RowList {
    return new RowList(order, count, keep);
  }

  /** Those of these rows that are in `keep`, which has no others. */
  keeping(keep: Bitset): RowList {
    return RowList.within({ rows: this.all(), turned: 0 }, keep, keep.count);
  }

  at(position: number): number | undefined {
    if (position < 0 || position >= this.length) return undefined;
    this.#find(position + 1);
    return this.#rows[position];
  }

  /** The rows from one position up to another, which is not included. */
  subarray(start: number, end: number): Uint32Array {
    this.#find(Math.min(end, this.length));
    return this.#rows.subarray(start, Math.min(end, this.length));
  }

  all(): Uint32Array {
    return this.subarray(0, this.length);
  }

  /** -1 where the row is not among these. */
  indexOf(row: number): number {
    return this.all().indexOf(row);
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.all().values();
  }

  /** Works out at least the first `wanted` rows. */
  #find(wanted: number): void {
    if (wanted <= this.#known || !this.#keep) return;
    this.#makeRoom(wanted);
    const { rows: order } = this.#order;
    let known = this.#known;
    let seen = this.#seen;
    while (known < wanted && seen < order.length) {
      const row = order[placeIn(this.#order, seen)] ?? 0;
      if (this.#keep.has(row)) this.#rows[known++] = row;
      seen++;
    }
    this.#known = known;
    this.#seen = seen;
  }

  #makeRoom(wanted: number): void {
    if (wanted <= this.#rows.length) return;
    const roomy = new Uint32Array(Math.min(this.length, Math.max(wanted, this.#rows.length * 2)));
    roomy.set(this.#rows.subarray(0, this.#known));
    this.#rows = roomy;
  }
}
