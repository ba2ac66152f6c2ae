import type { Division, DomainOrganizationRole, LicenseDefinition } from '@/api/schema';
import { type Access, everywhere, type RoleInDivision } from './data/access';
import { divisionNames } from './data/departments';
import { type GroupTemplate, groupTemplates } from './data/groups';
import { licenseDefinitions, retiredLicenseId } from './data/licenses';
import { makeOdd, type OddityName, oddityAt } from './data/oddities';
import { type Person, people, type SandboxUser } from './data/people';
import { type RoleTemplate, roleTemplates } from './data/roles';
import type { Grant } from './grants';
import { Random } from './random';

const day = 24 * 60 * 60 * 1000;

export type RoleRecord = DomainOrganizationRole & { id: string; permissions: string[] };

export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly grants: readonly Grant[];
}

export interface BeginningOptions {
  users: number;
  seed: number;
  /** Milliseconds since the epoch; dates of the data lie before it. */
  today: number;
  /** Whether some users break careless programs. */
  oddities: boolean;
}

export interface Beginning {
  id: string;
  name: string;
  domain: string;
  definitions: ReadonlyMap<string, LicenseDefinition>;
  roles: ReadonlyMap<string, RoleRecord>;
  divisions: ReadonlyMap<string, Division>;
  groups: ReadonlyMap<string, GroupRecord>;
  groupGrants: ReadonlyMap<string, readonly Grant[]>;
  everybodysRoleId: string;
  /** Of those who have a role and work, the share that does not use it. */
  unusedShare: (roleId: string) => number;
  users: readonly SandboxUser[];
  user: (userId: string) => SandboxUser | undefined;
  licenses: ReadonlyMap<string, readonly string[]>;
  resolve: (access: Access) => { grants: readonly Grant[]; groupIds: readonly string[] };
  oddities: Partial<Record<OddityName, string>>;
}

/** The organization as it is before anybody changes anything. */
export function beginning(options: BeginningOptions): Beginning {
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
  const unusedShares = new Map<string, number>();
  const rolesByKey = buildRoles(random, unusedShares);
  const unknownHolder = random.uuid();
  const madeAt = options.today - 200 * day;

  function grantFrom({ role, division }: RoleInDivision): Grant {
    return {
      roleId: rolesByKey.get(role)?.id ?? role,
      divisionId: division === everywhere ? everywhere : (divisions.get(division)?.id ?? division),
      madeAt,
    };
  }
  const groupIds = new Map<string, string>();
  const groups = new Map<string, GroupRecord>();
  for (const [key, template] of Object.entries<GroupTemplate>(groupTemplates)) {
    const { name, description, roles } = template;
    const groupId = random.uuid();
    const division = template.everywhere === true ? everywhere : 'Home';
    const grants = roles.map((role) => grantFrom({ role, division }));
    groups.set(groupId, { id: groupId, name, grants, ...(description && { description }) });
    groupIds.set(key, groupId);
  }
  const resolved = new Map<Access, ReturnType<Beginning['resolve']>>();

  const users: SandboxUser[] = [];
  const byId = new Map<string, SandboxUser>();
  const licenses = new Map<string, readonly string[]>();
  const oddities: Partial<Record<OddityName, string>> = { unknownHolder };
  for (const made of people({ ...options, domain, divisions })) {
    const index = users.length;
    const oddity = options.oddities ? oddityAt(index) : undefined;
    const person =
      index === 0 ? asAdministrator(made) : oddity === undefined ? made : makeOdd(made, oddity);
    if (oddity !== undefined) oddities[oddity[0]] = person.user.id;
    users.push(person.user);
    byId.set(person.user.id, person.user);
    if (person.user.profile.state !== 'deleted' || person.licenses.length > 0) {
      licenses.set(person.user.id, person.licenses);
    }
  }
  licenses.set(unknownHolder, ['collaboratePro', retiredLicenseId].sort());

  return {
    id,
    name: 'Meridian Outfitters (sandbox)',
    domain,
    definitions: licenseDefinitions,
    roles: new Map([...rolesByKey.values()].map((role) => [role.id, role])),
    divisions: new Map([...divisions.values()].map((division) => [division.id ?? '', division])),
    groups,
    groupGrants: new Map([...groups.values()].map((group) => [group.id, group.grants])),
    unusedShare: (roleId) => unusedShares.get(roleId) ?? 0,
    everybodysRoleId: rolesByKey.get('employee')?.id ?? '',
    users,
    user: (userId) => byId.get(userId),
    licenses,
    resolve(access) {
      let found = resolved.get(access);
      if (found === undefined) {
        found = {
          grants: access.grants.map(grantFrom),
          groupIds: access.groups.flatMap((key) => groupIds.get(key) ?? []),
        };
        resolved.set(access, found);
      }
      return found;
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
  const access: Access = {
    grants: [
      { role: 'employee', division: 'Home' },
      { role: 'admin', division: everywhere },
      { role: 'billing', division: everywhere },
    ],
    groups: ['integrators'],
  };
  return {
    access,
    user: { ...user, profile, access },
    licenses: ['cloudCX2', 'journeyManagement'],
  };
}

function buildRoles(random: Random, unusedShares: Map<string, number>): Map<string, RoleRecord> {
  const built = new Map<string, RoleRecord>();
  for (const [key, template] of Object.entries<RoleTemplate>(roleTemplates)) {
    const { addonLicenses = [], permissions, unused, ...rest } = template;
    const id = random.uuid();
    unusedShares.set(id, unused);
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
