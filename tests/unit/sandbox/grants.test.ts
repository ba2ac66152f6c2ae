// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { AuthzGrant } from '@/api/schema';
import type { Sandbox, SandboxOptions } from '@/sandbox';
import { roleId, visit } from './visitor';

const TODAY = Date.UTC(2026, 10, 25);

function visitInTime(options: SandboxOptions = {}) {
  let now = TODAY;
  const visitor = visit({ users: 400, now: () => now, ...options });
  return { ...visitor, advance: (ms: number) => (now += ms) };
}
type World = ReturnType<typeof visitInTime>;

function groupId({ organization }: Sandbox, name: string): string {
  return [...organization.groups.values()].find((group) => group.name === name)?.id ?? '';
}

const homeOf = ({ organization }: Sandbox) => [...organization.divisions.keys()][0] ?? '';

async function grantsOf({ get }: World, subjectId: string, query = ''): Promise<AuthzGrant[]> {
  const path = `/authorization/subjects/${subjectId}${query}`;
  return (await get<'getAuthorizationSubject'>(path)).body.grants ?? [];
}

async function held({ get }: World, userId: string): Promise<string[]> {
  const { body } = await get<'getLicenseUser'>(`/license/users/${userId}`);
  return (body.licenses ?? []).map(({ id = '' }) => id);
}

/** An active user whose roles are these, by name, and who stands out in nothing. */
function userWithRoles({ organization }: Sandbox, ...names: string[]): string {
  const user = organization.listed('active').find(({ id, profile }) => {
    const roles = organization.rolesOf({ id, profile, access: { grants: [], groups: [] } });
    const implied = organization.impliedFor(id);
    return (
      roles.map(({ name }) => name).join() === names.join() &&
      implied.join() === organization.assignmentsOf(id).join()
    );
  });
  if (user === undefined) throw new Error(`Nobody has just ${names.join()}`);
  return user.id;
}

describe('who was granted what', () => {
  it('is told by role and division, with the user or the group that it was granted to', async () => {
    const world = visitInTime();
    const { organization } = world.sandbox;
    const group = groupId(world.sandbox, 'Team leads');
    const [lead = ''] = organization.membersOf(group);
    const grants = await grantsOf(world, lead, '?includeDuplicates=true');
    const supervisor = grants.find(({ role }) => role?.name === 'Supervisor');
    expect(supervisor).toMatchObject({ subjectId: group, division: { id: '*' } });
    const employee = grants.find(({ role }) => role?.name === 'employee');
    expect(employee).toMatchObject({
      subjectId: lead,
      division: { id: homeOf(world.sandbox), name: 'Home', homeDivision: true },
      grantMadeAt: expect.stringMatching(/^2026-/),
    });
  });

  it('names a role and division twice only where that is asked for', async () => {
    const world = visitInTime();
    const { organization } = world.sandbox;
    const group = groupId(world.sandbox, 'Team leads');
    const [lead = ''] = organization.membersOf(group);
    const supervisor = roleId(world.sandbox, 'Supervisor');
    await world.post(`/authorization/subjects/${lead}/bulkadd`, {
      grants: [{ roleId: supervisor, divisionId: '*' }],
    });
    const of = (grants: AuthzGrant[]) =>
      grants.flatMap(({ role, subjectId }) => (role?.id === supervisor ? [subjectId] : []));
    expect(of(await grantsOf(world, lead, '?includeDuplicates=true'))).toEqual([lead, group]);
    expect(of(await grantsOf(world, lead))).toEqual([lead]);
  });

  it('is nothing for an inactive user, and cannot be changed', async () => {
    const world = visitInTime();
    const [inactive] = world.sandbox.organization.listed('inactive');
    const id = inactive?.id ?? '';
    expect(await grantsOf(world, id)).toEqual([]);
    const grants = [{ roleId: roleId(world.sandbox, 'Agent'), divisionId: '*' }];
    const refused = await world.ask('POST', `/authorization/subjects/${id}/bulkadd`, { grants });
    expect([refused.status, refused.body['message']]).toEqual([
      400,
      expect.stringContaining('inactive'),
    ]);
    expect(await grantsOf(world, id)).toEqual([]);
  });

  it('can be read by role: users and groups, with their divisions', async () => {
    const world = visitInTime();
    const id = roleId(world.sandbox, 'Omnichannel Agent');
    const { body } = await world.get<'getAuthorizationRoleSubjectgrants'>(
      `/authorization/roles/${id}/subjectgrants?pageSize=500`,
    );
    const types = new Set(body.entities?.map(({ type }) => type));
    expect(types).toEqual(new Set(['PC_USER', 'PC_GROUP']));
    expect(body.entities?.every(({ divisions }) => divisions?.[0]?.id !== undefined)).toBe(true);

    const role = await world.get<'getAuthorizationRole'>(`/authorization/roles/${id}`);
    const users = await world.get<'getAuthorizationRoleUsers'>(
      `/authorization/roles/${id}/users?pageSize=500`,
    );
    // Most have the role from a group: there are more users than grants to users.
    expect(users.body.total).toBe(role.body.userCount);
    expect(users.body.total).toBeGreaterThan(body.total ?? 0);
  });

  it('is listed by page', async () => {
    const world = visitInTime();
    const id = roleId(world.sandbox, 'employee');
    const path = `/authorization/roles/${id}/subjectgrants?pageSize=100`;
    const { body } = await world.get<'getAuthorizationRoleSubjectgrants'>(path);
    expect(body.entities).toHaveLength(100);
    expect(body.nextUri).toContain('pageNumber=2');
    expect(body.pageCount).toBe(Math.ceil((body.total ?? 0) / 100));
  });
});

describe('a change of grants', () => {
  it('for one user takes effect at once, and the licenses follow later', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const clerk = userWithRoles(sandbox, 'employee', 'Communicate - User');
    const grants = [{ roleId: roleId(sandbox, 'Supervisor'), divisionId: homeOf(sandbox) }];
    const path = `/authorization/subjects/${clerk}`;
    expect((await world.ask('POST', `${path}/bulkadd`, { grants })).status).toBe(204);
    expect((await grantsOf(world, clerk)).map(({ role }) => role?.name)).toContain('Supervisor');
    const before = await held(world, clerk);
    expect(before).toContain('communicate');
    world.advance(2_999);
    expect(await held(world, clerk)).toEqual(before);
    world.advance(1);
    // One base license: the higher takes the place of the lower.
    const after = await held(world, clerk);
    expect(after).toEqual(expect.arrayContaining(['cloudCX3', 'userRecording']));
    expect(after).not.toContain('communicate');

    expect((await world.ask('POST', `${path}/bulkremove`, { grants })).status).toBe(204);
    world.advance(3_000);
    expect(await held(world, clerk)).toEqual(before);
  });

  it('for many users in some divisions is done as a whole or not at all', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const users = ['Communicate - User'].map((name) => userWithRoles(sandbox, 'employee', name));
    const [home = '', other = ''] = sandbox.organization.divisions.keys();
    const path = `/authorization/roles/${roleId(sandbox, 'Agent')}`;
    for (const [request, unknown] of [
      [{ subjectIds: [...users, 'nobody'], divisionIds: [home] }, 'nobody'],
      [{ subjectIds: users, divisionIds: [home, 'nowhere'] }, 'nowhere'],
    ] as const) {
      const refused = await world.ask('POST', path, request);
      expect([refused.status, refused.body['entityId']]).toEqual([404, unknown]);
    }
    const [user = ''] = users;
    expect((await grantsOf(world, user)).map(({ role }) => role?.name)).not.toContain('Agent');
    const done = await world.ask('POST', path, { subjectIds: users, divisionIds: [home, other] });
    expect(done.status).toBe(204);
    const divisions = (await grantsOf(world, user)).flatMap(({ role, division }) =>
      role?.name === 'Agent' ? [division?.id] : [],
    );
    expect(divisions).toEqual([home, other]);
  });

  it('to a group reaches all who are in it, and their licenses follow', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const group = groupId(sandbox, 'Fire wardens');
    const members = sandbox.organization
      .membersOf(group)
      .filter((id) => !sandbox.organization.assignmentsOf(id).includes('wfm'));
    expect(members.length).toBeGreaterThan(2);
    const path = `/authorization/subjects/${group}/bulkadd`;
    const grants = [{ roleId: roleId(sandbox, 'Workforce Planner'), divisionId: '*' }];
    expect((await world.ask('POST', path, { grants })).status).toBe(404);
    const done = await world.ask('POST', `${path}?subjectType=PC_GROUP`, { grants });
    expect(done.status).toBe(204);
    world.advance(3_000);
    for (const id of members) expect(await held(world, id)).toContain('wfm');
  });

  it('cannot take from a user what comes from a group', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const group = groupId(sandbox, 'Team leads');
    const lead = sandbox.organization
      .membersOf(group)
      .find((id) => sandbox.organization.ownGrants(id).length === 1);
    const id = lead ?? '';
    const supervisor = roleId(sandbox, 'Supervisor');
    const before = await grantsOf(world, id);
    const grants = [{ roleId: supervisor, divisionId: '*' }];
    const one = await world.ask('POST', `/authorization/subjects/${id}/bulkremove`, { grants });
    const many = await world.ask('PUT', `/authorization/roles/${supervisor}/users/remove`, [id]);
    expect([one.status, many.status]).toEqual([204, 200]);
    expect(await grantsOf(world, id)).toEqual(before);
    world.advance(60_000);
    expect(await held(world, id)).toContain('cloudCX3');
  });

  it('cannot take the role "employee", which is everybody\'s', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const employee = roleId(sandbox, 'employee');
    const active = sandbox.organization.listed('active');
    expect(sandbox.organization.usersWith(employee)).toHaveLength(active.length);
    const id = sandbox.administrator.id;
    const grants = [{ roleId: employee, divisionId: homeOf(sandbox) }];
    const one = await world.ask('POST', `/authorization/subjects/${id}/bulkremove`, { grants });
    const many = await world.ask('PUT', `/authorization/roles/${employee}/users/remove`, [id]);
    expect([one.status, many.status]).toEqual([400, 400]);
    expect(sandbox.organization.usersWith(employee)).toContain(id);
  });

  it('by role adds and removes many users, and tells which', async () => {
    const world = visitInTime();
    const { sandbox } = world;
    const path = `/authorization/roles/${roleId(sandbox, 'Agent')}/users`;
    const user = userWithRoles(sandbox, 'employee', 'Communicate - User');
    const [inactive] = sandbox.organization.listed('inactive');
    const sent = [user, inactive?.id ?? '', 'nobody'];
    const added = await world.ask('PUT', `${path}/add`, sent);
    expect([added.status, added.body]).toEqual([200, [user]]);
    expect(sandbox.organization.usersWith(roleId(sandbox, 'Agent'))).toContain(user);
    await world.ask('PUT', `${path}/remove`, sent);
    expect(sandbox.organization.usersWith(roleId(sandbox, 'Agent'))).not.toContain(user);
  });

  it('is refused for what is unknown, in the words of the service', async () => {
    const world = visitInTime();
    const id = world.sandbox.administrator.id;
    const known = roleId(world.sandbox, 'Agent');
    const grant = (role: string, division: string) => ({
      grants: [{ roleId: role, divisionId: division }],
    });
    for (const [method, path, body, entity] of [
      ['GET', '/authorization/roles/none', undefined, 'role'],
      ['GET', '/authorization/subjects/none', undefined, 'subject'],
      ['POST', `/authorization/subjects/${id}/bulkadd`, grant('none', '*'), 'role'],
      ['POST', `/authorization/subjects/${id}/bulkadd`, grant(known, 'none'), 'division'],
      ['POST', '/authorization/subjects/none/bulkremove', grant(known, '*'), 'subject'],
      ['PUT', '/authorization/roles/none/users/add', [id], 'role'],
    ] as const) {
      const { status, body: error } = await world.ask(method, path, body);
      expect([status, error['entityName'], error['entityId']]).toEqual([404, entity, 'none']);
    }
    for (const body of [[], {}, { grants: [{}] }, { grants: [{ roleId: known }] }]) {
      const refused = await world.ask('POST', `/authorization/subjects/${id}/bulkadd`, body);
      expect(refused.status).toBe(400);
    }
  });

  it('needs the permission to add or to delete grants', async () => {
    const world = visitInTime();
    const id = world.sandbox.administrator.id;
    const body = { grants: [] };
    world.sandbox.revokePermission('authorization:grant:add');
    world.sandbox.revokePermission('authorization:grant:delete');
    for (const what of ['bulkadd', 'bulkremove']) {
      const refused = await world.ask('POST', `/authorization/subjects/${id}/${what}`, body);
      expect([refused.status, refused.body['code']]).toEqual([403, 'missing.any.permissions']);
    }
  });
});

describe('divisions, groups and settings', () => {
  it('are listed, with the members of a group counted', async () => {
    const world = visitInTime();
    const divisions = await world.get<'getAuthorizationDivisions'>('/authorization/divisions');
    expect(divisions.body.entities?.filter(({ homeDivision }) => homeDivision)).toHaveLength(1);
    const groups = await world.get<'getGroups'>('/groups');
    const leads = groups.body.entities?.find(({ name }) => name === 'Team leads');
    const { organization } = world.sandbox;
    expect(leads?.memberCount).toBe(organization.membersOf(leads?.id ?? '').length);
    expect(leads?.memberCount).toBeGreaterThan(5);
    const one = await world.get<'getGroups'>(`/groups?id=${leads?.id}`);
    expect(one.body.entities).toEqual([leads]);
  });

  it('have a deprecated toggle that is always true, whether or not licenses follow roles', async () => {
    for (const rolesImplyLicenses of [true, false]) {
      const { get } = visit({ rolesImplyLicenses });
      const { body } = await get<'getLicenseToggle'>('/license/toggles/anything');
      expect(body).toEqual({ featureName: 'anything', enabled: true });
    }
  });
});
