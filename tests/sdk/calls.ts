import { expect } from 'vitest';
import type { OperationId } from '@/sandbox';
import type { SandboxServer } from '@/sandbox/server';
import { accessCalls } from './accessCalls';
import { type Call, has, lists, me, somebody } from './call';

/** Operations that the SDK has dropped; the console calls them all the same, where they answer. */
export const notInSdk = ['getLicenseOrganization'] as const satisfies readonly OperationId[];

const held = (service: SandboxServer) => service.sandbox.organization.assignmentsOf(me(service).id);
const roles = ({ sandbox }: SandboxServer) => [...sandbox.organization.roles.values()];
const lastMonth = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];

/** One call of every operation of the contract that the SDK has. */
export const calls: Record<Exclude<OperationId, (typeof notInSdk)[number]>, Call> = {
  getLicenseDefinitions: {
    api: 'LicenseApi',
    shows: ({ sandbox }) =>
      expect.arrayContaining([...sandbox.organization.definitions.keys()].map((id) => has({ id }))),
  },
  getLicenseDefinition: {
    api: 'LicenseApi',
    args: () => ['cloudCX3'],
    shows: () => has({ id: 'cloudCX3', permissions: has({ ids: expect.any(Array) }) }),
  },
  postLicenseOrganization: {
    api: 'LicenseApi',
    args: (service) => [
      {
        body: {
          assignments: held(service).map((licenseId) => ({
            licenseId,
            userIdsAdd: [me(service).id],
            userIdsRemove: [],
          })),
        },
      },
    ],
    shows: (service) =>
      held(service).map((licenseId) => ({
        userId: me(service).id,
        licenseId,
        result: 'NO_CHANGE',
      })),
  },
  getLicenseUsers: {
    api: 'LicenseApi',
    args: () => [{ pageSize: 100, pageNumber: 1 }],
    shows: (service) =>
      has({ pageNumber: 1, entities: lists({ id: me(service).id, licenses: held(service) }) }),
  },
  postLicenseUsers: {
    api: 'LicenseApi',
    args: (service) => [{ body: [me(service).id] }],
    shows: (service) => ({ [me(service).id]: held(service) }),
  },
  getLicenseUser: {
    api: 'LicenseApi',
    args: (service) => [me(service).id],
    shows: (service) =>
      has({ licenses: expect.arrayContaining(held(service).map((id) => has({ id }))) }),
  },
  postLicenseInfer: {
    api: 'LicenseApi',
    args: (service) => [{ body: roles(service).map(({ id }) => id) }],
    shows: () => expect.arrayContaining(['cloudCX3']),
  },
  postLicenseInferPermissions: {
    api: 'LicenseApi',
    args: ({ sandbox }) => [
      { body: sandbox.organization.definitions.get('cloudCX3')?.permissions?.ids ?? [] },
    ],
    shows: () => expect.arrayContaining([expect.any(String)]),
  },
  getUsers: {
    api: 'UsersApi',
    args: () => [
      {
        pageSize: 100,
        state: 'any',
        sortOrder: 'DESC',
        expand: ['authorization', 'dateLastLogin'],
      },
    ],
    shows: (service) =>
      has({
        total: service.sandbox.organization.users.length,
        entities: lists({
          id: me(service).id,
          authorization: has({ permissions: expect.any(Array) }),
        }),
      }),
  },
  getUsersMe: {
    api: 'UsersApi',
    args: () => [{ expand: ['authorization', 'organization'] }],
    shows: (service) =>
      has({
        id: me(service).id,
        name: me(service).name,
        organization: has({ id: service.sandbox.organization.id }),
      }),
  },
  getUser: {
    api: 'UsersApi',
    args: (service) => [somebody(service).id, { expand: ['authorization'], state: 'active' }],
    shows: (service) =>
      has({ id: somebody(service).id, authorization: has({ roles: expect.any(Array) }) }),
  },
  postUsersSearch: {
    api: 'UsersApi',
    args: (service) => [
      {
        pageSize: 25,
        query: [{ type: 'EXACT', fields: ['email'], value: me(service).email }],
      },
    ],
    shows: (service) => has({ total: 1, results: [has({ id: me(service).id })] }),
  },
  getUserRoles: {
    api: 'AuthorizationApi',
    args: (service) => [me(service).id],
    shows: (service) =>
      has({ permissions: expect.arrayContaining([...service.sandbox.permissions]) }),
  },
  getAuthorizationRoles: {
    api: 'AuthorizationApi',
    args: (service) => [
      { pageSize: 5, name: `${roles(service)[0]?.name?.slice(0, 3)}*`, sortBy: 'name' },
    ],
    shows: (service) =>
      has({
        pageSize: 5,
        entities: lists({ id: roles(service)[0]?.id, userCount: expect.any(Number) }),
      }),
  },
  getOrganizationsMe: {
    api: 'OrganizationApi',
    shows: ({ sandbox }) => has({ id: sandbox.organization.id, name: sandbox.organization.name }),
  },
  getBillingReportsBillableusage: {
    api: 'BillingApi',
    args: () => lastMonth,
    shows: () => has({ startDate: lastMonth[0], endDate: lastMonth[1] }),
  },
  getTokensMe: {
    api: 'TokensApi',
    shows: ({ sandbox }) =>
      has({
        organization: has({ id: sandbox.organization.id }),
        authorizedScope: expect.arrayContaining([...sandbox.scopes]),
      }),
  },
  deleteTokensMe: {
    api: 'TokensApi',
    shows: () => '',
    after: ({ sandbox }, token) => expect(sandbox.isTokenValid(token)).toBe(false),
  },
  ...accessCalls,
};
