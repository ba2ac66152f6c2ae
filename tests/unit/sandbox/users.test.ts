// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ordinaryUsers, visit } from './visitor';

const visitor = visit({ users: 1200 });
const { get, post, ask, sandbox } = visitor;
const { organization } = sandbox;

describe('the list of users', () => {
  it('comes in pages of 25 active users unless asked otherwise', async () => {
    const { body } = await get<'getUsers'>('/users');
    expect(body.entities).toHaveLength(25);
    expect(body.pageSize).toBe(25);
    expect(body.total).toBe(organization.listed('active').length);
    expect(body.pageCount).toBe(Math.ceil((body.total ?? 0) / 25));
    expect(body.nextUri).toContain('pageNumber=2');
    expect(body.previousUri).toBeUndefined();
  });

  it('shows everyone once, page by page, whatever the order', async () => {
    for (const order of ['ascending', 'DESC']) {
      const seen: (string | undefined)[] = [];
      for (let page = 1; page <= 3; page += 1) {
        const path = `/users?state=any&pageSize=500&sortOrder=${order}&pageNumber=${page}`;
        const { body } = await get<'getUsers'>(path);
        seen.push(...(body.entities ?? []).map(({ id }) => id));
      }
      expect(seen).toHaveLength(1200);
      expect(new Set(seen).size).toBe(1200);
    }
  });

  it('is ordered by name, forwards and backwards', async () => {
    const forwards = await get<'getUsers'>('/users?pageSize=3');
    const last = forwards.body.pageCount;
    const backwards = await get<'getUsers'>(`/users?pageSize=3&sortOrder=DESC&pageNumber=${last}`);
    const names = forwards.body.entities?.map(({ name }) => name ?? '') ?? [];
    expect([...names].sort()).toEqual(names);
    expect(backwards.body.entities?.at(-1)).toEqual(forwards.body.entities?.[0]);
  });

  it('is empty beyond the last page', async () => {
    const { status, body } = await get<'getUsers'>('/users?pageNumber=9999');
    expect(status).toBe(200);
    expect(body.entities).toEqual([]);
    const backwards = await get<'getUsers'>('/users?pageNumber=9999&sortOrder=DESC');
    expect(backwards.body.entities).toEqual([]);
  });

  it('can be of one state', async () => {
    for (const state of ['active', 'inactive', 'deleted'] as const) {
      const { body } = await get<'getUsers'>(`/users?state=${state}&pageSize=500`);
      expect(body.total).toBe(organization.listed(state).length);
      expect(new Set(body.entities?.map((user) => user.state ?? 'active'))).toEqual(
        new Set([state]),
      );
    }
  });

  it('can be of certain users, and leaves out the unknown', async () => {
    const [a = '', b = ''] = ordinaryUsers(sandbox);
    const { body } = await get<'getUsers'>(`/users?id=${b}&id=nobody,${a}&id=${a}`);
    expect(body.entities?.map(({ id }) => id)).toEqual([b, a]);
  });

  it('refuses pages that cannot be, and names the field', async () => {
    for (const [query, field] of [
      ['pageSize=501', 'pageSize'],
      ['pageSize=0', 'pageSize'],
      ['pageNumber=0', 'pageNumber'],
      ['pageNumber=-1', 'pageNumber'],
      ['pageSize=ten', 'pageSize'],
      ['state=gone', 'state'],
      ['sortOrder=up', 'sortOrder'],
    ]) {
      const { status, body } = await ask('GET', `/users?${query}`);
      expect(status).toBe(400);
      expect(body['message']).toContain(field);
      expect(body['details']).toEqual([{ errorCode: 'invalid', fieldName: field }]);
    }
  });

  it('tells of sign-ins, roles and permissions only when they are expanded', async () => {
    const [id = ''] = ordinaryUsers(sandbox);
    const plain = await get<'getUsers'>(`/users?id=${id}`);
    expect(plain.body.entities?.[0]).not.toHaveProperty('authorization');
    expect(plain.body.entities?.[0]).not.toHaveProperty('dateLastLogin');
    const full = await get<'getUsers'>(`/users?id=${id}&expand=authorization,dateLastLogin`);
    expect(full.body.entities?.[0]?.authorization?.roles?.length).toBeGreaterThan(0);
    expect(full.body.entities?.[0]?.dateLastLogin).toMatch(/^20\d\d-.*Z$/);
    const repeated = await get<'getUsers'>(
      `/users?id=${id}&expand=authorization&expand=dateLastLogin`,
    );
    expect(repeated.body.entities).toEqual(full.body.entities);
  });
});

describe('one user', () => {
  it('is shown, or is not there', async () => {
    const [id = ''] = ordinaryUsers(sandbox);
    const { body } = await get<'getUser'>(`/users/${id}`);
    expect(body.id).toBe(id);
    const { status, body: error } = await ask('GET', '/users/nobody');
    expect(status).toBe(404);
    expect(error['code']).toBe('not.found');
    expect(error['message']).toContain('nobody');
  });

  it('who was deleted is shown only to one who asks for the deleted', async () => {
    const id = organization.listed('deleted')[0]?.id ?? '';
    expect((await ask('GET', `/users/${id}`)).status).toBe(404);
    expect((await ask('GET', `/users/${id}?state=deleted`)).status).toBe(200);
    const [active = ''] = ordinaryUsers(sandbox);
    expect((await ask('GET', `/users/${active}?state=deleted`)).status).toBe(404);
    const inactive = organization.listed('inactive')[0]?.id ?? '';
    expect((await ask('GET', `/users/${inactive}`)).status).toBe(200);
  });

  it('has roles, and the permissions that follow from them', async () => {
    const [id = ''] = ordinaryUsers(sandbox);
    const { body } = await get<'getUserRoles'>(`/users/${id}/roles`);
    const roles = await get<'getAuthorizationRoles'>('/authorization/roles?pageSize=100');
    const permissions = body.roles?.flatMap(
      (role) => roles.body.entities?.find((entity) => entity.id === role.id)?.permissions ?? [],
    );
    expect(body.permissions).toEqual([...new Set(permissions)].sort());
    expect((await ask('GET', '/users/nobody/roles')).status).toBe(404);
  });

  it('who signed in is the administrator, with the permissions the sandbox grants', async () => {
    const { body } = await get<'getUsersMe'>('/users/me?expand=organization,authorization,token');
    expect(body.id).toBe(sandbox.administrator.id);
    expect(body.name).toBe('Robin Castellane');
    expect(body.organization?.name).toBe(organization.name);
    expect(body.authorization?.permissions).toEqual([...sandbox.permissions].sort());
    expect(body.token?.organization?.id).toBe(organization.id);
    const plain = await get<'getUsersMe'>('/users/me');
    expect(plain.body).not.toHaveProperty('organization');
  });
});

describe('the roles of the organization', () => {
  it('tell the licenses they need and how many users have them', async () => {
    const { body } = await get<'getAuthorizationRoles'>('/authorization/roles?pageSize=100');
    const agent = body.entities?.find(({ name }) => name === 'Omnichannel Agent');
    expect(agent?.baseLicense).toBe('cloudCX2');
    expect(agent?.userCount).toBeGreaterThan(100);
    const some = await get<'getAuthorizationRoles'>(
      `/authorization/roles?id=${agent?.id}&userCount=false`,
    );
    expect(some.body.total).toBe(1);
    expect(some.body.entities?.[0]).not.toHaveProperty('userCount');
    const paged = await get<'getAuthorizationRoles'>('/authorization/roles?pageSize=5');
    expect(paged.body.entities).toHaveLength(5);
    expect(paged.body.nextUri).toContain('pageNumber=2');
  });
});

describe('a search for users', () => {
  async function found(query: unknown, more: Record<string, unknown> = {}): Promise<string[]> {
    const { body, status } = await post<'postUsersSearch'>('/users/search', {
      query,
      pageSize: 500,
      ...more,
    });
    expect(status).toBe(200);
    return body.results.map((user) => user.name ?? '');
  }

  it('finds by a part of the name, whatever its case and accents', async () => {
    const names = await found([{ type: 'CONTAINS', fields: ['name'], value: 'GARCIA' }]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((name) => /garc[ií]a/i.test(name))).toBe(true);
    expect(names.some((name) => name.includes('García'))).toBe(true);
  });

  it('finds by the whole field, its beginning or one of its words', async () => {
    const email = 'casey.doe@meridian-outfitters.example';
    expect(await found([{ type: 'EXACT', fields: ['email'], value: email }])).toEqual([
      'Casey Doe',
      'Casey Doe-Kim',
    ]);
    const starts = await found([{ type: 'STARTS_WITH', fields: ['name'], value: 'robin c' }]);
    expect(starts).toContain('Robin Castellane');
    expect(await found([{ type: 'TERM', fields: ['name'], value: 'castellane' }])).toEqual([
      'Robin Castellane',
    ]);
  });

  it('finds by several words over several fields', async () => {
    const names = await found([
      { type: 'QUERY_STRING', fields: ['name', 'title'], value: 'robin administrator*' },
    ]);
    expect(names).toEqual(['Robin Castellane']);
  });

  it('combines criteria with AND, OR, NOT and groups', async () => {
    const castellane = { type: 'EXACT', fields: ['name'], value: 'Robin Castellane' };
    const casey = { type: 'EXACT', fields: ['name'], value: 'Casey Doe' };
    expect(await found([castellane, casey])).toEqual([]);
    expect(
      await found([
        { ...castellane, operator: 'OR' },
        { ...casey, operator: 'OR' },
      ]),
    ).toEqual(['Casey Doe', 'Robin Castellane']);
    expect(
      await found([
        { type: 'STARTS_WITH', fields: ['name'], value: 'casey' },
        { ...casey, operator: 'NOT' },
      ]),
    ).toEqual(['Casey Doe-Kim']);
    const either = [
      { ...castellane, operator: 'OR' },
      { ...casey, operator: 'OR' },
    ];
    const finance = { type: 'EXACT', fields: ['department'], value: 'Information Technology' };
    expect(await found([{ type: 'EXACT', group: either }, finance])).toEqual(['Robin Castellane']);
  });

  it('finds users by id, and by state when asked to, also the deleted', async () => {
    const ids = ordinaryUsers(sandbox).slice(0, 3);
    expect(await found([{ type: 'EXACT', fields: ['id'], values: ids }])).toHaveLength(3);
    const deleted = await found([{ type: 'EXACT', fields: ['state'], value: 'deleted' }]);
    expect(deleted).toHaveLength(organization.listed('deleted').length);
    const all = await post<'postUsersSearch'>('/users/search', {});
    expect(all.body.total).toBe(1200 - deleted.length);
  });

  it('sorts and pages', async () => {
    const page = { pageSize: 10, pageNumber: 2, sortBy: 'email', sortOrder: 'DESC' };
    const { body } = await post<'postUsersSearch'>('/users/search', { ...page, query: [] });
    expect(body.results).toHaveLength(10);
    expect(body.pageNumber).toBe(2);
    const emails = body.results.map(({ email }) => email ?? '');
    expect([...emails].sort().reverse()).toEqual(emails);
  });

  it('refuses what it does not understand, and names it', async () => {
    for (const [criterion, said] of [
      [{ type: 'SOUNDS_LIKE', value: 'x' }, 'SOUNDS_LIKE'],
      [{ type: 'EXACT', fields: ['shoeSize'], value: 'x' }, 'shoeSize'],
      [{ type: 'EXACT', value: 'x', operator: 'XOR' }, 'XOR'],
      [{ value: 'x' }, 'type'],
      [{ type: 'EXACT', values: [1] }, 'values'],
      [{ type: 'EXACT', value: 1 }, 'value'],
    ] as const) {
      const { status, body } = await ask('POST', '/users/search', { query: [criterion] });
      expect(status).toBe(400);
      expect(body['message']).toContain(said);
    }
    expect((await ask('POST', '/users/search')).status).toBe(400);
    expect((await ask('POST', '/users/search', { pageSize: 501 })).status).toBe(400);
  });
});
