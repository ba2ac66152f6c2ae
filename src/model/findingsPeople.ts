import { Bitset } from './bitset';
import { createFacets, type FacetValue } from './facets';
import type { OrganizationIndex } from './organizationIndex';

const NOBODY = new Bitset();

/** Values that many share, each with its people. */
type Groups = readonly Pick<FacetValue, 'value' | 'rows'>[];

/** What is told of people, by column. */
export interface PeopleColumns {
  readonly states: Groups;
  readonly departments: Groups;
  /** Epoch milliseconds of the last sign-in by row; NaN where the service tells none. */
  readonly lastLogin: Float64Array;
}

/** What findings ask about people. None of the rows that it hands out are to be changed. */
export class PeopleFacts {
  readonly columns: PeopleColumns;
  readonly #signedIn: Bitset;

  constructor(columns: PeopleColumns, signedIn = rowsSignedIn(columns)) {
    this.columns = columns;
    this.#signedIn = signedIn;
  }

  inState(state: string): Bitset {
    return this.columns.states.find(({ value }) => value === state)?.rows ?? NOBODY;
  }

  /** Departments with their people. */
  get departments(): Groups {
    return this.columns.departments.filter(({ value }) => value !== '');
  }

  /** Whether the service told of anybody when they signed in: it gives that at its best effort. */
  get tellsLastLogin(): boolean {
    return !this.#signedIn.isEmpty;
  }

  /** Who signed in at least once, as far as the service tells. */
  get signedIn(): Bitset {
    return this.#signedIn;
  }

  signedInBefore(time: number): Bitset {
    return rowsWhere(this.columns.lastLogin, (at) => at < time);
  }
}

function rowsSignedIn({ lastLogin }: PeopleColumns): Bitset {
  return rowsWhere(lastLogin, (at) => !Number.isNaN(at));
}

function rowsWhere(column: Float64Array, matches: (value: number) => boolean): Bitset {
  const rows = new Bitset(column.length);
  for (let row = 0; row < column.length; row++) {
    if (matches(column[row] ?? Number.NaN)) rows.add(row);
  }
  return rows;
}

/** Follows an index as people arrive: each is looked at once a reading, however many rules ask. */
class PeopleReader {
  readonly #index: OrganizationIndex;
  readonly #facets = createFacets();
  #lastLogin = new Float64Array();
  readonly #signedIn = new Bitset();
  #readsSeen = 0;

  constructor(index: OrganizationIndex) {
    this.#index = index;
  }

  /** Whether there are people who were not looked at yet. */
  get isBehind(): boolean {
    return this.#readsSeen < this.#index.userLog.length;
  }

  /** Looks at some more of them, or at all. */
  read(most = Number.POSITIVE_INFINITY): PeopleFacts {
    const index = this.#index;
    const read = index.userLog.slice(this.#readsSeen, this.#readsSeen + most);
    this.#readsSeen += read.length;
    if (this.#lastLogin.length < index.size) {
      const grown = new Float64Array(index.size).fill(Number.NaN);
      grown.set(this.#lastLogin);
      this.#lastLogin = grown;
    }
    const { state, department } = this.#facets;
    for (const facet of [state, department]) facet.update(read, (row) => index.user(row));
    for (const row of read) {
      const time = Date.parse(index.user(row)?.dateLastLogin ?? '');
      this.#lastLogin[row] = time;
      this.#signedIn.set(row, !Number.isNaN(time));
    }
    const columns = {
      states: state.values,
      departments: department.values,
      lastLogin: this.#lastLogin,
    };
    return new PeopleFacts(columns, this.#signedIn);
  }
}

const readers = new WeakMap<OrganizationIndex, PeopleReader>();

/** What is known of the people of an index now. */
export function peopleFactsOf(index: OrganizationIndex): PeopleFacts {
  return readerOf(index).read();
}

/** The same in slices that are short enough not to be noticed; `pause` lets others work in between. */
export async function readPeopleFacts(
  index: OrganizationIndex,
  pause: () => Promise<void>,
): Promise<PeopleFacts> {
  const reader = readerOf(index);
  while (reader.isBehind) {
    reader.read(SLICE);
    if (reader.isBehind) await pause();
  }
  return reader.read();
}

const SLICE = 10_000;

function readerOf(index: OrganizationIndex): PeopleReader {
  let reader = readers.get(index);
  if (!reader) {
    reader = new PeopleReader(index);
    readers.set(index, reader);
  }
  return reader;
}
