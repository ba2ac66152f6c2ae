import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from './ApiProvider';
import { type Api, required, requiredPage } from './client';
import { ApiError } from './errors';
import type { User, UserAuthorization, UserEntityListing, UserSearchRequest } from './schema';

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
  /** Only these users. */
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
): Promise<UserEntityListing> {
  return requiredPage(
    api.http.GET('/api/v2/users', { params: { query: page }, signal: signal ?? null }),
  );
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
  const read = (state?: 'deleted'): Promise<User> =>
    required(
      api.http.GET('/api/v2/users/{userId}', {
        params: {
          path: { userId },
          query: { expand: ['dateLastLogin'], ...(state && { state }) },
        },
        signal,
      }),
    );
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

function searchUsers(api: Api, request: UserSearchRequest, signal?: AbortSignal) {
  return required(api.http.POST('/api/v2/users/search', { body: request, signal: signal ?? null }));
}

export const useUsersPage = (page: UsersPage) => useQuery(usersPageQuery(useApi(), page));
export const useUser = (userId: string) => useQuery(userQuery(useApi(), userId));
export const useUserRoles = (userId: string) => useQuery(userRolesQuery(useApi(), userId));
export const useUserSearch = (request: UserSearchRequest, enabled = true) =>
  useQuery({ ...userSearchQuery(useApi(), request), enabled });
