import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from './ApiProvider';
import {
  type Api,
  type EntityPage,
  required,
  requiredData,
  requiredList,
  requiredPage,
} from './client';
import { isRecord } from './errors';
import type {
  LicenseAssignmentRequest,
  LicenseDefinition,
  LicenseOrganization,
  LicenseUpdateStatus,
  LicenseUser,
  UserLicenses,
} from './schema';
import { shapedDefinition, shapedUserLicenses } from './shape';

/** Definitions change with the contract of the organization, not from minute to minute. */
const DEFINITIONS_STALE_MS = 10 * 60_000;

export const licenseKeys = {
  all: ['license'] as const,
  definitions: () => [...licenseKeys.all, 'definitions'] as const,
  definition: (licenseId: string) => [...licenseKeys.definitions(), licenseId] as const,
  organization: () => [...licenseKeys.all, 'organization'] as const,
  user: (userId: string) => [...licenseKeys.all, 'users', userId] as const,
  users: (userIds: readonly string[]) => [...licenseKeys.all, 'users', 'batch', userIds] as const,
  infer: (roleIds: readonly string[]) => [...licenseKeys.all, 'infer', roleIds] as const,
};

/** GET /license/definitions */
export function definitionsQuery(api: Api) {
  return queryOptions({
    queryKey: licenseKeys.definitions(),
    queryFn: async ({ signal }) => {
      const list = await requiredList(api.http.GET('/api/v2/license/definitions', { signal }));
      return list.flatMap((definition) => shapedDefinition(definition) ?? []);
    },
    staleTime: DEFINITIONS_STALE_MS,
  });
}

/** GET /license/definitions/{licenseId} */
export function definitionQuery(api: Api, licenseId: string) {
  return queryOptions({
    queryKey: licenseKeys.definition(licenseId),
    queryFn: async ({ signal }): Promise<LicenseDefinition> => {
      const definition = await required<LicenseDefinition>(
        api.http.GET('/api/v2/license/definitions/{licenseId}', {
          params: { path: { licenseId } },
          signal,
        }),
      );
      return shapedDefinition(definition) ?? {};
    },
    staleTime: DEFINITIONS_STALE_MS,
  });
}

/** GET /license/organization: every assignment in one answer. Some organizations no longer answer it (404). */
export function licenseOrganizationQuery(api: Api) {
  return queryOptions({
    queryKey: licenseKeys.organization(),
    queryFn: ({ signal }) => readLicenseOrganization(api, signal),
  });
}

export function readLicenseOrganization(
  api: Api,
  signal?: AbortSignal,
): Promise<LicenseOrganization> {
  return required(api.http.GET('/api/v2/license/organization', { signal: signal ?? null }));
}

/** GET /license/users/{userId}: one user's licenses, as definitions. */
export function userLicensesQuery(api: Api, userId: string) {
  return queryOptions({
    queryKey: licenseKeys.user(userId),
    queryFn: async ({ signal }): Promise<LicenseUser> => {
      const user = await required(
        api.http.GET('/api/v2/license/users/{userId}', { params: { path: { userId } }, signal }),
      );
      const licenses: unknown = user.licenses;
      if (!Array.isArray(licenses)) return { id: userId };
      // One that cannot be read is still a license: the page counts those without a name.
      return { id: userId, licenses: licenses.map((license) => shapedDefinition(license) ?? {}) };
    },
  });
}

/** POST /license/users as a query: the licenses of several users, by user id. */
export function licensesOfUsersQuery(api: Api, userIds: readonly string[]) {
  return queryOptions({
    queryKey: licenseKeys.users(userIds),
    queryFn: ({ signal }) => readLicensesOfUsers(api, userIds, signal),
    enabled: userIds.length > 0,
  });
}

/** POST /license/infer: the ids of the licenses that a set of roles implies. */
export function inferredLicensesQuery(api: Api, roleIds: readonly string[]) {
  const sorted = [...roleIds].sort();
  return queryOptions({
    queryKey: licenseKeys.infer(sorted),
    queryFn: ({ signal }) => inferLicenses(api, sorted, signal),
    enabled: sorted.length > 0,
    staleTime: DEFINITIONS_STALE_MS,
  });
}

export const useDefinitions = () => useQuery(definitionsQuery(useApi()));
export const useDefinition = (licenseId: string) => useQuery(definitionQuery(useApi(), licenseId));
export const useLicenseOrganization = () => useQuery(licenseOrganizationQuery(useApi()));
export const useUserLicenses = (userId: string) => useQuery(userLicensesQuery(useApi(), userId));
export const useLicensesOfUsers = (userIds: readonly string[]) =>
  useQuery(licensesOfUsersQuery(useApi(), userIds));
export const useInferredLicenses = (roleIds: readonly string[]) =>
  useQuery(inferredLicensesQuery(useApi(), roleIds));

function inferLicenses(
  api: Api,
  roleIds: readonly string[],
  signal?: AbortSignal,
): Promise<string[]> {
  return requiredList(
    api.http.POST('/api/v2/license/infer', { body: [...roleIds], signal: signal ?? null }),
  );
}

/** GET /license/users: one page of users with the ids of their licenses. Pages count from 1. */
export function readLicenseUsersPage(
  api: Api,
  page: { pageNumber: number; pageSize: number },
  signal?: AbortSignal,
): Promise<EntityPage<UserLicenses>> {
  return requiredPage(
    api.http.GET('/api/v2/license/users', { params: { query: page }, signal: signal ?? null }),
    shapedUserLicenses,
  );
}

/**
 * POST /license/users: what the service says these users hold now. A user whom the answer leaves out, or whose value has
 * no shape we know, is absent from the map: what they hold is unknown, which is not the same as nothing.
 */
export async function readLicensesOfUsers(
  api: Api,
  userIds: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Set<string>>> {
  const answer: unknown = await requiredData(
    api.http.POST('/api/v2/license/users', { body: [...userIds], signal: signal ?? null }),
  );
  const read = new Map<string, Set<string>>();
  if (!isRecord(answer)) return read;
  for (const userId of userIds) {
    const licenseIds = licenseIdsOf(answer[userId]);
    if (licenseIds) read.set(userId, new Set(licenseIds));
  }
  return read;
}

/**
 * The published schema leaves the value of POST /license/users open. Known shapes: a list of ids, a list of definitions,
 * and a LicenseUser holding either.
 */
function licenseIdsOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    const ids = value.map((item: unknown) => {
      if (typeof item === 'string') return item;
      return isRecord(item) && typeof item.id === 'string' ? item.id : undefined;
    });
    // One unreadable license makes the whole set unknown: leaving it out would claim that the user lacks it.
    return ids.every((id) => id !== undefined) ? ids : undefined;
  }
  return isRecord(value) && 'licenses' in value ? licenseIdsOf(value.licenses) : undefined;
}

/**
 * POST /license/organization. The answer is the service's word on each pair, not proof: read the users back before
 * telling anyone that something changed.
 */
export function postAssignments(
  api: Api,
  assignments: LicenseAssignmentRequest[],
  signal?: AbortSignal,
): Promise<LicenseUpdateStatus[]> {
  return requiredList(
    api.http.POST('/api/v2/license/organization', {
      body: { assignments },
      signal: signal ?? null,
    }),
  );
}
