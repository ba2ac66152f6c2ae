import { readFileSync } from 'node:fs';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ApiProvider } from '@/api/ApiProvider';
import { type Api, createApi } from '@/api/client';
import { postAssignments } from '@/api/licenses';
import { NEEDED, needsOf, type Permission } from '@/api/neededPermissions';
import { useCheckPermissionsAgain, usePermission } from '@/api/permissions';
import { createQueryClient } from '@/api/queryClient';
import { API_URL, mswServer, rejection, signedIn } from './support';

const server = mswServer();

/** What a page is told of permissions, by someone signed in to `api`. */
function asking(api: Api, ...anyOf: Permission[]) {
  const client = createQueryClient();
  return renderHook(() => ({ answer: usePermission(...anyOf), ...useCheckPermissionsAgain() }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <ApiProvider api={api}>{children}</ApiProvider>
      </QueryClientProvider>
    ),
  });
}

/** The service answers GET /users/me with this, whatever it is. */
function authorizedBy(authorization: unknown) {
  server.use(
    http.get(`${API_URL}/api/v2/users/me`, () => HttpResponse.json({ id: 'me', authorization })),
  );
  return createApi({ baseUrl: API_URL, getToken: () => 'a', onUnauthorized: () => undefined });
}

const listed = (permissions: unknown) => authorizedBy({ permissions });
const policies = (...permissionPolicies: unknown[]) => authorizedBy({ permissionPolicies });

/** A policy that gives `authorization:grant:add`, but for what the test is about. */
const policy = (change: Record<string, unknown> = {}) => ({
  domain: 'authorization',
  entityName: 'grant',
  actionSet: ['view', 'add'],
  ...change,
});

describe('a permission', () => {
  it('is known from the list of the service, before anything is tried', async () => {
    const { api, sandbox, requests } = signedIn(server);
    sandbox.revokePermission('authorization:grant:add');
    const { result } = asking(api, 'authorization:grant:add');
    expect(result.current.answer).toBe('unknown');
    await waitFor(() => expect(result.current.answer).toBe('no'));
    expect(requests()).toEqual(['GET /api/v2/users/me?expand=authorization 200']);
  });

  it('of which one of several is enough is there when one of them is', async () => {
    const { api, sandbox } = signedIn(server);
    sandbox.revokePermission('authorization:grant:add');
    const { result } = asking(api, 'authorization:grant:add', 'authorization:license:view');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
  });

  it.each(['authorization:*:*', 'authorization:grant:*', 'authorization:*', '*'])(
    'is given by %s too',
    async (given) => {
      const { result } = asking(listed([given]), 'authorization:grant:add');
      await waitFor(() => expect(result.current.answer).toBe('yes'));
    },
  );

  it.each(['directory:*:*', 'authorization:grant', 'authorization:grant:addAll', ''])(
    'is not given by "%s"',
    async (given) => {
      const { result } = asking(listed([given, 'a:b:c']), 'authorization:grant:add');
      await waitFor(() => expect(result.current.answer).toBe('no'));
    },
  );

  it.each([
    ['no list', undefined],
    ['an empty list', []],
    ['something else than a list', 'all'],
    ['a list of something else', [{ id: 'authorization:grant:add' }]],
  ])('is unknown where the service gives %s', async (_, permissions) => {
    const { result } = asking(listed(permissions), 'authorization:grant:add');
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.answer).toBe('unknown');
  });

  it('is unknown where the service does not answer', async () => {
    const { api, sandbox } = signedIn(server);
    sandbox.faults.add({ kind: '403', operation: 'getUsersMe' });
    const { result } = asking(api, 'authorization:grant:add');
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.answer).toBe('unknown');
  });

  it('that is taken away in mid-work is missed from the first refusal on', async () => {
    const { api, sandbox } = signedIn(server);
    const { result } = asking(api, 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
    sandbox.revokePermission('authorization:grant:add');
    const error = await act(() => rejection(postAssignments(api, [])));
    expect(error).toMatchObject({
      status: 403,
      refusal: { kind: 'permission', permissions: ['authorization:grant:add'], needed: 'any' },
    });
    expect(result.current.answer).toBe('no');
  });

  it('that comes later is found when somebody asks again, or when it turns out to work', async () => {
    const { api, sandbox } = signedIn(server);
    sandbox.revokePermission('authorization:grant:add');
    const { result } = asking(api, 'authorization:grant:add');
    await act(() => rejection(postAssignments(api, [])));
    sandbox.grantPermission('authorization:grant:add');
    act(() => result.current.checkAgain());
    await waitFor(() => expect(result.current.answer).toBe('yes'));

    sandbox.revokePermission('authorization:grant:add');
    act(() => result.current.checkAgain());
    await waitFor(() => expect(result.current.answer).toBe('no'));
    sandbox.grantPermission('authorization:grant:add');
    await act(() => postAssignments(api, []));
    expect(result.current.answer).toBe('yes');
  });

  /** Changes of assignments are refused with this from now on. */
  const refusing = (body: Record<string, unknown>) =>
    server.use(
      http.post(`${API_URL}/api/v2/license/organization`, () =>
        HttpResponse.json(body, { status: 403 }),
      ),
    );

  it.each(['not.authorized', 'missing.division.permission', 'missing.scopes', undefined])(
    'is not judged by a refusal of the code %s, whatever its words',
    async (code) => {
      const { api } = signedIn(server);
      const { result } = asking(api, 'authorization:grant:add');
      await waitFor(() => expect(result.current.answer).toBe('yes'));
      refusing({ code, message: 'authorization:grant:add, but not from here' });
      await act(() => rejection(postAssignments(api, [])));
      expect(result.current.answer).toBe('yes');
    },
  );

  it('is learned by the name that the service gives, not by that of the contract', async () => {
    const { api } = signedIn(server);
    const { result } = asking(api, 'authorization:grant:add');
    const { result: named } = asking(api, 'directory:user:view');
    await waitFor(() => expect(named.current.answer).toBe('yes'));
    const messageParams = { permissions: 'directory:user:view' };
    refusing({ code: 'missing.permissions', messageParams });
    await act(() => rejection(postAssignments(api, [])));
    expect(result.current.answer).toBe('yes');
    expect(named.current.answer).toBe('no');
  });

  it('is not known to be missing where several are needed together', async () => {
    const { api } = signedIn(server);
    const { result } = asking(api, 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
    refusing({
      code: 'missing.permissions',
      message: 'You need [authorization:grant:add, authorization:license:view]',
    });
    await act(() => rejection(postAssignments(api, [])));
    expect(result.current.answer).toBe('yes');
  });
});

describe('a permission policy', () => {
  it.each([
    ['its action', policy()],
    ['every action', policy({ actionSet: ['*'] })],
    ['every entity of the domain', policy({ entityName: '*', actionSet: ['add'] })],
    ['everything', { domain: '*', entityName: '*', actionSet: ['*'] }],
    [
      'no condition, in fields that are empty',
      policy({ resourceCondition: '', namedResources: [], resourceConditionNode: null }),
    ],
    ['every resource by name', policy({ namedResources: ['*'] })],
    ['an action among actions of a wrong type', policy({ actionSet: [null, 7, 'add'] })],
  ])('gives a permission by %s', async (_, given) => {
    const { result } = asking(policies(given), 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
  });

  it.each([
    ['another action', policy({ actionSet: ['view', 'delete'] })],
    ['another entity', policy({ entityName: 'role' })],
    ['another domain', policy({ domain: 'directory' })],
  ])('of %s gives it not', async (_, given) => {
    const { result } = asking(policies(given), 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('no'));
  });

  it.each([
    ['a condition', { resourceCondition: 'division == "sales"' }],
    ['a condition as a tree', { resourceConditionNode: { conjunction: 'AND', terms: [] } }],
    ['resources by name', { namedResources: ['support'] }],
    ['resources of a wrong type', { namedResources: 'support' }],
  ])('with %s says neither yes nor no', async (_, condition) => {
    const { result } = asking(policies(policy(condition)), 'authorization:grant:add');
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.answer).toBe('unknown');
  });

  it('with a condition changes nothing where another one or the list gives the permission', async () => {
    const conditional = policy({ resourceCondition: 'x' });
    const { result } = asking(policies(conditional, policy()), 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
    const both = authorizedBy({
      permissions: ['authorization:grant:add'],
      permissionPolicies: [conditional],
    });
    const { result: other } = asking(both, 'authorization:grant:add');
    await waitFor(() => expect(other.current.answer).toBe('yes'));
  });

  it('adds to the list, and the list to it', async () => {
    const permissions = ['directory:user:view'];
    const api = authorizedBy({ permissions, permissionPolicies: [policy()] });
    const { result } = asking(api, 'authorization:grant:add');
    await waitFor(() => expect(result.current.answer).toBe('yes'));
    const { result: listedOne } = asking(api, 'directory:user:view');
    await waitFor(() => expect(listedOne.current.answer).toBe('yes'));
    const { result: neither } = asking(api, 'billing:subscription:read');
    await waitFor(() => expect(neither.current.answer).toBe('no'));
  });

  it.each([
    ['null', null],
    ['text', 'authorization:grant:add'],
    ['a list', ['authorization', 'grant', 'add']],
    ['without a domain', policy({ domain: undefined })],
    ['without an entity', policy({ entityName: null })],
    ['with an entity of a wrong type', policy({ entityName: ['grant'] })],
    ['without actions', policy({ actionSet: undefined })],
    ['with empty actions', policy({ actionSet: [] })],
    ['with actions that are no list', policy({ actionSet: 'add' })],
    ['with actions of a wrong type', policy({ actionSet: [null, {}] })],
  ])('that is %s is ignored, and alone says nothing', async (_, broken) => {
    const { result } = asking(policies(broken), 'authorization:grant:add');
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.answer).toBe('unknown');
    const { result: beside } = asking(policies(broken, policy()), 'authorization:grant:add');
    await waitFor(() => expect(beside.current.answer).toBe('yes'));
  });

  it.each([
    ['no list of policies', { permissionPolicies: { 0: policy() } }],
    ['an authorization that is null', null],
    ['an authorization that is no object', 'all'],
    ['empty lists', { permissions: [], permissionPolicies: [] }],
  ])('is unknown where there is %s', async (_, authorization) => {
    const { result } = asking(authorizedBy(authorization), 'authorization:grant:add');
    await waitFor(() => expect(result.current.isChecking).toBe(false));
    expect(result.current.answer).toBe('unknown');
  });
});

const contract: { paths: Record<string, Record<string, Record<string, unknown>>> } = JSON.parse(
  readFileSync('contract/genesys-cloud-license.openapi.json', 'utf8'),
);

it('the permissions that the console names are those of the contract', () => {
  for (const [operation, permissions] of Object.entries(NEEDED)) {
    const [method = '', path = ''] = operation.split(' ');
    const { 'x-required-permissions-any': needed } =
      contract.paths[path]?.[method.toLowerCase()] ?? {};
    expect(needed, operation).toEqual(permissions);
  }
});

it.each([
  ['GET /api/v2/license/users', 'license'],
  ['POST /api/v2/license/organization', 'license'],
  ['GET /api/v2/users/me', 'users:readonly'],
  ['POST /api/v2/users/search', 'users:readonly'],
  ['GET /api/v2/users/{subjectId}/roles', 'authorization:readonly'],
  ['GET /api/v2/authorization/roles', 'authorization:readonly'],
  ['POST /api/v2/authorization/roles/{roleId}', 'authorization'],
  ['GET /api/v2/organizations/me', 'organization:readonly'],
  ['GET /api/v2/billing/reports/billableusage', 'billing:readonly'],
])('%s needs the scope %s', (operation, scope) => {
  const [method = '', path = ''] = operation.split(' ');
  expect(contract.paths[path]?.[method.toLowerCase()]).toBeDefined();
  expect(needsOf(operation).scopes).toEqual([scope]);
});
