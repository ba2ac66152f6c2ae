// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { OperationId, Sandbox } from '@/sandbox';
import { loadContract } from '@/sandbox/server/contract';
import { operationList, requiredPermissions } from '@/sandbox/service/operations';
import contract from '../../../contract/genesys-cloud-license.openapi.json' with { type: 'json' };
import { assignment, ordinaryUsers, type Visitor, visit } from './visitor';

/** A good request for every operation of the contract. */
const requests: Record<OperationId, (visitor: Visitor) => [string, unknown?]> = {
  getLicenseDefinitions: () => ['/license/definitions'],
  getLicenseDefinition: () => ['/license/definitions/cloudCX4'],
  getLicenseOrganization: () => ['/license/organization'],
  postLicenseOrganization: ({ sandbox }) => [
    '/license/organization',
    { assignments: [assignment('hipaaAddOn', ordinaryUsers(sandbox), [sandbox.administrator.id])] },
  ],
  getLicenseUsers: () => ['/license/users?pageSize=100&pageNumber=1'],
  postLicenseUsers: ({ sandbox }) => ['/license/users', ordinaryUsers(sandbox)],
  getLicenseUser: ({ sandbox }) => [
    `/license/users/${sandbox.organization.oddities.everyLicense ?? ''}`,
  ],
  postLicenseInfer: ({ sandbox }) => ['/license/infer', [...sandbox.organization.roles.keys()]],
  postLicenseInferPermissions: () => ['/license/infer/permissions', ['wfm:agent:view']],
  getUsers: () => [
    '/users?pageSize=500&state=any&sortOrder=DESC&expand=authorization,authorization.unusedRoles,dateLastLogin,lasttokenissued',
  ],
  getUsersMe: () => ['/users/me?expand=authorization,organization,token'],
  getUser: ({ sandbox }) => [`/users/${sandbox.administrator.id}?expand=authorization`],
  postUsersSearch: () => [
    '/users/search',
    { query: [{ type: 'CONTAINS', value: 'a', fields: ['name'] }], expand: ['authorization'] },
  ],
  getUserRoles: ({ sandbox }) => [`/users/${sandbox.administrator.id}/roles`],
  getAuthorizationRoles: () => ['/authorization/roles?pageSize=5&userCount=true'],
  getOrganizationsMe: () => ['/organizations/me'],
  getBillingReportsBillableusage: () => [
    '/billing/reports/billableusage?startDate=2026-10-01T00:00:00Z&endDate=2026-11-01T00:00:00Z',
  ],
  getLicenseToggle: () => ['/license/toggles/automaticLicenseAssignment'],
  getAuthorizationRole: (visitor) => [
    `/authorization/roles/${roleId(visitor)}?userCount=true&expand=unusedPermissions`,
  ],
  postAuthorizationRole: (visitor) => [
    `/authorization/roles/${roleId(visitor)}?subjectType=PC_USER`,
    { subjectIds: ordinaryUsers(visitor.sandbox), divisionIds: ['*'] },
  ],
  getAuthorizationRoleUsers: (visitor) => [
    `/authorization/roles/${roleId(visitor)}/users?pageSize=5&pageNumber=1`,
  ],
  getAuthorizationRoleSubjectgrants: (visitor) => [
    `/authorization/roles/${roleId(visitor)}/subjectgrants?pageSize=5&pageNumber=1`,
  ],
  putAuthorizationRoleUsersAdd: (visitor) => [
    `/authorization/roles/${roleId(visitor)}/users/add`,
    ordinaryUsers(visitor.sandbox),
  ],
  putAuthorizationRoleUsersRemove: (visitor) => [
    `/authorization/roles/${roleId(visitor)}/users/remove`,
    ordinaryUsers(visitor.sandbox),
  ],
  getAuthorizationSubject: ({ sandbox }) => [
    `/authorization/subjects/${sandbox.administrator.id}?includeDuplicates=true`,
  ],
  postAuthorizationSubjectBulkadd: (visitor) => [
    `/authorization/subjects/${visitor.sandbox.administrator.id}/bulkadd`,
    { grants: [{ roleId: roleId(visitor), divisionId: '*' }] },
  ],
  postAuthorizationSubjectBulkremove: (visitor) => [
    `/authorization/subjects/${visitor.sandbox.administrator.id}/bulkremove`,
    { grants: [{ roleId: roleId(visitor), divisionId: '*' }] },
  ],
  getAuthorizationDivisions: () => ['/authorization/divisions?pageSize=3'],
  getAuthorizationSettings: () => ['/authorization/settings'],
  getAuthorizationRolesSettings: () => ['/authorization/roles/settings'],
  getGroups: () => ['/groups?pageSize=3'],
  getAuditsQueryRealtimeServicemapping: () => ['/audits/query/realtime/servicemapping'],
  postAuditsQueryRealtime: ({ sandbox }) => [
    '/audits/query/realtime?expand=user',
    auditsAfterAGrant(sandbox),
  ],
  getTokensMe: () => ['/tokens/me'],
  deleteTokensMe: () => ['/tokens/me'],
};

function roleId({ sandbox }: Visitor): string {
  const roles = [...sandbox.organization.roles.values()];
  return roles.find(({ name }) => name === 'Omnichannel Agent')?.id ?? '';
}

/** A query of all audits, where there is something to be found. */
function auditsAfterAGrant({ organization, administrator }: Sandbox) {
  const places = [{ roleId: [...organization.roles.keys()].at(-1) ?? '', divisionId: '*' }];
  organization.changeGrants(administrator.id, administrator.id, places, []);
  const now = Date.now();
  const interval = [now - 3_600_000, now + 3_600_000].map((at) => new Date(at).toISOString());
  return { interval: interval.join('/') };
}

describe('the operations of the sandbox', () => {
  it('are those of the contract, with its paths and permissions', () => {
    const inContract = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        id: operation.operationId,
        address: `${method.toUpperCase()} ${path}`,
        anyPermission: operation['x-required-permissions-any'] ?? [],
      })),
    );
    const inSandbox = operationList.map(({ id, method, segments, anyPermission }) => ({
      id,
      address: `${method} /api/v2/${segments.map((part) => part.replace(/^:(.*)/, '{$1}')).join('/')}`,
      anyPermission: [...anyPermission],
    }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(inSandbox.sort(byId)).toEqual(inContract.sort(byId));
    expect(requiredPermissions).toHaveLength(11);
  });
});

describe.each(operationList.map(({ id, method, success }) => ({ id, method, success })))(
  '$id',
  ({ id, method, success }) => {
    async function ask(visitor: Visitor) {
      const [path, body] = requests[id](visitor);
      return visitor.ask(method, path, body);
    }

    it('answers as the contract has it', async () => {
      const check = loadContract();
      const answer = await ask(visit({ contract: check, assignmentReads: 'both' }));
      expect(answer.status).toBe(success);
      expect(check.violations).toEqual([]);
    });

    it('still does when every optional field is missing', async () => {
      const check = loadContract();
      const visitor = visit({ contract: check, assignmentReads: 'both' });
      visitor.sandbox.faults.add({ kind: 'stripOptional' });
      const answer = await ask(visitor);
      expect(answer.status).toBe(success);
      expect(check.violations).toEqual([]);
    });

    it('refuses as the contract has it', async () => {
      const check = loadContract();
      const visitor = visit({ contract: check, assignmentReads: 'both' });
      for (const kind of [
        '400',
        '401',
        '403',
        '408',
        '409',
        '413',
        '429',
        '500',
        '503',
        '504',
      ] as const) {
        visitor.sandbox.faults.clear();
        visitor.sandbox.faults.add({ kind });
        const answer = await ask(visitor);
        expect(answer.status).toBe(Number(kind));
        expect(answer.body['contextId']).toMatch(/^[0-9a-f-]{36}$/);
      }
      expect(check.violations).toEqual([]);
    });
  },
);

describe('all shapes of POST /license/users', () => {
  it.each(['ids', 'definitions', 'user'] as const)('%s', async (userLicensesShape) => {
    const check = loadContract();
    const visitor = visit({ contract: check, userLicensesShape });
    const ids = ordinaryUsers(visitor.sandbox);
    const { body } = await visitor.post<'postLicenseUsers'>('/license/users', ids);
    expect(Object.keys(body)).toEqual(ids);
    expect(check.violations).toEqual([]);
  });
});

describe('a check of the contract', () => {
  it('refuses a request that breaks it, and says where', async () => {
    const { ask } = visit({ contract: loadContract() });
    const missing = await ask('POST', '/license/organization', {
      assignments: [{ licenseId: 'wfm' }],
    });
    expect(missing.status).toBe(400);
    expect(missing.body['message']).toContain(
      "body/assignments/0 must have required property 'userIdsAdd'",
    );
    const unknown = await ask('GET', '/users?pagesize=10');
    expect(unknown.body['message']).toContain('query must not have "pagesize"');
    const state = await ask('GET', '/users?state=gone');
    expect(state.body['message']).toContain('query/state must be one of ["active"');
    const number = await ask('GET', '/users?pageSize=many');
    expect(number.body['message']).toContain('query/pageSize must be integer');
    const date = await ask('GET', '/billing/reports/billableusage?startDate=now');
    expect(date.body['message']).toContain('query/startDate must match format "date-time"');
    expect(date.body['message']).toContain("query must have required property 'endDate'");
    const search = await ask('POST', '/users/search');
    expect(search.body['message']).toContain('body is required');
    const body = await ask('POST', '/license/infer', { roles: [] });
    expect(body.body['message']).toContain('body must be array');
  });

  it('takes lists with commas and repeated', async () => {
    const { get, sandbox } = visit({ contract: loadContract() });
    const [a = '', b = ''] = ordinaryUsers(sandbox);
    const commas = await get<'getUsers'>(`/users?id=${a},${b}`);
    const repeated = await get<'getUsers'>(`/users?id=${a}&id=${b}`);
    expect(commas.body.entities?.map(({ id }) => id)).toEqual([a, b]);
    expect(repeated.body.entities).toEqual(commas.body.entities);
  });

  it('notices an answer that breaks it', () => {
    const told: string[] = [];
    const check = loadContract((violation) => told.push(violation));
    check.answer('getUsers', 200, { entities: [{ id: 'a' }], pageSize: 'ten', colour: 'red' });
    check.answer('getUsers', 418, {});
    check.answer('deleteTokensMe', 200, {});
    check.answer('getUsers', 200, undefined);
    check.answer('getUsersMe', 200, { version: 1, organization: { version: 1 }, shoe: 9 });
    expect(check.violations).toEqual([
      'getUsers 200: body must not have "colour", which the contract does not name',
      "getUsers 200: body/entities/0 must have required property 'version'",
      'getUsers 200: body/pageSize must be integer',
      'getUsers 418: status 418 is not in the contract',
      'deleteTokensMe 200: body is not expected',
      'getUsers 200: body is missing',
      'getUsersMe 200: body must not have "shoe", which the contract does not name',
    ]);
    expect(told).toEqual(check.violations);
  });
});
