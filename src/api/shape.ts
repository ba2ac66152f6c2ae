import { isRecord } from './errors';
import type {
  DomainRole,
  LicenseDefinition,
  User,
  UserAuthorization,
  UserLicenses,
} from './schema';

/*
 * Brings what the service sends into the shape that the contract promises, once, where it comes in. Nearly every property
 * is optional, and one that is null or of another type says no more than one that is absent.
 */

/** Undefined for what is no object with an id. */
export function shapedUser(given: unknown): User | undefined {
  if (!isRecord(given) || typeof given['id'] !== 'string') return undefined;
  const { version, division, lastTokenIssued, authorization } = given;
  const user: User = { id: given['id'], version: typeof version === 'number' ? version : 0 };
  for (const key of USER_TEXTS) {
    const value = given[key];
    if (typeof value === 'string') user[key] = value;
  }
  if (isRecord(division)) user.division = textsOf(division, ['id', 'name', 'selfUri']);
  if (isRecord(lastTokenIssued)) user.lastTokenIssued = textsOf(lastTokenIssued, ['dateIssued']);
  if (isRecord(authorization)) user.authorization = shapedAuthorization(authorization);
  return user;
}

/** The policies of permissions stay as they are: who asks for permissions reads them one by one. */
function shapedAuthorization({
  roles,
  unusedRoles,
  permissions,
  ...rest
}: Readonly<Record<string, unknown>>): UserAuthorization {
  return {
    ...rest,
    ...(Array.isArray(roles) && { roles: roles.map(shapedRole) }),
    ...(Array.isArray(unusedRoles) && { unusedRoles: unusedRoles.map(shapedRole) }),
    ...(Array.isArray(permissions) && { permissions: permissions.filter(isText) }),
  };
}

/** A role that cannot be read is still a role: of somebody who has one, not all roles are known. */
function shapedRole(given: unknown): DomainRole {
  return isRecord(given) ? textsOf(given, ['id', 'name']) : {};
}

const USER_TEXTS = [
  'name',
  'department',
  'email',
  'state',
  'title',
  'username',
  'dateLastLogin',
  'selfUri',
] as const satisfies readonly (keyof User)[];

/** Undefined for what is no object. The parts that it comprises have the same shape. */
export function shapedDefinition(given: unknown): LicenseDefinition | undefined {
  if (!isRecord(given)) return undefined;
  const { permissions, prerequisites, comprises } = given;
  const definition: LicenseDefinition = textsOf(given, ['id', 'description', 'selfUri']);
  if (isRecord(permissions) && Array.isArray(permissions['ids'])) {
    definition.permissions = { ids: permissions['ids'].filter(isText) };
  }
  if (Array.isArray(prerequisites)) {
    definition.prerequisites = prerequisites
      .filter(isRecord)
      .map((needed) => textsOf(needed, ['id', 'selfUri']));
  }
  if (Array.isArray(comprises)) {
    definition.comprises = comprises.flatMap((part: unknown) => shapedDefinition(part) ?? []);
  }
  return definition;
}

/**
 * Undefined for what is no object with an id, and for licenses that cannot be read: what such a user holds is unknown,
 * which is not the same as nothing.
 */
export function shapedUserLicenses(given: unknown): UserLicenses | undefined {
  if (!isRecord(given) || typeof given['id'] !== 'string') return undefined;
  const { id, licenses } = given;
  if (licenses === undefined || licenses === null) return { id, licenses: [] };
  return Array.isArray(licenses) && licenses.every(isText) ? { id, licenses } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Those of these properties that are texts. */
function textsOf<Key extends string>(
  given: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
): Partial<Record<Key, string>> {
  const texts: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = given[key];
    if (isText(value)) texts[key] = value;
  }
  return texts;
}
