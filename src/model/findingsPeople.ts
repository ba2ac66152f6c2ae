import { Bitset } from './bitset';
import { createFacets, type FacetValue } from './facets';
import type { OrganizationIndex } from './organizationIndex';

const NOBODY = new Bitset();

/**
 * What findings ask about people, by column. It follows the index as people arrive: each is looked at once a reading,
 * however many rules ask.
 */
class PeopleFacts {
  readonly #index: OrganizationIndex;
  readonly #facets = createFacets();
  /** Epoch milliseconds of the last sign-in by row; NaN where the service tells none. */
  #lastLogin = new Float64Array();
  readonly #signedIn = new Bitset();
  #readsSeen = 0;

  constructor(index: OrganizationIndex) {
    this.#index = index;
  }

  follow(): this {
    const index = this.#index;
    const read = index.userLog.slice(this.#readsSeen);
    this.#readsSeen = index.userLog.length;
    if (this.#lastLogin.length < index.size) {
      const grown = new Float64Array(index.size).fill(Number.NaN);
      grown.set(this.#lastLogin);
      this.#lastLogin = grown;
    }
    for (const facet of [this.#facets.state, this.#facets.department]) {
      facet.update(read, (row) => index.user(row));
    }
    for (const row of read) {
      const time = Date.parse(index.user(row)?.dateLastLogin ?? '');
      this.#lastLogin[row] = time;
      this.#signedIn.set(row, !Number.isNaN(time));
    }
    return this;
  }

  /** Not to be changed. */
  inState(state: string): Bitset {
    return this.#facets.state.values.find(({ value }) => value === state)?.rows ?? NOBODY;
  }

  /** Departments with their people; the rows are not to be changed. */
  get departments(): FacetValue[] {
    return this.#facets.department.values.filter(({ value }) => value !== '');
  }

  /** Whether the service told of anybody when they signed in: it gives that at its best effort. */
  get tellsLastLogin(): boolean {
    return !this.#signedIn.isEmpty;
  }

  /** Who signed in at least once, as far as the service tells. Not to be changed. */
  get signedIn(): Bitset {
    return this.#signedIn;
  }

  signedInBefore(time: number): Bitset {
    const rows = new Bitset(this.#lastLogin.length);
    for (let row = 0; row < this.#lastLogin.length; row++) {
      // Not-a-number is before nothing.
      if ((this.#lastLogin[row] ?? Number.NaN) < time) rows.add(row);
    }
    return rows;
  }
}

const factsOfIndex = new WeakMap<OrganizationIndex, PeopleFacts>();

/** What is known of the people of an index now. */
export function peopleFactsOf(index: OrganizationIndex): PeopleFacts {
  let facts = factsOfIndex.get(index);
  if (!facts) {
    facts = new PeopleFacts(index);
    factsOfIndex.set(index, facts);
  }
  return facts.follow();
}
