// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { assignment, userWith, visit } from './visitor';

const NOW = Date.UTC(2026, 10, 25, 12);
const minute = 60_000;
const day = 24 * 60 * minute;

function visitInTime() {
  let now = NOW;
  const visitor = visit({ users: 400, now: () => now });
  const interval = (from = now - day, to = now + minute) =>
    [from, to].map((at) => new Date(at).toISOString()).join('/');
  const query = async (body: object = {}, expand = '') =>
    (
      await visitor.post<'postAuditsQueryRealtime'>(`/audits/query/realtime${expand}`, {
        interval: interval(),
        ...body,
      })
    ).body;
  return { ...visitor, interval, query, advance: (ms: number) => (now += ms) };
}

describe('the audits of the last 14 days', () => {
  it('have every change of a grant, by whom and of which role', async () => {
    const world = visitInTime();
    const { organization, administrator } = world.sandbox;
    const { id: roleId, name } = [...organization.roles.values()][2] ?? { id: '', name: '' };
    const userId = userWith(world.sandbox, 'hipaaAddOn');
    const grants = [{ roleId, divisionId: '*' }];
    await world.post(`/authorization/subjects/${userId}/bulkadd`, { grants });
    await world.post(`/authorization/subjects/${userId}/bulkadd`, { grants });
    world.advance(minute);
    await world.post(`/authorization/subjects/${userId}/bulkremove`, { grants });
    const { entities = [], total } = await world.query(
      { filters: [{ property: 'EntityType', value: 'Role' }] },
      '?expand=user',
    );
    expect(total).toBe(2);
    expect(entities.map(({ action }) => action)).toEqual(['MemberRemove', 'MemberAdd']);
    expect(entities[0]).toMatchObject({
      serviceName: 'PeoplePermissions',
      level: 'USER',
      user: { id: administrator.id, name: administrator.name },
      entity: { id: roleId, name: `${userId}--${roleId}--${organization.id}` },
    });
    expect(name).not.toBe('');
  });

  it('have every change of a license, also those that the service makes itself', async () => {
    const world = visitInTime();
    const agent = userWith(world.sandbox, 'gc2WEMupgrade');
    await world.post('/license/organization', {
      assignments: [assignment('gc2WEMupgrade', [], [agent])],
    });
    world.advance(3_000);
    const { entities = [] } = await world.query({
      filters: [{ property: 'EntityId', value: agent }],
      sort: [{ name: 'Timestamp', sortOrder: 'ascending' }],
    });
    expect(entities.map(({ level }) => level)).toEqual(['USER', 'SYSTEM']);
    const [taken, givenBack] = entities.map(({ propertyChanges }) => propertyChanges?.[0]);
    expect(taken?.oldValues).toContain('gc2WEMupgrade');
    expect(taken?.newValues).not.toContain('gc2WEMupgrade');
    expect(givenBack?.newValues).toEqual(taken?.oldValues);
    expect(entities[1]).not.toHaveProperty('user');
  });

  it('are found by interval, service and filters, and come by page, the latest first', async () => {
    const world = visitInTime();
    const { administrator } = world.sandbox;
    const licenses = ['hipaaAddOn', 'edgeAppliance', 'aiExperienceTokens'];
    for (const license of licenses) {
      await world.post('/license/organization', {
        assignments: [assignment(license, [administrator.id])],
      });
      world.advance(minute);
    }
    const added = (entries: Awaited<ReturnType<typeof world.query>>) =>
      (entries.entities ?? []).map(({ propertyChanges }) => {
        const { oldValues = [], newValues = [] } = propertyChanges?.[0] ?? {};
        return newValues.find((license) => !oldValues.includes(license));
      });
    expect(added(await world.query())).toEqual(licenses.toReversed());
    const page = await world.query({ pageSize: 2, pageNumber: 2 });
    expect([added(page), page.total, page.pageCount]).toEqual([['hipaaAddOn'], 3, 2]);
    const within = world.interval(NOW + minute / 2, NOW + 1.5 * minute);
    expect(added(await world.query({ interval: within }))).toEqual(['edgeAppliance']);
    expect((await world.query({ serviceName: 'Telephony' })).total).toBe(0);
    const both = [
      { property: 'UserId', value: administrator.id },
      { property: 'Action', value: 'MemberAdd' },
    ];
    expect((await world.query({ filters: both })).total).toBe(0);
    expect((await world.query({ filters: both.slice(0, 1) })).total).toBe(3);
  });

  it('are refused for longer ago, and for what cannot be asked', async () => {
    const world = visitInTime();
    const ask = (body: object) => world.ask('POST', '/audits/query/realtime', body);
    const interval = world.interval();
    expect((await ask({ interval: world.interval(NOW - 14 * day) })).status).toBe(200);
    for (const body of [
      { interval: world.interval(NOW - 15 * day) },
      { interval: '2026-11-24' },
      { interval: world.interval(NOW, NOW - day) },
      { interval, filters: [{ property: 'Weather', value: 'x' }] },
      { interval, sort: [{ name: 'Name', sortOrder: 'asc' }] },
      { interval, pageSize: 501 },
    ]) {
      expect((await ask(body)).status).toBe(400);
    }
    world.sandbox.revokePermission('audits:audit:view');
    expect((await ask({ interval })).status).toBe(403);
  });

  it('are mapped to services, kinds of entities and actions', async () => {
    const { get } = visit();
    const { body } = await get<'getAuditsQueryRealtimeServicemapping'>(
      '/audits/query/realtime/servicemapping',
    );
    const entities = body.services?.find(({ name }) => name === 'PeoplePermissions')?.entities;
    expect(entities?.find(({ name }) => name === 'Role')?.actions).toEqual(
      expect.arrayContaining(['MemberAdd', 'MemberRemove']),
    );
  });
});
