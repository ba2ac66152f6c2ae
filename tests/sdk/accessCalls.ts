import { expect } from 'vitest';
import type { OperationId } from '@/sandbox';
import type { SandboxServer } from '@/sandbox/server';
import { type Call, has, lists, me, somebody } from './call';

const organizationOf = ({ sandbox }: SandboxServer) => sandbox.organization;
/** A role that is not everybody's. */
const role = (service: SandboxServer) => {
  const { everybodysRoleId, roles } = organizationOf(service);
  const found = [...roles.values()].find(({ id }) => id !== everybodysRoleId);
  if (found === undefined) throw new Error('The organization has no role to give');
  return found;
};
const division = (service: SandboxServer) => {
  const [id = ''] = organizationOf(service).divisions.keys();
  return id;
};
const place = (service: SandboxServer) => ({
  roleId: role(service).id,
  divisionId: division(service),
});
const hasRole = (service: SandboxServer) =>
  organizationOf(service)
    .ownGrants(somebody(service).id)
    .some(({ roleId }) => roleId === role(service).id);

function giveRole(service: SandboxServer): void {
  const { id } = somebody(service);
  organizationOf(service).changeGrants(me(service).id, id, [place(service)], []);
  expect(hasRole(service)).toBe(true);
}
function takeRole(service: SandboxServer): void {
  const { id } = somebody(service);
  const grants = organizationOf(service)
    .ownGrants(id)
    .filter(({ roleId }) => roleId === role(service).id);
  organizationOf(service).changeGrants(me(service).id, id, [], grants);
  expect(hasRole(service)).toBe(false);
}
const isGiven = (service: SandboxServer) => expect(hasRole(service)).toBe(true);
const isTaken = (service: SandboxServer) => expect(hasRole(service)).toBe(false);

/** The last day, by the clock of the sandbox, which is the real one here. */
const lastDay = () => {
  const hours = (number: number) => new Date(Date.now() + number * 3_600_000).toISOString();
  return `${hours(-24)}/${hours(1)}`;
};

/** Roles, grants, groups, divisions and audits. */
export const accessCalls = {
  getAuthorizationRole: {
    api: 'AuthorizationApi',
    args: (service) => [role(service).id, { userCount: true, expand: ['unusedPermissions'] }],
    shows: (service) =>
      has({
        id: role(service).id,
        userCount: expect.any(Number),
        unusedPermissions: expect.any(Array),
      }),
  },
  postAuthorizationRole: {
    api: 'AuthorizationApi',
    before: takeRole,
    args: (service) => [
      role(service).id,
      { subjectIds: [somebody(service).id], divisionIds: [division(service)] },
      { subjectType: 'PC_USER' },
    ],
    shows: () => '',
    after: isGiven,
  },
  getAuthorizationRoleUsers: {
    api: 'AuthorizationApi',
    args: (service) => [organizationOf(service).everybodysRoleId, { pageSize: 100, pageNumber: 1 }],
    shows: (service) => has({ entities: lists({ id: me(service).id }) }),
  },
  getAuthorizationRoleSubjectgrants: {
    api: 'AuthorizationApi',
    before: giveRole,
    args: (service) => [role(service).id, { pageSize: 100, pageNumber: 1 }],
    shows: (service) =>
      has({
        entities: lists({
          id: somebody(service).id,
          type: 'PC_USER',
          divisions: lists({ id: division(service) }),
        }),
      }),
  },
  putAuthorizationRoleUsersAdd: {
    api: 'AuthorizationApi',
    before: takeRole,
    args: (service) => [role(service).id, [somebody(service).id]],
    shows: (service) => [somebody(service).id],
    after: isGiven,
  },
  putAuthorizationRoleUsersRemove: {
    api: 'AuthorizationApi',
    before: giveRole,
    args: (service) => [role(service).id, [somebody(service).id]],
    shows: (service) => [somebody(service).id],
    after: isTaken,
  },
  getAuthorizationSubject: {
    api: 'AuthorizationApi',
    before: giveRole,
    args: (service) => [somebody(service).id, { includeDuplicates: true }],
    shows: (service) =>
      has({
        id: somebody(service).id,
        grants: lists({
          subjectId: somebody(service).id,
          role: has({ id: role(service).id }),
          division: has({ id: division(service) }),
        }),
      }),
  },
  postAuthorizationSubjectBulkadd: {
    api: 'AuthorizationApi',
    before: takeRole,
    args: (service) => [
      somebody(service).id,
      { grants: [place(service)] },
      { subjectType: 'PC_USER' },
    ],
    shows: () => '',
    after: isGiven,
  },
  postAuthorizationSubjectBulkremove: {
    api: 'AuthorizationApi',
    before: giveRole,
    args: (service) => [somebody(service).id, { grants: [place(service)] }],
    shows: () => '',
    after: isTaken,
  },
  getAuthorizationDivisions: {
    api: 'AuthorizationApi',
    args: () => [{ pageSize: 100, pageNumber: 1 }],
    shows: (service) => has({ entities: lists({ id: division(service) }) }),
  },
  getAuthorizationSettings: {
    api: 'AuthorizationApi',
    shows: () => has({ analysisEnabled: true, analysisDays: 30 }),
  },
  getAuthorizationRolesSettings: {
    api: 'AuthorizationApi',
    shows: () => has({ authorizationGrantDivisionAware: expect.any(Boolean) }),
  },
  getGroups: {
    api: 'GroupsApi',
    args: (service) => [{ id: [...organizationOf(service).groups.keys()].slice(0, 2) }],
    shows: (service) =>
      has({
        total: 2,
        entities: [...organizationOf(service).groups.keys()].slice(0, 2).map((id) => has({ id })),
      }),
  },
  getLicenseToggle: {
    api: 'LicenseApi',
    args: () => ['automaticLicenseAssignment'],
    shows: () => has({ enabled: true }),
  },
  getAuditsQueryRealtimeServicemapping: {
    api: 'AuditApi',
    shows: () => has({ services: expect.arrayContaining([has({ name: expect.any(String) })]) }),
  },
  postAuditsQueryRealtime: {
    api: 'AuditApi',
    before: (service) => {
      takeRole(service);
      giveRole(service);
    },
    args: (service) => [
      {
        interval: lastDay(),
        filters: [{ property: 'UserId', value: me(service).id }],
        pageSize: 25,
        pageNumber: 1,
      },
      { expand: ['user'] },
    ],
    shows: (service) =>
      has({
        entities: lists({
          user: has({ id: me(service).id, name: me(service).name }),
          action: expect.any(String),
          eventDate: expect.any(String),
        }),
      }),
  },
} satisfies Partial<Record<OperationId, Call>>;
