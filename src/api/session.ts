import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from './ApiProvider';
import { type Api, required } from './client';

const sessionKeys = {
  me: ['users', 'me'] as const,
  organization: ['organizations', 'me'] as const,
};

/** GET /users/me: who signed in, and to which organization. There is no id_token and no userinfo to ask instead. */
export function meQuery(api: Api) {
  return queryOptions({
    queryKey: sessionKeys.me,
    queryFn: ({ signal }) =>
      required(
        api.http.GET('/api/v2/users/me', {
          params: { query: { expand: ['organization'] } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** GET /organizations/me */
export function organizationQuery(api: Api) {
  return queryOptions({
    queryKey: sessionKeys.organization,
    queryFn: ({ signal }) => required(api.http.GET('/api/v2/organizations/me', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const useMe = () => useQuery(meQuery(useApi()));
export const useOrganizationEntity = () => useQuery(organizationQuery(useApi()));

/** DELETE /tokens/me: the service forgets the token that makes this request. */
export async function revokeToken(api: Api, signal?: AbortSignal): Promise<void> {
  await api.http.DELETE('/api/v2/tokens/me', { signal: signal ?? null });
}
