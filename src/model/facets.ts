import type { User } from '@/api/schema';
import { Bitset } from './bitset';

/** One value of a facet with the users who have it. `value` is '' for users of whom the service tells none. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly rows: Bitset;
}

/** A property that many users share, such as their department: for each of its values the set of rows. */
export class Facet {
  readonly #read: (user: User) => { value: string; label: string };
  readonly #values = new Map<string, FacetValue>();
  readonly #placed = new Bitset();

  constructor(read: (user: User) => { value: string; label: string }) {
    this.#read = read;
  }

  /** Takes over what these rows say now. Rows without a person have no value, not even ''. */
  update(rows: Iterable<number>, userOf: (row: number) => User | undefined): void {
    for (const row of rows) {
      if (this.#placed.has(row)) {
        for (const { rows: placed } of this.#values.values()) placed.delete(row);
      }
      const user = userOf(row);
      if (!user) continue;
      this.#valueOf(this.#read(user)).rows.add(row);
      this.#placed.add(row);
    }
  }

  /** The values that somebody has, in no particular order. */
  get values(): FacetValue[] {
    return [...this.#values.values()].filter((value) => !value.rows.isEmpty);
  }

  /** The value itself where nobody has told a name for it. */
  labelOf(value: string): string {
    return this.#values.get(value)?.label ?? value;
  }

  /** The rows that have any of these values. */
  rowsOf(values: readonly string[]): Bitset {
    const rows = new Bitset();
    for (const value of values) {
      const known = this.#values.get(value);
      if (known) rows.unite(known.rows);
    }
    return rows;
  }

  #valueOf({ value, label }: { value: string; label: string }): FacetValue {
    let known = this.#values.get(value);
    if (!known) {
      known = { value, label, rows: new Bitset() };
      this.#values.set(value, known);
    }
    return known;
  }
}

export type FacetName = 'state' | 'department' | 'division';

export function createFacets(): Record<FacetName, Facet> {
  return {
    state: new Facet((user) => same(user.state)),
    department: new Facet((user) => same(user.department)),
    division: new Facet(({ division }) => {
      const value = division?.id ?? division?.name?.trim() ?? '';
      return { value, label: division?.name?.trim() || value };
    }),
  };
}

function same(text: string | undefined): { value: string; label: string } {
  const value = text?.trim() ?? '';
  return { value, label: value };
}
