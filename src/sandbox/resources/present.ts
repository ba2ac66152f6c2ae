import type { DomainOrganizationRole, DomainRole, User, UserAuthorization } from '@/api/schema';
import type { RoleRecord } from '../beginning';
import type { SandboxUser } from '../data/people';
import type { Call } from '../service/call';

/** A user as the service shows it: what was asked to be expanded, and nothing else besides the profile. */
export function presentUser(call: Call, user: SandboxUser, expand: ReadonlySet<string>): User {
  return {
    ...user.profile,
    ...(expand.has('authorization') && { authorization: authorizationOf(call, user, expand) }),
    ...(user.lastLogin !== undefined && {
      ...(expand.has('dateLastLogin') && { dateLastLogin: isoDate(user.lastLogin) }),
      ...(expand.has('lasttokenissued') && {
        lastTokenIssued: { dateIssued: isoDate(user.lastLogin) },
      }),
    }),
    selfUri: `/api/v2/users/${user.id}`,
  };
}

/** Roles and the permissions that follow; those of the administrator are the ones the sandbox grants. */
export function authorizationOf(
  { organization, administrator, permissions, settings }: Call,
  user: SandboxUser,
  expand: ReadonlySet<string> = new Set(),
): UserAuthorization {
  const roles = organization.rolesOf(user);
  const all =
    user.id === administrator.id
      ? [...permissions]
      : [...new Set(roles.flatMap((role) => role.permissions))];
  const unused = expand.has('authorization.unusedRoles')
    ? organization.unusedRolesOf(user)
    : undefined;
  const listing = settings.permissionListing;
  return {
    roles: roles.map(named),
    ...(unused && { unusedRoles: unused.map(named) }),
    ...(listing !== 'policies' && { permissions: all.sort() }),
    ...(listing !== 'permissions' && { permissionPolicies: policiesOf(all) }),
  };
}

/** A role as the service shows it, with what was asked for besides. */
export function presentRole(
  { organization }: Call,
  role: RoleRecord,
  isCounted: boolean,
  expand: ReadonlySet<string>,
): DomainOrganizationRole {
  const unused = expand.has('unusedPermissions')
    ? organization.unusedPermissionsOf(role)
    : undefined;
  return {
    ...role,
    permissionPolicies: policiesOf(role.permissions),
    ...(isCounted && { userCount: organization.usersWith(role.id).length }),
    ...(unused && { unusedPermissions: unused }),
  };
}

function named({ id, name = '' }: RoleRecord): DomainRole {
  return { id, name };
}

/** The same permissions by domain and entity, as newer parts of the service have them. */
function policiesOf(permissions: readonly string[]) {
  const policies = new Map<string, { domain: string; entityName: string; actionSet: string[] }>();
  for (const permission of permissions) {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    const key = `${domain}:${entityName}`;
    const policy = policies.get(key) ?? { domain, entityName, actionSet: [] };
    policy.actionSet.push(action);
    policies.set(key, policy);
  }
  return [...policies.values()].map((policy) => ({ ...policy, allowConditions: false }));
}

export function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
