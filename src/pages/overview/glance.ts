import { Bitset } from '@/model/bitset';
import { NO_FILTER } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { viewsOf } from '@/model/view';

export interface Glance {
  /** Of which state of the index this is: it changes in place. */
  readonly version: number;
  /** Users by the service's word for their state; '' stands for users without one. */
  readonly usersByState: ReadonlyMap<string, number>;
  readonly knownUsers: number;
  readonly heldLicenses: readonly string[];
  readonly assignments: number;
  /** Active users of whom no license is known. */
  readonly withoutLicense: number;
}

/** The organization in a few numbers, of what is read so far. None of them looks at users one by one. */
export function glanceAt(index: OrganizationIndex, version: number): Glance {
  const heldLicenses = index.licenseIds.filter((id) => !index.holders(id).isEmpty);
  const holders = new Bitset();
  let assignments = 0;
  for (const id of heldLicenses) {
    holders.unite(index.holders(id));
    assignments += index.holders(id).count;
  }
  const states = viewsOf(index).facetCounts('state', NO_FILTER);
  const active = states.find(({ value }) => value === 'active')?.rows ?? new Bitset();
  return {
    version,
    usersByState: new Map(states.map(({ value, count }) => [value, count])),
    knownUsers: index.usersRead.count,
    heldLicenses,
    assignments,
    withoutLicense: active.count - active.countIn(holders),
  };
}
