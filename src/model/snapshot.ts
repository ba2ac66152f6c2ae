import { Bitset } from './bitset';
import type { OrganizationIndex } from './organizationIndex';

/** Who held what at one moment: rows are users, by column. Whoever is not in it held nothing. */
export interface Holdings {
  readonly userIds: readonly string[];
  /** License → the rows that hold it. */
  readonly holders: ReadonlyMap<string, Bitset>;
}

/** What is told of a snapshot without reading all of it. */
export interface SnapshotInfo {
  readonly id: string;
  /** Service, organization and user: nobody else sees it. */
  readonly owner: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly name: string;
  /** Epoch milliseconds of the reading that it keeps. */
  readonly takenAt: number;
  readonly userCount: number;
  readonly assignmentCount: number;
}

/** What everybody holds now. Worth keeping only of an organization that was read completely. */
export function holdingsOf(
  index: Pick<OrganizationIndex, 'size' | 'licenseIds' | 'holders' | 'userId'>,
): Holdings {
  const anyHeld = new Bitset(index.size);
  for (const licenseId of index.licenseIds) anyHeld.unite(index.holders(licenseId));
  const heldRows = anyHeld.toRows();
  const placeOf = new Uint32Array(index.size);
  const userIds = Array.from(heldRows, (row, place) => {
    placeOf[row] = place;
    return index.userId(row);
  });
  const holders = new Map<string, Bitset>();
  for (const licenseId of index.licenseIds) {
    const rows = index.holders(licenseId).toRows();
    if (rows.length > 0) holders.set(licenseId, moved(rows, placeOf, userIds.length));
  }
  return { userIds, holders };
}

/** The same rows under other numbers. */
export function moved(rows: Iterable<number>, placeOf: Uint32Array, size: number): Bitset {
  const places = new Bitset(size);
  for (const row of rows) places.add(placeOf[row] ?? 0);
  return places;
}
