import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useApi } from './ApiProvider';
import { type Api, required } from './client';
import { answerOf, type GivenPermissions, readGivenPermissions } from './givenPermissions';
import type { Permission } from './neededPermissions';
import type { PermissionAnswer } from './permissionBook';

/** GET /users/me with the permissions of whoever signed in; null where the service lists none. */
export function ownPermissionsQuery(api: Api) {
  return queryOptions({
    queryKey: ['users', 'me', 'permissions'],
    queryFn: async ({ signal }): Promise<GivenPermissions | null> => {
      const me = await required(
        api.http.GET('/api/v2/users/me', {
          params: { query: { expand: ['authorization'] } },
          signal,
        }),
      );
      return readGivenPermissions(me.authorization);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * Whether the one who is signed in has any of these permissions. `unknown` where nothing says so, and then nothing is
 * kept from anybody: the service decides when it is asked.
 */
export function usePermission(...anyOf: readonly Permission[]): PermissionAnswer {
  const { permissions } = useApi();
  useSyncExternalStore(permissions.subscribe, permissions.getVersion);
  const { data: listed } = useQuery(ownPermissionsQuery(useApi()));
  const answers = new Set(
    anyOf.map(
      (permission) => permissions.learned(permission) ?? answerOf(listed ?? null, permission),
    ),
  );
  if (answers.has('yes')) return 'yes';
  return answers.has('unknown') ? 'unknown' : 'no';
}

/** Forgets what requests have taught, and asks the service for its list anew. */
export function useCheckPermissionsAgain(): { checkAgain: () => void; isChecking: boolean } {
  const api = useApi();
  const { refetch, isFetching } = useQuery(ownPermissionsQuery(api));
  async function checkAgain() {
    await refetch();
    api.permissions.forget();
  }
  return { checkAgain: () => void checkAgain(), isChecking: isFetching };
}
