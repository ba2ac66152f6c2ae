import type { AuditLogMessage, Division, LicenseDefinition } from '@/api/schema';
import { AuditLog } from './auditLog';
import { type BeginningOptions, beginning, type GroupRecord, type RoleRecord } from './beginning';
import type { OddityName } from './data/oddities';
import type { SandboxUser } from './data/people';
import { Following, type Pending } from './following';
import { type EffectiveGrant, type Grant, GrantBook, type GrantChanges } from './grants';
import { type AssignmentChanges, Holdings } from './holdings';
import { Usage } from './usage';

export type UserState = 'active' | 'inactive' | 'deleted';
/** What differs from the organization as it began. */
export interface OrganizationChanges {
  licenses: AssignmentChanges;
  grants: GrantChanges;
  pending: readonly Pending[];
  audits: readonly AuditLogMessage[];
}

/** The data of one in-memory organization. Same seed and size, same organization. */
export interface SandboxOrganization {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly definitions: ReadonlyMap<string, LicenseDefinition>;
  readonly roles: ReadonlyMap<string, RoleRecord>;
  /** By id; the first is the home division. */
  readonly divisions: ReadonlyMap<string, Division>;
  readonly groups: ReadonlyMap<string, GroupRecord>;
  /** The role that everybody has and nobody can be without. */
  readonly everybodysRoleId: string;
  readonly users: readonly SandboxUser[];
  readonly user: (userId: string) => SandboxUser | undefined;
  /** The users of a state, ordered by name. */
  listed(state: UserState | 'any'): readonly SandboxUser[];
  rolesOf(user: SandboxUser): RoleRecord[];
  /** The grants that count for a user, also those of their groups. */
  grantsOf(userId: string): EffectiveGrant[];
  /** The grants that were made to a user or a group itself. */
  ownGrants(subjectId: string): readonly Grant[];
  membersOf(groupId: string): readonly string[];
  /** The ids of all who have a role, in whatever way. */
  usersWith(roleId: string): readonly string[];
  /**
   * The roles that a user did not use in 30 days, worked out every 48 hours: who was granted one since then is not told
   * of it. Undefined where the organization does not have that worked out.
   */
  unusedRolesOf(user: SandboxUser): RoleRecord[] | undefined;
  /** The permissions of a role that nobody used. */
  unusedPermissionsOf(role: RoleRecord): string[] | undefined;
  /** What the roles of a user imply. */
  impliedFor(userId: string): string[];
  /** Ids of all who are known to the license service, users or not, in a fixed order. */
  readonly holderIds: readonly string[];
  /** The license ids that are held, sorted. */
  assignmentsOf(userId: string): readonly string[];
  /** Sets what is held, as if it had always been so: nothing follows, and nothing is written down. */
  setAssignment(userId: string, licenseId: string, held: boolean): void;
  /** Changes what is held as somebody asked for it. What follows from the roles comes later. */
  changeLicense(by: string, userId: string, licenseId: string, held: boolean): void;
  /** Changes the grants of a user or a group; the licenses of all concerned follow later. */
  changeGrants(
    by: string,
    subjectId: string,
    add: readonly Place[],
    remove: readonly Place[],
  ): void;
  /** Changes of grants and licenses that somebody or the service made, the latest last. */
  readonly audits: readonly AuditLogMessage[];
  /** All assignments as canonical JSON: equal strings mean equal assignments. */
  snapshot(): string;
  changes(): OrganizationChanges;
  restore(changes: OrganizationChanges): void;
  /** Back to the assignments and grants that the organization began with. */
  reset(): void;
  onChange(listener: () => void): () => void;
  /** The ids of the users that break careless programs; in small organizations some are missing. */
  readonly oddities: Readonly<Partial<Record<OddityName, string>>>;
}

/** A role in a division. */
export type Place = Pick<Grant, 'roleId' | 'divisionId'>;

export interface OrganizationOptions extends BeginningOptions {
  rolesImplyLicenses: boolean;
  licenseDelayMs: number;
  /** Whether the service works out which roles and permissions are not used. */
  roleAnalysis: boolean;
  unimpliedLicenses: 'stay' | 'go';
  now: () => number;
}

export function createOrganization(options: OrganizationOptions): SandboxOrganization {
  const began = beginning(options);
  const { roles, users, user, groups } = began;
  const holdings = new Holdings(began.licenses);
  const grants = new GrantBook({ ...began, groups: began.groupGrants });
  const audit = new AuditLog(began.id, options.seed, options.now);
  const lists = new Map<UserState | 'any', readonly SandboxUser[]>();
  const listeners = new Set<() => void>();
  const usage = options.roleAnalysis ? new Usage(began, options.now) : undefined;
  const rolesOf = (userId: string) =>
    grants.roleIdsOf(userId).flatMap((roleId) => roles.get(roleId) ?? []);
  const following = new Following(
    {
      enabled: options.rolesImplyLicenses,
      delayMs: options.licenseDelayMs,
      unimplied: options.unimpliedLicenses,
      now: options.now,
    },
    {
      rolesOf,
      held: (userId) => holdings.of(userId),
      put: (userId, licenses) => putLicenses(undefined, userId, licenses),
    },
  );

  function putLicenses(by: string | undefined, userId: string, licenses: readonly string[]): void {
    audit.add({ kind: 'license', by, userId, before: holdings.of(userId), after: licenses });
    holdings.put(userId, licenses);
    announce();
  }
  function announce(): void {
    for (const listener of listeners) listener();
  }
  /** Those whose roles change with the grants of a user or a group. */
  function concerned(subjectId: string): readonly string[] {
    return groups.has(subjectId) ? grants.members(subjectId) : [subjectId];
  }

  return {
    ...began,
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
    rolesOf: ({ id }) => rolesOf(id),
    grantsOf: (userId) => grants.of(userId),
    ownGrants: (subjectId) => grants.own(subjectId),
    membersOf: (groupId) => grants.members(groupId),
    usersWith: (roleId) => grants.usersWith(roleId),
    unusedRolesOf: (user) => usage?.roles(user, rolesOf(user.id), grants.of(user.id)),
    unusedPermissionsOf: (role) => usage?.permissions(role),
    impliedFor: (userId) => following.implied(userId),
    get holderIds() {
      following.settle();
      return holdings.ids;
    },
    assignmentsOf(userId) {
      following.settle();
      return holdings.of(userId);
    },
    setAssignment(userId, licenseId, held) {
      following.settle();
      const before = holdings.of(userId);
      if (before.includes(licenseId) === held) return;
      holdings.put(userId, changed(before, licenseId, held));
      announce();
    },
    changeLicense(by, userId, licenseId, held) {
      following.settle();
      const before = holdings.of(userId);
      if (before.includes(licenseId) === held) return;
      putLicenses(by, userId, changed(before, licenseId, held));
      following.licenseChanged(userId, licenseId, held);
    },
    changeGrants(by, subjectId, add, remove) {
      following.settle();
      const own = grants.own(subjectId);
      const gone = own.filter((grant) => remove.some((place) => isSame(place, grant)));
      const news = add.filter((place) => !own.some((grant) => isSame(place, grant)));
      if (gone.length === 0 && news.length === 0) return;
      const before = concerned(subjectId).map((id) => [id, following.implied(id)] as const);
      grants.put(subjectId, [
        ...own.filter((grant) => !gone.includes(grant)),
        ...news.map((place) => ({ ...place, madeAt: options.now() })),
      ]);
      for (const [id, implied] of before) following.rolesChanged(id, implied);
      for (const { roleId } of gone)
        audit.add({ kind: 'grant', by, subjectId, roleId, held: false });
      for (const { roleId } of news)
        audit.add({ kind: 'grant', by, subjectId, roleId, held: true });
      announce();
    },
    get audits() {
      following.settle();
      return audit.entries;
    },
    snapshot() {
      following.settle();
      return holdings.snapshot();
    },
    changes: () => ({
      licenses: holdings.changes(),
      grants: grants.changes(),
      pending: following.pending,
      audits: audit.entries,
    }),
    restore(changes) {
      for (const [id, licenses] of Object.entries(changes.licenses)) holdings.put(id, licenses);
      for (const [id, own] of Object.entries(changes.grants)) grants.put(id, own);
      following.restore(changes.pending);
      audit.restore(changes.audits);
      announce();
    },
    reset() {
      holdings.reset();
      grants.reset();
      following.restore([]);
      audit.restore([]);
      announce();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    user,
  };
}

function changed(before: readonly string[], licenseId: string, held: boolean): string[] {
  return held ? [...before, licenseId].sort() : before.filter((license) => license !== licenseId);
}

function isSame(a: Place, b: Place): boolean {
  return a.roleId === b.roleId && a.divisionId === b.divisionId;
}

/** By code unit, as a service does that knows nothing of the reader's language; the nameless come last. */
function byName(users: readonly SandboxUser[]): SandboxUser[] {
  return [...users].sort((a, b) => {
    const [nameA, nameB] = [a.profile.name ?? '\uffff', b.profile.name ?? '\uffff'];
    if (nameA !== nameB) return nameA < nameB ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}
