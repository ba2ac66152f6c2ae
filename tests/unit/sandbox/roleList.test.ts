// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { visit } from './visitor';

async function listed(parameters: string) {
  const { get, sandbox } = visit();
  const path = `/authorization/roles?pageSize=100&${parameters}`;
  const { body, status } = await get<'getAuthorizationRoles'>(path);
  expect(status).toBe(200);
  return { sandbox, names: (body.entities ?? []).map(({ name = '' }) => name), body };
}

describe('the list of roles', () => {
  it('is found by name, with an asterisk for anything', async () => {
    const { sandbox } = await listed('');
    const all = [...sandbox.organization.roles.values()].map(({ name = '' }) => name);
    const [one = ''] = all;
    expect((await listed(`name=${encodeURIComponent(one.toUpperCase())}`)).names).toEqual([one]);
    expect((await listed('name=no%20such%20role')).names).toEqual([]);
    const word = one.slice(1, 4);
    expect((await listed(`name=${encodeURIComponent(word)}`)).names).toEqual([]);
    const matching = all.filter((name) => name.toLowerCase().includes(word.toLowerCase()));
    expect((await listed(`name=*${encodeURIComponent(word)}*`)).names).toEqual(matching);
    expect((await listed('name=*')).names).toEqual(all);
    expect((await listed('name=.*')).names).toEqual([]);
  });

  it('is found by permissions, any one of which is enough', async () => {
    const { sandbox } = await listed('');
    const roles = [...sandbox.organization.roles.values()];
    const granting = (wanted: string[]) =>
      roles
        .filter(({ permissions }) => wanted.some((one) => permissions.includes(one)))
        .map(({ name }) => name);
    const [a = '', b = ''] = roles
      .flatMap(({ permissions }) => permissions)
      .filter((one) => !one.includes('*') && granting([one]).length < roles.length);
    expect((await listed(`permission=${a}`)).names).toEqual(granting([a]));
    expect((await listed(`permission=${a}&permission=${b}`)).names).toEqual(granting([a, b]));
    expect((await listed('permission=no:such:permission')).names).toEqual([]);
  });

  it('is sorted by what is asked for', async () => {
    const { names } = await listed('sortBy=name');
    expect(names).toEqual([...names].sort());
    const { body } = await listed('sortBy=userCount');
    const counts = (body.entities ?? []).map(({ userCount = -1 }) => userCount);
    expect(counts).toEqual([...counts].sort((x, y) => x - y));
    const { ask } = visit();
    expect((await ask('GET', '/authorization/roles?sortBy=shoeSize')).status).toBe(400);
  });

  it('keeps what was asked for on its next pages', async () => {
    const { get } = visit();
    const first = await get<'getAuthorizationRoles'>(
      '/authorization/roles?pageSize=1&name=*a*&sortBy=name&userCount=false',
    );
    const next = (first.body.nextUri ?? '').replace('/api/v2', '');
    expect(next).not.toBe('');
    const second = await get<'getAuthorizationRoles'>(next);
    const both = [first, second].flatMap(({ body }) => body.entities ?? []);
    const { names } = await listed('name=*a*&sortBy=name');
    expect(both.map(({ name }) => name)).toEqual(names.slice(0, 2));
    expect(both.every(({ userCount }) => userCount === undefined)).toBe(true);
  });
});

describe('a search for people', () => {
  it('knows no search type ENDS_WITH', async () => {
    const { ask } = visit();
    const { status, body } = await ask('POST', '/users/search', {
      query: [{ type: 'ENDS_WITH', fields: ['name'], value: 'doe' }],
    });
    expect(status).toBe(400);
    expect(body['message']).toContain('ENDS_WITH');
  });
});
