import { Bitset } from './bitset';
import { type Group, type Grouping, groupsAmong, rowsOfValue } from './grouping';
import type { OrganizationIndex } from './organizationIndex';

/** What is told of people, by column: nothing else is sent to a worker. */
export interface PeopleColumns {
  readonly states: Grouping;
  readonly departments: Grouping;
  /** Epoch milliseconds of the last sign-in by row; NaN where the service tells none. */
  readonly lastLogin: Float64Array;
}

/** What findings ask about people. */
export class PeopleFacts {
  readonly columns: PeopleColumns;
  #signedIn: Bitset | undefined;

  constructor(columns: PeopleColumns) {
    this.columns = columns;
  }

  inState(state: string): Bitset {
    return rowsOfValue(this.columns.states, state);
  }

  /** Who of some people are together in a department; people without one are left out. */
  departmentsAmong(rows: Bitset): Group[] {
    return groupsAmong(rows, this.columns.departments).filter(({ value }) => value !== '');
  }

  /** Whether the service told of anybody when they signed in: it gives that at its best effort. */
  get tellsLastLogin(): boolean {
    return !this.signedIn.isEmpty;
  }

  /** Who signed in at least once, as far as the service tells. Not to be changed. */
  get signedIn(): Bitset {
    this.#signedIn ??= rowsWhere(this.columns.lastLogin, (at) => !Number.isNaN(at));
    return this.#signedIn;
  }

  signedInBefore(time: number): Bitset {
    return rowsWhere(this.columns.lastLogin, (at) => at < time);
  }
}

function rowsWhere(column: Float64Array, matches: (value: number) => boolean): Bitset {
  const rows = new Bitset(column.length);
  column.forEach((value, row) => {
    if (matches(value)) rows.add(row);
  });
  return rows;
}

/** A grouping that grows as people arrive. */
class GrowingGrouping {
  readonly #values: string[] = [];
  readonly #placeOf = new Map<string, number>();
  #ofRow = new Uint32Array();

  grow(size: number): void {
    if (this.#ofRow.length >= size) return;
    const grown = new Uint32Array(roomFor(size));
    grown.set(this.#ofRow);
    this.#ofRow = grown;
  }

  set(row: number, text: string | undefined): void {
    const value = text?.trim() ?? '';
    let place = this.#placeOf.get(value);
    if (place === undefined) {
      place = this.#values.push(value);
      this.#placeOf.set(value, place);
    }
    this.#ofRow[row] = place;
  }

  upTo(size: number): Grouping {
    return { values: this.#values, ofRow: this.#ofRow.subarray(0, size) };
  }
}

/** Follows an index as people arrive: each is looked at once a reading, however many rules ask. */
class PeopleReader {
  readonly #index: OrganizationIndex;
  readonly #states = new GrowingGrouping();
  readonly #departments = new GrowingGrouping();
  #lastLogin = new Float64Array();
  #readsSeen = 0;
  #facts: PeopleFacts | undefined;

  constructor(index: OrganizationIndex) {
    this.#index = index;
  }

  /** Whether there are people who were not looked at yet. */
  get isBehind(): boolean {
    return this.#readsSeen < this.#index.userLog.length;
  }

  /** Looks at some more of them, or at all. */
  read(most = Number.POSITIVE_INFINITY): PeopleFacts {
    const { userLog, size } = this.#index;
    if (!this.isBehind && this.#facts?.columns.lastLogin.length === size) return this.#facts;
    this.#grow(size);
    const end = Math.min(userLog.length, this.#readsSeen + most);
    for (; this.#readsSeen < end; this.#readsSeen++) this.#look(userLog[this.#readsSeen] ?? 0);
    this.#facts = new PeopleFacts({
      states: this.#states.upTo(size),
      departments: this.#departments.upTo(size),
      lastLogin: this.#lastLogin.subarray(0, size),
    });
    return this.#facts;
  }

  #look(row: number): void {
    const user = this.#index.user(row);
    this.#states.set(row, user?.state);
    this.#departments.set(row, user?.department);
    this.#lastLogin[row] = Date.parse(user?.dateLastLogin ?? '');
  }

  #grow(size: number): void {
    this.#states.grow(size);
    this.#departments.grow(size);
    if (this.#lastLogin.length >= size) return;
    const grown = new Float64Array(roomFor(size)).fill(Number.NaN);
    grown.set(this.#lastLogin);
    this.#lastLogin = grown;
  }
}

/** Somewhat more than is needed: people come by the page. */
const roomFor = (size: number) => size + (size >>> 2);

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
