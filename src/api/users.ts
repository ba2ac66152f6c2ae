import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from './ApiProvider';
import { type Api, type EntityPage, required, requiredPage } from './client';
import { ApiError } from './errors';
import type { User, UserAuthorization, UserSearchRequest } from './schema';
import { shapedUser } from './shape';

export type UserState = 'active' | 'inactive' | 'deleted' | 'any';

const userKeys = {
  all: ['users'] as const,
  page: (page: UsersPage) => [...userKeys.all, 'page', page] as const,
  detail: (userId: string) => [...userKeys.all, 'detail', userId] as const,
  roles: (userId: string) => [...userKeys.all, 'roles', userId] as const,
  search: (request: UserSearchRequest) => [...userKeys.all, 'search', request] as const,
};

export interface UsersPage {
  pageNumber: number;
  pageSize: number;
  state?: UserState;
  /** These users alone, as far as the service knows them. */
  id?: string[];
  /** Properties that the service adds on request, best effort: dateLastLogin, authorization … */
  expand?: string[];
}

/** GET /users: one page. Pages count from 1; the service takes up to 500 users a page. */
export function usersPageQuery(api: Api, page: UsersPage) {
  return queryOptions({
    queryKey: userKeys.page(page),
    queryFn: ({ signal }) => readUsersPage(api, page, signal),
  });
}

export function readUsersPage(
  api: Api,
  page: UsersPage,
  signal?: AbortSignal,
): Promise<EntityPage<User>> {
  return requiredPage(
    api.http.GET('/api/v2/users', { params: { query: page }, signal: signal ?? null }),
    shapedUser,
  );
}

/** GET /users?id=…: those of these users whom the service tells of, in whatever state they are. */
export async function readUsersByIds(
  api: Api,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<EntityPage<User>> {
  const page = { pageNumber: 1, pageSize: ids.length, id: [...ids], expand: ['dateLastLogin'] };
  try {
    return await readUsersPage(api, { ...page, state: 'any' }, signal);
  } catch (error) {
    // Some organizations know no `any`: those who work are what can be asked for.
    if (!(error instanceof ApiError && error.status === 400) || ids.length > 1) throw error;
    return readUsersPage(api, page, signal);
  }
}

/** GET /users/{userId}, with the last login where the service gives it. */
export function userQuery(api: Api, userId: string) {
  return queryOptions({
    queryKey: userKeys.detail(userId),
    queryFn: ({ signal }) => readUser(api, userId, signal),
  });
}

/** Unasked, the service does not know the deleted: a user that it denies is asked for once more as a deleted one. */
async function readUser(api: Api, userId: string, signal: AbortSignal): Promise<User> {
  const read = async (state?: 'deleted'): Promise<User> => {
    const user = await required(
      api.http.GET('/api/v2/users/{userId}', {
        params: {
          path: { userId },
          query: { expand: ['dateLastLogin'], ...(state && { state }) },
        },
        signal,
      }),
    );
    return shapedUser({ ...user, id: userId }) ?? { id: userId, version: 0 };
  };
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ApiError && error.isNotFound)) throw error;
    return read('deleted');
  }
}

/** GET /users/{subjectId}/roles */
export function userRolesQuery(api: Api, userId: string) {
  return queryOptions({
    queryKey: userKeys.roles(userId),
    queryFn: ({ signal }): Promise<UserAuthorization> =>
      required(
        api.http.GET('/api/v2/users/{subjectId}/roles', {
          params: { path: { subjectId: userId } },
          signal,
        }),
      ),
  });
}

/** POST /users/search */
export function userSearchQuery(api: Api, request: UserSearchRequest) {
  return queryOptions({
    queryKey: userKeys.search(request),
    queryFn: ({ signal }) => searchUsers(api, request, signal),
  });
}

async function searchUsers(api: Api, request: UserSearchRequest, signal?: AbortSignal) {
  const found = await required(
    api.http.POST('/api/v2/users/search', { body: request, signal: signal ?? null }),
  );
  const results: unknown = found.results;
  return {
    ...found,
    results: Array.isArray(results)
      ? results.flatMap((user: unknown) => shapedUser(user) ?? [])
      : [],
  };
}

export const useUsersPage = (page: UsersPage) => useQuery(usersPageQuery(useApi(), page));
export const useUser = (userId: string) => useQuery(userQuery(useApi(), userId));
export const useUserRoles = (userId: string) => useQuery(userRolesQuery(useApi(), userId));
export const useUserSearch = (request: UserSearchRequest, enabled = true) =>
  useQuery({ ...userSearchQuery(useApi(), request), enabled });
