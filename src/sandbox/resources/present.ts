import type { DomainRole, User, UserAuthorization } from '@/api/schema';
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
  { organization, administrator, permissions }: Call,
  user: SandboxUser,
  expand: ReadonlySet<string> = new Set(),
): UserAuthorization {
  const roles = organization.rolesOf(user);
  const all = new Set(roles.flatMap((role) => role.permissions));
  const named = roles.map(({ id, name = '' }): DomainRole => ({ id, name }));
  return {
    roles: named,
    ...(expand.has('authorization.unusedRoles') && { unusedRoles: named.slice(1) }),
    permissions: user.id === administrator.id ? [...permissions].sort() : [...all].sort(),
  };
}

export function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
