import type { EntityPage } from '@/api/client';
import { Bitset } from '@/model/bitset';
import type { OrganizationIndex } from '@/model/organizationIndex';

/** A list that was read to its end, and is known to lack somebody all the same. */
export class ShortList extends Error {
  readonly read: number;
  readonly total: number;
  /** `counted`: fewer came than the service said there are. `self`: who asks is not on it, so it is cut. */
  readonly reason: 'counted' | 'self';

  constructor(read: number, total: number, reason: ShortList['reason'] = 'counted') {
    super(`The list has ${total} entries, of which ${read} were read`);
    this.name = 'ShortList';
    this.read = read;
    this.total = total;
    this.reason = reason;
  }
}

/**
 * Counts who is on a list. Lists shift while they are paged: somebody can come twice, and somebody else not at all. So it
 * is users that count and not entries, against the highest total that the service told.
 */
export class Census {
  readonly #rows = new Bitset();
  #total = 0;

  /** A page that the index has by now. */
  add(index: OrganizationIndex, { entities, total }: EntityPage<{ id?: string }>): void {
    for (const { id } of entities) {
      const row = id === undefined ? undefined : index.rowOf(id);
      if (row !== undefined) this.#rows.add(row);
    }
    this.#total = Math.max(this.#total, total ?? 0);
  }

  has(index: OrganizationIndex, userId: string): boolean {
    const row = index.rowOf(userId);
    return row !== undefined && this.#rows.has(row);
  }

  /** Entries of the list, as the service counts them. */
  get total(): number {
    return this.#total;
  }

  /** Undefined where nobody is known to be missing. */
  get shortfall(): ShortList | undefined {
    const read = this.#rows.count;
    return read < this.#total ? new ShortList(read, this.#total) : undefined;
  }
}
