// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '@/sandbox';
import { roleId, visit } from './visitor';

const TODAY = Date.UTC(2026, 10, 25);

function visitInTime(options: SandboxOptions = {}) {
  let now = TODAY;
  const visitor = visit({ users: 400, now: () => now, ...options });
  return { ...visitor, advance: (ms: number) => (now += ms) };
}

describe('what is not used', () => {
  const expand = 'authorization,authorization.unusedRoles';

  it('is worked out over 30 days, anew every 48 hours, where the organization has it so', async () => {
    const world = visitInTime();
    const settings = await world.get<'getAuthorizationSettings'>('/authorization/settings');
    expect(settings.body).toMatchObject({ analysisEnabled: true, analysisDays: 30 });
    const { body } = await world.get<'getUsers'>(`/users?pageSize=500&expand=${expand}`);
    const users = body.entities ?? [];
    const unusedBy = (id?: string) =>
      users.find((user) => user.id === id)?.authorization?.unusedRoles?.map(({ name }) => name);
    const some = users.filter(({ id }) => unusedBy(id)?.length);
    expect(some.length).toBeGreaterThan(20);
    expect(some.length).toBeLessThan(users.length / 2);
    expect(users.some(({ id }) => unusedBy(id)?.includes('employee'))).toBe(false);
    // Who was not here for 30 days used nothing.
    const { organization } = world.sandbox;
    const away = organization
      .listed('active')
      .find(({ lastLogin = TODAY }) => lastLogin < TODAY - 40 * 86_400_000);
    const roles = away ? organization.rolesOf(away).map(({ name }) => name) : [];
    expect(unusedBy(away?.id)).toEqual(roles.filter((name) => name !== 'employee'));
  });

  it('does not name a role that was granted since', async () => {
    const world = visitInTime({ tokenLifetimeSeconds: 7 * 86_400 });
    const { organization } = world.sandbox;
    const away = organization
      .listed('active')
      .find(({ lastLogin = TODAY }) => lastLogin < TODAY - 40 * 86_400_000);
    const unused = async () => {
      const { body } = await world.get<'getUserRoles'>(`/users/${away?.id}/roles`);
      return body.unusedRoles?.map(({ name }) => name);
    };
    await world.post(`/authorization/subjects/${away?.id}/bulkadd`, {
      grants: [{ roleId: roleId(world.sandbox, 'Billing Viewer'), divisionId: '*' }],
    });
    expect(await unused()).not.toContain('Billing Viewer');
    world.advance(2 * 86_400_000);
    expect(await unused()).toContain('Billing Viewer');
  });

  it('comes for the permissions of a role when asked for', async () => {
    const world = visitInTime();
    const path = `/authorization/roles/${roleId(world.sandbox, 'Supervisor')}`;
    const plain = await world.get<'getAuthorizationRole'>(path);
    expect(plain.body).not.toHaveProperty('unusedPermissions');
    const { body } = await world.get<'getAuthorizationRole'>(`${path}?expand=unusedPermissions`);
    expect(body.unusedPermissions?.length).toBeGreaterThan(0);
    expect(body.permissions).toEqual(expect.arrayContaining(body.unusedPermissions ?? []));
  });

  it('is not told where the organization does not have it worked out', async () => {
    const world = visitInTime({ roleAnalysis: false });
    const settings = await world.get<'getAuthorizationSettings'>('/authorization/settings');
    expect(settings.body.analysisEnabled).toBe(false);
    const { body } = await world.get<'getUsers'>(`/users?expand=${expand}`);
    expect(body.entities?.[0]?.authorization).not.toHaveProperty('unusedRoles');
    const path = `/authorization/roles/${roleId(world.sandbox, 'Supervisor')}`;
    const role = await world.get<'getAuthorizationRole'>(`${path}?expand=unusedPermissions`);
    expect(role.body).not.toHaveProperty('unusedPermissions');
  });
});

describe('the permissions of a user', () => {
  it('stand in permissions, in permissionPolicies, or in both: organizations differ', async () => {
    for (const [permissionListing, fields] of [
      ['both', ['permissionPolicies', 'permissions']],
      ['permissions', ['permissions']],
      ['policies', ['permissionPolicies']],
    ] as const) {
      const { get, sandbox } = visit({ permissionListing });
      const { body } = await get<'getUsersMe'>('/users/me?expand=authorization');
      const { roles: _roles, ...listed } = body.authorization ?? {};
      expect(Object.keys(listed).sort()).toEqual(fields);
      const policies = listed.permissionPolicies?.flatMap(({ domain, entityName, actionSet }) =>
        (actionSet ?? []).map((action) => `${domain}:${entityName}:${action}`),
      );
      const permissions = [...sandbox.permissions].sort();
      expect(policies?.sort() ?? permissions).toEqual(permissions);
      expect(listed.permissions ?? permissions).toEqual(permissions);
    }
  });
});
