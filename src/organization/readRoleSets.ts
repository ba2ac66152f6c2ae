import type { QueryClient } from '@tanstack/react-query';
import type { Api, EntityPage } from '@/api/client';
import { ApiError } from '@/api/errors';
import type { User } from '@/api/schema';
import { readUsersPage, type UserState } from '@/api/users';
import { type PageRequest, readPages } from './readPages';

/** A user with the ids of their roles; undefined where the service does not tell them, or not all of them. */
interface UserRoles {
  readonly id: string;
  readonly roleIds: readonly string[] | undefined;
}

/** Users who have exactly the same roles. */
export interface SameRoles {
  /** Sorted. */
  readonly roleIds: readonly string[];
  readonly userIds: readonly string[];
}

interface ReadRoleSets {
  api: Api;
  /** Keeps the pages, so that whoever stopped goes on from there. */
  queryClient: QueryClient;
  signal: AbortSignal;
  onProgress: (done: number, total: number | undefined) => void;
}

export const ROLE_PAGES_KEY = ['users', 'roles', 'pages'] as const;

/**
 * Reads the roles of all users from the listing, which tells them at the service's best effort: a request for each user
 * would take an hour. Sets of roles are few, however many users there are.
 */
export async function readRoleSets(
  options: ReadRoleSets,
): Promise<{ sets: readonly SameRoles[]; error: unknown }> {
  const roleIdsOf = new Map<string, readonly string[]>();
  const read = async (state: UserState) => {
    const [failed] = await readPages<UserRoles>({
      ...options,
      read: (page, signal) => {
        signal.throwIfAborted();
        return rolesPage(options, state, page);
      },
      onPage: ({ entities }) => {
        for (const { id, roleIds } of entities) if (roleIds) roleIdsOf.set(id, roleIds);
      },
    });
    return failed?.error;
  };
  let error: unknown;
  try {
    error = await read('any');
  } catch (refused) {
    if (!(refused instanceof ApiError && refused.status === 400)) throw refused;
    // Where the service refuses `any`, those who work are what matters.
    error = await read('active');
  }
  return { sets: bySet(roleIdsOf), error };
}

/** One page, of which only the ids stay: with roles the service sends every permission of everybody. */
function rolesPage(
  { api, queryClient }: ReadRoleSets,
  state: UserState,
  page: PageRequest,
): Promise<EntityPage<UserRoles>> {
  return queryClient.fetchQuery({
    queryKey: [...ROLE_PAGES_KEY, state, page],
    queryFn: async ({ signal }) => {
      const request = { ...page, state, expand: ['authorization'] };
      const { entities, ...listing } = await readUsersPage(api, request, signal);
      return { ...listing, entities: entities.flatMap(rolesOf) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

function rolesOf({ id, authorization }: User): UserRoles[] {
  if (id === undefined) return [];
  const ids = authorization?.roles?.map((role) => role.id);
  // A role without an id cannot be asked about, and without it the answer would be of another set.
  const isWhole = ids?.every((roleId) => roleId !== undefined);
  return [{ id, roleIds: isWhole ? ids?.flatMap((roleId) => roleId ?? []).sort() : undefined }];
}

/** Large sets first: whoever stops early knows most. */
function bySet(roleIdsOf: ReadonlyMap<string, readonly string[]>): SameRoles[] {
  const sets = new Map<string, { roleIds: readonly string[]; userIds: string[] }>();
  for (const [userId, roleIds] of roleIdsOf) {
    const key = roleIds.join(' ');
    const set = sets.get(key);
    if (set) set.userIds.push(userId);
    else sets.set(key, { roleIds, userIds: [userId] });
  }
  return [...sets.values()].sort((a, b) => b.userIds.length - a.userIds.length);
}
