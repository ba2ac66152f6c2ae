// @vitest-environment node
import { expect, it } from 'vitest';
import { inferredLicensesQuery } from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { userRolesQuery } from '@/api/users';
import { lookUpRoles, type RoleMemory } from '@/pages/assign/roleLookup';
import { mswServer, signedIn } from '../../api/support';

const server = mswServer();

it('the listing of many users says of each the same as a request for that user', async () => {
  const { api, sandbox, requests } = signedIn(server, { rateLimit: null });
  const queryClient = createQueryClient();
  const userIds = sandbox.organization.users
    .filter(({ profile }) => profile.state !== 'deleted')
    .map(({ id }) => id);
  const memory: RoleMemory = { roles: new Map(), brought: new Map() };
  const error = await lookUpRoles({
    api,
    queryClient,
    userIds,
    removed: new Set(),
    memory,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(error).toBeUndefined();
  const listings = requests().filter((request) => request.startsWith('GET /api/v2/users?'));
  expect(listings).toHaveLength(1);
  expect(memory.brought.size).toBe(userIds.length);
  for (const userId of userIds.slice(0, 20)) {
    const { roles = [] } = await queryClient.fetchQuery(userRolesQuery(api, userId));
    const roleIds = roles.flatMap(({ id }) => id ?? []);
    const licenseIds =
      roleIds.length === 0 ? [] : await queryClient.fetchQuery(inferredLicensesQuery(api, roleIds));
    expect(memory.brought.get(userId)).toMatchObject({ licenseIds: new Set(licenseIds) });
  }
});
