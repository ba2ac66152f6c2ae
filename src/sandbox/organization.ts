import type { Division, DomainOrganizationRole, LicenseDefinition } from '@/api/schema';
import { divisionNames } from './data/departments';
import { licenseDefinitions, retiredLicenseId } from './data/licenses';
import { makeOdd, type OddityName, oddityAt } from './data/oddities';
import { type Person, people, type SandboxUser } from './data/people';
import { type RoleTemplate, roleTemplates } from './data/roles';
import { Random } from './random';

export type UserState = 'active' | 'inactive' | 'deleted';
export type RoleRecord = DomainOrganizationRole & { id: string; permissions: string[] };

/** Assignments that differ from those the organization began with: user → licenses. */
export type AssignmentChanges = Record<string, readonly string[]>;

/** The data of one in-memory organization. Same seed and size, same organization. */
export interface SandboxOrganization {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly definitions: ReadonlyMap<string, LicenseDefinition>;
  readonly roles: ReadonlyMap<string, RoleRecord>;
  readonly users: readonly SandboxUser[];
  user(userId: string): SandboxUser | undefined;
  /** The users of a state, ordered by name. */
  listed(state: UserState | 'any'): readonly SandboxUser[];
  rolesOf(user: SandboxUser): RoleRecord[];
  userCount(roleId: string): number;
  /** Ids of all who are known to the license service, users or not, in a fixed order. */
  readonly holderIds: readonly string[];
  /** The license ids that are held, sorted. */
  assignmentsOf(userId: string): readonly string[];
  setAssignment(userId: string, licenseId: string, held: boolean): void;
  /** All assignments as canonical JSON: equal strings mean equal assignments. */
  snapshot(): string;
  changes(): AssignmentChanges;
  restore(changes: AssignmentChanges): void;
  /** Back to the assignments that the organization began with. */
  reset(): void;
  onChange(listener: () => void): () => void;
  /** The ids of the users that break careless programs; in small organizations some are missing. */
  readonly oddities: Readonly<Partial<Record<OddityName, string>>>;
}

export interface OrganizationOptions {
  users: number;
  seed: number;
  /** Milliseconds since the epoch; dates of the data lie before it. */
  today: number;
}

const noLicenses: readonly string[] = [];

export function createOrganization(options: OrganizationOptions): SandboxOrganization {
  const random = new Random(options.seed);
  const domain = 'meridian-outfitters.example';
  const id = random.uuid();
  const divisions = new Map<string, Division>(
    divisionNames.map((name) => {
      const divisionId = random.uuid();
      const selfUri = `/api/v2/authorization/divisions/${divisionId}`;
      return [name, { id: divisionId, name, selfUri }];
    }),
  );
  const rolesByKey = buildRoles(random);
  const unknownHolder = random.uuid();

  const users: SandboxUser[] = [];
  const byId = new Map<string, SandboxUser>();
  const initial = new Map<string, readonly string[]>();
  const oddities: Partial<Record<OddityName, string>> = { unknownHolder };
  for (const made of people({ ...options, domain, divisions })) {
    const index = users.length;
    const oddity = oddityAt(index);
    const person =
      index === 0 ? asAdministrator(made) : oddity === undefined ? made : makeOdd(made, oddity);
    if (oddity !== undefined) oddities[oddity[0]] = person.user.id;
    users.push(person.user);
    byId.set(person.user.id, person.user);
    if (person.user.profile.state !== 'deleted' || person.licenses.length > 0) {
      initial.set(person.user.id, person.licenses);
    }
  }
  initial.set(unknownHolder, ['collaborate', retiredLicenseId].sort());

  const lists = new Map<UserState | 'any', readonly SandboxUser[]>();
  const changed = new Map<string, readonly string[]>();
  const listeners = new Set<() => void>();
  let holders: readonly string[] | undefined;
  const assignmentsOf = (userId: string) =>
    changed.get(userId) ?? initial.get(userId) ?? noLicenses;

  function put(userId: string, licenses: readonly string[]): void {
    if (sameList(initial.get(userId) ?? noLicenses, licenses)) changed.delete(userId);
    else changed.set(userId, licenses);
  }
  function announce(): void {
    holders = undefined;
    for (const listener of listeners) listener();
  }

  return {
    id,
    name: 'Meridian Outfitters (sandbox)',
    domain,
    definitions: licenseDefinitions,
    roles: new Map([...rolesByKey.values()].map((role) => [role.id, role])),
    users,
    user: (userId) => byId.get(userId),
    listed(state) {
      let list = lists.get(state);
      if (list === undefined) {
        const some =
          state === 'any'
            ? users
            : users.filter(({ profile }) => (profile.state ?? 'active') === state);
        list = byName(some);
        lists.set(state, list);
      }
      return list;
    },
    rolesOf: (user) => user.roles.flatMap((key) => rolesByKey.get(key) ?? []),
    userCount: countByRole(users, rolesByKey),
    get holderIds() {
      holders ??= [
        ...initial.keys(),
        ...[...changed.keys()].filter((userId) => !initial.has(userId)),
      ];
      return holders;
    },
    assignmentsOf,
    setAssignment(userId, licenseId, held) {
      const before = assignmentsOf(userId);
      if (before.includes(licenseId) === held) return;
      put(
        userId,
        held ? [...before, licenseId].sort() : before.filter((license) => license !== licenseId),
      );
      announce();
    },
    snapshot() {
      const all = new Map([...initial, ...changed]);
      const rows = [...all].filter(([, licenses]) => licenses.length > 0);
      rows.sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify(Object.fromEntries(rows));
    },
    changes: () => Object.fromEntries(changed),
    restore(changes) {
      for (const [userId, licenses] of Object.entries(changes)) put(userId, [...licenses].sort());
      announce();
    },
    reset() {
      changed.clear();
      announce();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    oddities,
  };
}

/** The first person is the one who signs in. */
function asAdministrator({ user }: Person): Person {
  const { division, id, version } = user.profile;
  const email = 'robin.castellane@meridian-outfitters.example';
  const profile = {
    name: 'Robin Castellane',
    department: 'Information Technology',
    title: 'Contact Center Administrator',
    email,
    username: email,
    state: 'active',
    version,
    ...(id !== undefined && { id }),
    ...(division !== undefined && { division }),
  };
  return {
    user: { ...user, profile, roles: ['employee', 'admin', 'billing'] },
    licenses: ['billingViewer', 'collaborate', 'communicate', 'platformAdmin'],
  };
}

function buildRoles(random: Random): Map<string, RoleRecord> {
  const built = new Map<string, RoleRecord>();
  for (const [key, template] of Object.entries<RoleTemplate>(roleTemplates)) {
    const { addonLicenses = [], permissions, ...rest } = template;
    const id = random.uuid();
    built.set(key, {
      ...rest,
      id,
      base: rest.default,
      ...(rest.default && { defaultRoleId: key }),
      permissions: [...permissions],
      addonLicenses: [...addonLicenses],
      selfUri: `/api/v2/authorization/roles/${id}`,
    });
  }
  return built;
}

function countByRole(
  users: readonly SandboxUser[],
  roles: ReadonlyMap<string, RoleRecord>,
): (roleId: string) => number {
  let counts: Map<string, number> | undefined;
  return (roleId) => {
    if (counts === undefined) {
      counts = new Map();
      for (const user of users) {
        if (user.profile.state === 'deleted') continue;
        for (const key of user.roles) {
          const id = roles.get(key)?.id ?? '';
          counts.set(id, (counts.get(id) ?? 0) + 1);
        }
      }
    }
    return counts.get(roleId) ?? 0;
  };
}

/** By code unit, as a service does that knows nothing of the reader's language; the nameless come last. */
function byName(users: readonly SandboxUser[]): SandboxUser[] {
  return [...users].sort((a, b) => {
    const [nameA, nameB] = [a.profile.name ?? '\uffff', b.profile.name ?? '\uffff'];
    if (nameA !== nameB) return nameA < nameB ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
