// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { operationList } from '@/sandbox/service/operations';
import { consoleScopes, isInScope } from '@/sandbox/service/scopes';
import { assignment, visit } from './visitor';

/** What a client must have to look, or to change something; what is not here needs no scope. */
const scopeOf: Record<string, string> = Object.fromEntries(
  operationList.map(({ id, scope }) => [
    id,
    scope === undefined ? 'none' : `${scope.resource}${scope.reads ? ':readonly' : ''}`,
  ]),
);

describe('the scopes of the OAuth client', () => {
  it('are needed by operation', () => {
    expect(scopeOf).toEqual({
      getLicenseDefinitions: 'license:readonly',
      getLicenseDefinition: 'license:readonly',
      getLicenseOrganization: 'license:readonly',
      getLicenseToggle: 'license:readonly',
      getLicenseUser: 'license:readonly',
      getLicenseUsers: 'license:readonly',
      postLicenseUsers: 'license:readonly',
      postLicenseInfer: 'license:readonly',
      postLicenseInferPermissions: 'license:readonly',
      postLicenseOrganization: 'license',
      getUser: 'users:readonly',
      getUsers: 'users:readonly',
      getUsersMe: 'users:readonly',
      postUsersSearch: 'users:readonly',
      getUserRoles: 'authorization:readonly',
      getAuthorizationRoles: 'authorization:readonly',
      getAuthorizationRole: 'authorization:readonly',
      getAuthorizationRoleUsers: 'authorization:readonly',
      getAuthorizationRoleSubjectgrants: 'authorization:readonly',
      getAuthorizationSubject: 'authorization:readonly',
      getAuthorizationDivisions: 'authorization:readonly',
      getAuthorizationSettings: 'authorization:readonly',
      getAuthorizationRolesSettings: 'authorization:readonly',
      postAuthorizationRole: 'authorization',
      putAuthorizationRoleUsersAdd: 'authorization',
      putAuthorizationRoleUsersRemove: 'authorization',
      postAuthorizationSubjectBulkadd: 'authorization',
      postAuthorizationSubjectBulkremove: 'authorization',
      getGroups: 'groups:readonly',
      getAuditsQueryRealtimeServicemapping: 'audits:readonly',
      postAuditsQueryRealtime: 'audits:readonly',
      getOrganizationsMe: 'organization:readonly',
      getBillingReportsBillableusage: 'billing:readonly',
      getTokensMe: 'none',
      deleteTokensMe: 'none',
    });
  });

  it('are all that the console needs unless told otherwise', () => {
    const refused = operationList.filter(({ scope }) => !isInScope(scope, consoleScopes));
    expect(refused).toEqual([]);
    expect(consoleScopes).toEqual(
      expect.arrayContaining([
        'license',
        'users:readonly',
        'authorization',
        'organization:readonly',
        'billing:readonly',
      ]),
    );
  });

  it('let a client look that has :readonly, and change nothing', async () => {
    const { ask, sandbox } = visit({ scopes: ['license:readonly', 'users:readonly'] });
    const id = sandbox.administrator.id;
    const before = sandbox.organization.snapshot();
    expect((await ask('GET', '/license/users')).status).toBe(200);
    expect((await ask('POST', '/license/users', [id])).status).toBe(200);
    expect((await ask('POST', '/users/search', { query: [] })).status).toBe(200);
    const change = { assignments: [assignment('collaboratePro', [], [id])] };
    expect((await ask('POST', '/license/organization', change)).status).toBe(403);
    expect(sandbox.organization.snapshot()).toBe(before);
    sandbox.grantScope('license');
    expect((await ask('POST', '/license/organization', change)).status).toBe(200);
  });

  it('refuse with a 403 that names no permission, whatever the user may do', async () => {
    const { ask, sandbox } = visit();
    sandbox.revokeScope('organization:readonly');
    const { status, body } = await ask('GET', '/organizations/me');
    expect(status).toBe(403);
    expect(body).toMatchObject({
      code: 'not.authorized',
      message: 'You are not authorized to perform the requested action.',
    });
    expect(JSON.stringify(body)).not.toMatch(/permission|\w+:\w+:\w+/);
    sandbox.reset();
    expect((await ask('GET', '/organizations/me')).status).toBe(200);
  });

  it('come before the permissions of the user', async () => {
    const { ask } = visit({ scopes: [], permissions: [] });
    expect((await ask('GET', '/license/definitions')).body['code']).toBe('not.authorized');
    const withScope = visit({ permissions: [] });
    const refused = await withScope.ask('GET', '/license/definitions');
    expect(refused.body['code']).toBe('missing.any.permissions');
  });

  it('are those of the client that a token was given to', async () => {
    const { sandbox } = visit();
    const token = sandbox.issueToken({ id: 'narrow', scopes: ['users:readonly'] });
    const ask = async (path: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return sandbox.fetch(new Request(`https://api.sandbox.test/api/v2${path}`, { headers }));
    };
    expect((await ask('/users/me')).status).toBe(200);
    expect((await ask('/license/users')).status).toBe(403);
    expect(await (await ask('/tokens/me')).json()).toMatchObject({
      authorizedScope: ['users:readonly'],
    });
  });
});

describe('a fault of 403', () => {
  it('misses a permission only where one is asked for', async () => {
    const { ask, sandbox } = visit();
    sandbox.faults.add({ kind: '403' });
    expect((await ask('GET', '/license/definitions')).body['code']).toBe('missing.any.permissions');
    expect((await ask('GET', '/users')).body['code']).toBe('not.authorized');
  });
});
