import type { Random } from '../random';
import type { Department, DivisionName } from './departments';
import { type GroupKey, groupTemplates } from './groups';
import { impliedBy } from './precedence';
import { type RoleKey, roleTemplates } from './roles';

/** All divisions of the organization, also those to come. */
export const everywhere = '*';

export interface RoleInDivision {
  role: RoleKey;
  division: DivisionName | typeof everywhere;
}

/** What somebody was granted themselves, and the groups they are in. */
export interface Access {
  readonly grants: readonly RoleInDivision[];
  readonly groups: readonly GroupKey[];
}

const groupKeys: readonly GroupKey[] = Object.keys(groupTemplates).filter(isGroupKey);

/** The access of one of a department: that of the others, but for a few who stand out. */
export function accessFrom(department: Department, place: DivisionName, random: Random): Access {
  const roles = rolesFrom(department, random);
  const groups: GroupKey[] = [];
  const { group } = department;
  if (group !== undefined && random.chance(0.75) && rolesOf(group).every((key) => roles.has(key))) {
    groups.push(group);
    // Some were granted the same before there was the group.
    if (!random.chance(0.1)) for (const key of rolesOf(group)) roles.delete(key);
  }
  // Who moved to another department may still be in a group of the former one.
  if (random.chance(0.01)) groups.push(random.pick(groupKeys));
  if (random.chance(0.03)) groups.push('fireWardens');
  return {
    grants: [...roles].map((role) => ({ role, division: divisionOf(role, place) })),
    groups: [...new Set(groups)],
  };
}

function rolesFrom({ roles, someRoles = {} }: Department, random: Random): Set<RoleKey> {
  const chosen = new Set(roles);
  for (const [role, share] of Object.entries(someRoles)) {
    if (isRoleKey(role) && random.chance(share)) chosen.add(role);
  }
  const last = roles.at(-1);
  const roll = random.next();
  if (roll < 0.01) chosen.add('trusted');
  else if (roll < 0.02 && last !== undefined && last !== 'employee') chosen.delete(last);
  return chosen;
}

function divisionOf(role: RoleKey, place: DivisionName): RoleInDivision['division'] {
  if (role === 'employee') return 'Home';
  return role === 'admin' || role === 'billing' ? everywhere : place;
}

function rolesOf(group: GroupKey): readonly RoleKey[] {
  return groupTemplates[group].roles;
}

/** One object for all who have the same access: 200,000 users have a few hundred of them. */
export class AccessSets {
  readonly none: Access = { grants: [], groups: [] };
  readonly #sets = new Map<string, Access>();
  readonly #implied = new Map<Access, readonly string[]>();

  shared(access: Access): Access {
    const grants = access.grants.map(({ role, division }) => `${role}@${division}`);
    const key = [...grants, ...access.groups].join(' ');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    this.#sets.set(key, access);
    return access;
  }

  /** The licenses that all of the roles imply. */
  implied(access: Access): readonly string[] {
    let licenses = this.#implied.get(access);
    if (licenses === undefined) {
      const roles = [...access.grants.map(({ role }) => role), ...access.groups.flatMap(rolesOf)];
      licenses = impliedBy(roles.map((role) => roleTemplates[role]));
      this.#implied.set(access, licenses);
    }
    return licenses;
  }
}

function isGroupKey(key: string): key is GroupKey {
  return key in groupTemplates;
}

function isRoleKey(key: string): key is RoleKey {
  return key in roleTemplates;
}
