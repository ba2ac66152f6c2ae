import { expect } from 'vitest';
import type { OperationId } from '@/sandbox';
import type { SandboxServer } from '@/sandbox/server';
import type { Call } from './call';

const has = (part: object): unknown => expect.objectContaining(part);

const me = ({ sandbox }: SandboxServer) => sandbox.administrator.id;

function role({ sandbox }: SandboxServer, name: string) {
  const found = [...sandbox.organization.roles.values()].find((known) => known.name === name);
  if (found === undefined) throw new Error(`The sandbox has no role ${name}`);
  return found;
}

const supervisor = (service: SandboxServer) => role(service, 'Supervisor').id;
const anywhere = (service: SandboxServer) => ({
  grants: [{ roleId: supervisor(service), divisionId: '*' }],
});

type Calls = Partial<Record<OperationId, Call>>;

/** Roles, grants, groups, divisions and audits, as the SDK calls them. */
export const grantCalls = {
  getLicenseToggle: {
    api: 'LicenseApi',
    args: () => ['automaticLicenseAssignment'],
    shows: () => ({ featureName: 'automaticLicenseAssignment', enabled: true }),
  },
  getAuthorizationRole: {
    api: 'AuthorizationApi',
    args: (service) => [supervisor(service), { userCount: true, expand: ['unusedPermissions'] }],
    shows: (service) =>
      has({
        id: supervisor(service),
        userCount: expect.any(Number),
        unusedPermissions: expect.any(Array),
      }),
  },
  postAuthorizationRole: {
    api: 'AuthorizationApi',
    args: (service) => [
      supervisor(service),
      { subjectIds: [me(service)], divisionIds: ['*'] },
      { subjectType: 'PC_USER' },
    ],
    shows: () => '',
  },
  getAuthorizationRoleUsers: {
    api: 'AuthorizationApi',
    args: (service) => [role(service, 'Admin').id, { pageSize: 100, pageNumber: 1 }],
    shows: (service) => has({ entities: expect.arrayContaining([has({ id: me(service) })]) }),
  },
  getAuthorizationRoleSubjectgrants: {
    api: 'AuthorizationApi',
    args: (service) => [role(service, 'Admin').id, { pageSize: 100, pageNumber: 1 }],
    shows: (service) =>
      has({
        entities: expect.arrayContaining([
          has({ id: me(service), type: 'PC_USER', divisions: [has({ id: '*' })] }),
        ]),
      }),
  },
  putAuthorizationRoleUsersAdd: {
    api: 'AuthorizationApi',
    args: (service) => [supervisor(service), [me(service)]],
    shows: (service) => [me(service)],
  },
  putAuthorizationRoleUsersRemove: {
    api: 'AuthorizationApi',
    args: (service) => [supervisor(service), [me(service)]],
    shows: (service) => [me(service)],
  },
  getAuthorizationSubject: {
    api: 'AuthorizationApi',
    args: (service) => [me(service), { includeDuplicates: true }],
    shows: (service) =>
      has({
        grants: expect.arrayContaining([
          has({ subjectId: me(service), role: has({ name: 'Admin' }) }),
        ]),
      }),
  },
  postAuthorizationSubjectBulkadd: {
    api: 'AuthorizationApi',
    args: (service) => [me(service), anywhere(service), { subjectType: 'PC_USER' }],
    shows: () => '',
  },
  postAuthorizationSubjectBulkremove: {
    api: 'AuthorizationApi',
    args: (service) => [me(service), anywhere(service)],
    shows: () => '',
  },
  getAuthorizationDivisions: {
    api: 'AuthorizationApi',
    args: () => [{ pageSize: 100, pageNumber: 1 }],
    shows: () =>
      has({ entities: expect.arrayContaining([has({ name: 'Home', homeDivision: true })]) }),
  },
  getAuthorizationSettings: {
    api: 'AuthorizationApi',
    shows: () => has({ analysisEnabled: true, analysisDays: 30 }),
  },
  getAuthorizationRolesSettings: {
    api: 'AuthorizationApi',
    shows: () => has({ authorizationGrantDivisionAware: true }),
  },
  getGroups: {
    api: 'GroupsApi',
    args: () => [{ pageSize: 100, pageNumber: 1 }],
    shows: () => has({ entities: expect.arrayContaining([has({ name: 'Team leads' })]) }),
  },
  getAuditsQueryRealtimeServicemapping: {
    api: 'AuditApi',
    shows: () => has({ services: expect.arrayContaining([has({ name: 'PeoplePermissions' })]) }),
  },
  postAuditsQueryRealtime: {
    api: 'AuditApi',
    args: () => [{ interval: lastHour() }, { expand: ['user'] }],
    shows: () => has({ entities: expect.any(Array), total: expect.any(Number) }),
  },
} satisfies Calls;

function lastHour(): string {
  const now = Date.now();
  return [now - 3_600_000, now].map((at) => new Date(at).toISOString()).join('/');
}
