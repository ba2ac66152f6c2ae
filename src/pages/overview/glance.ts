import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { Bitset } from '@/model/bitset';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

/** Something that an administrator may want to look at now. */
export type LookAt =
  | {
      readonly id: 'inactiveHolders' | 'deletedHolders' | 'withoutLicense';
      readonly count: number;
    }
  /** What no filter of the matrix finds is named one by one. */
  | { readonly id: 'unknownHolders'; readonly count: number; readonly userIds: readonly string[] }
  | {
      readonly id: 'withoutDefinition';
      readonly count: number;
      readonly licenseIds: readonly string[];
    };

export interface Glance {
  /** Users by the service's word for their state; `undefined` stands for users without one. */
  readonly usersByState: ReadonlyMap<string | undefined, number>;
  readonly knownUsers: number;
  readonly heldLicenses: readonly string[];
  readonly assignments: number;
  readonly lookAt: readonly LookAt[];
}

/** The organization in a few numbers, of what is read so far. */
export function glanceAt(
  snapshot: OrganizationSnapshot,
  graph: DefinitionGraph | undefined,
): Glance {
  const { index } = snapshot;
  const heldLicenses = index.licenseIds.filter((id) => !index.holders(id).isEmpty);
  const holders = new Bitset();
  let assignments = 0;
  for (const id of heldLicenses) {
    holders.unite(index.holders(id));
    assignments += index.holders(id).count;
  }
  const rowsByState = groupByState(index);

  const holdersOf = (state: string) => rowsByState.get(state)?.countIn(holders) ?? 0;
  const lookAt: LookAt[] = [
    { id: 'inactiveHolders', count: holdersOf('inactive') },
    { id: 'deletedHolders', count: holdersOf('deleted') },
  ];
  // Who is missing so far may still arrive: these are known only when all of it is in.
  if (peopleComplete(snapshot)) {
    const rows = holders.clone().subtract(index.usersRead).toRows();
    const userIds = Array.from(rows, (row) => index.userId(row));
    lookAt.push({ id: 'unknownHolders', count: userIds.length, userIds });
  }
  if (assignmentsComplete(snapshot)) {
    const active = rowsByState.get('active') ?? new Bitset();
    lookAt.push({ id: 'withoutLicense', count: active.count - active.countIn(holders) });
  }
  if (graph) {
    const licenseIds = heldLicenses.filter((id) => !graph.has(id));
    lookAt.push({ id: 'withoutDefinition', count: licenseIds.length, licenseIds });
  }
  return {
    usersByState: new Map([...rowsByState].map(([state, rows]) => [state, rows.count])),
    knownUsers: index.usersRead.count,
    heldLicenses,
    assignments,
    lookAt: lookAt.filter(({ count }) => count > 0),
  };
}

function groupByState(index: OrganizationIndex): Map<string | undefined, Bitset> {
  const groups = new Map<string | undefined, Bitset>();
  for (let row = 0; row < index.size; row++) {
    const user = index.user(row);
    if (!user) continue;
    let group = groups.get(user.state);
    if (!group) {
      group = new Bitset();
      groups.set(user.state, group);
    }
    group.add(row);
  }
  return groups;
}
