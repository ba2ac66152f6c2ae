import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { delay, http } from 'msw';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '@/api/ApiProvider';
import type { Api } from '@/api/client';
import {
  useDefinition,
  useDefinitions,
  useInferredLicenses,
  useLicenseOrganization,
  useLicensesOfUsers,
  useUserLicenses,
} from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { useMe, useOrganizationEntity } from '@/api/session';
import { useUser, useUserRoles, useUserSearch, useUsersPage } from '@/api/users';
import { API_URL, mswServer, signedIn } from './support';

const server = mswServer();

function wrapperFor(api: Api) {
  const client = createQueryClient();
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <ApiProvider api={api}>{children}</ApiProvider>
    </QueryClientProvider>
  );
}

describe('a page that uses a hook', () => {
  it.each<[string, (userId: string) => { isSuccess: boolean; error: unknown }]>([
    ['the definitions', () => useDefinitions()],
    ['one definition', () => useDefinition('cloudCX1')],
    ['all assignments', () => useLicenseOrganization()],
    ['one user’s licenses', (userId) => useUserLicenses(userId)],
    ['the licenses of several users', (userId) => useLicensesOfUsers([userId])],
    ['the licenses that roles imply', () => useInferredLicenses(['employee'])],
    ['a page of users', () => useUsersPage({ pageNumber: 1, pageSize: 25 })],
    ['one user', (userId) => useUser(userId)],
    ['one user’s roles', (userId) => useUserRoles(userId)],
    ['a search', () => useUserSearch({ query: [{ type: 'EXACT', fields: ['name'], value: 'x' }] })],
    ['who signed in', () => useMe()],
    ['the organization', () => useOrganizationEntity()],
  ])('is given %s', async (_, use) => {
    const { api, sandbox } = signedIn(server, { assignmentReads: 'both' });
    const { result } = renderHook(() => use(sandbox.administrator.id), {
      wrapper: wrapperFor(api),
    });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
  });

  it('cancels its requests when it is left', async () => {
    const { api } = signedIn(server);
    const aborted = vi.fn<() => void>();
    server.use(
      http.get(`${API_URL}/api/v2/license/definitions`, async ({ request }) => {
        request.signal.addEventListener('abort', aborted);
        await delay('infinite');
      }),
    );
    const { unmount } = renderHook(() => useDefinitions(), { wrapper: wrapperFor(api) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(aborted).not.toHaveBeenCalled();
    unmount();
    await waitFor(() => expect(aborted).toHaveBeenCalled());
  });

  it('says what is wrong when nobody is signed in', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useDefinitions())).toThrow('nobody is signed in');
  });
});
