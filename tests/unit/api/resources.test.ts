// @vitest-environment node
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import {
  definitionQuery,
  definitionsQuery,
  inferredLicensesQuery,
  licenseOrganizationQuery,
  licensesOfUsersQuery,
  postAssignments,
  readLicensesOfUsers,
  readLicenseUsersPage,
  userLicensesQuery,
} from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { meQuery, organizationQuery, revokeToken } from '@/api/session';
import { userQuery, userRolesQuery, userSearchQuery, usersPageQuery } from '@/api/users';
import { API_URL, mswServer, rejection, signedIn } from './support';

const server = mswServer();

/** A sandbox, and a client that asks it what a page would. */
function world(options: Parameters<typeof signedIn>[1] = {}) {
  const signed = signedIn(server, options);
  const client = createQueryClient();
  const someone = signed.sandbox.organization.users.find(
    ({ id }) => signed.sandbox.organization.assignmentsOf(id).length > 1,
  );
  if (!someone) throw new Error('The sandbox has nobody who holds two licenses');
  const held = signed.sandbox.organization.assignmentsOf(someone.id);
  return { ...signed, client, someone, held };
}

describe('license definitions', () => {
  it('are read as a list and one by one', async () => {
    const { api, client } = world();
    const all = await client.fetchQuery(definitionsQuery(api));
    expect(all.length).toBeGreaterThan(5);
    const one = await client.fetchQuery(definitionQuery(api, 'cloudCX1'));
    expect(one).toEqual(all.find(({ id }) => id === 'cloudCX1'));
  });

  it('may have ids that an address cannot hold as they are', async () => {
    const { api, client, requests } = world();
    await rejection(client.fetchQuery(definitionQuery(api, 'a/b c?d')));
    expect(requests()).toEqual(['GET /api/v2/license/definitions/a%2Fb%20c%3Fd 404']);
  });

  it('are kept for a while rather than asked for by every page', async () => {
    const { api, client, requests } = world();
    await client.fetchQuery(definitionsQuery(api));
    await client.fetchQuery(definitionsQuery(api));
    expect(requests()).toHaveLength(1);
  });
});

describe('who holds what', () => {
  it('is read of the whole organization at once', async () => {
    const { api, client, someone, held } = world({ assignmentReads: 'both' });
    const answer = await client.fetchQuery(licenseOrganizationQuery(api));
    for (const license of held) {
      expect(answer.licenses?.[license]?.map(({ id }) => id)).toContain(someone.id);
    }
  });

  it('is read page by page', async () => {
    const { api, requests } = world();
    const page = await readLicenseUsersPage(api, { pageNumber: 2, pageSize: 10 });
    expect(requests()).toEqual(['GET /api/v2/license/users?pageNumber=2&pageSize=10 200']);
    expect(page).toMatchObject({ pageSize: 10 });
    expect(page.entities).toHaveLength(10);
  });

  it('is read of one user, as definitions', async () => {
    const { api, client, someone, held } = world();
    const answer = await client.fetchQuery(userLicensesQuery(api, someone.id));
    expect(answer.licenses?.map(({ id }) => id)).toEqual([...held]);
  });

  it.each(['ids', 'definitions', 'user'] as const)(
    'is read back of several users, in the shape of %s',
    async (userLicensesShape) => {
      const { api, client, someone, held } = world({ userLicensesShape });
      const read = await client.fetchQuery(licensesOfUsersQuery(api, [someone.id]));
      expect(read).toEqual(new Map([[someone.id, new Set(held)]]));
    },
  );

  it('stays unknown for a user whom the answer leaves out', async () => {
    const { api, someone } = world();
    const read = await readLicensesOfUsers(api, [someone.id, 'nobody']);
    expect([...read.keys()]).toEqual([someone.id]);
  });

  it.each([
    ['null', null],
    ['a text', 'cloudCX1'],
    ['a license without an id', [{ description: 'CX 1' }]],
    ['a number among ids', ['cloudCX1', 7]],
    ['an object of another kind', { entities: [] }],
  ])('stays unknown when what is said of a user is %s', async (_, value) => {
    const { api } = world();
    server.use(
      http.post(`${API_URL}/api/v2/license/users`, () =>
        HttpResponse.json({ odd: value, good: ['cloudCX1'], none: [] }),
      ),
    );
    expect(await readLicensesOfUsers(api, ['odd', 'good', 'none'])).toEqual(
      new Map([
        ['good', new Set(['cloudCX1'])],
        ['none', new Set()],
      ]),
    );
  });

  it('stays unknown altogether when the answer is a list', async () => {
    const { api } = world();
    server.use(http.post(`${API_URL}/api/v2/license/users`, () => HttpResponse.json([])));
    expect((await readLicensesOfUsers(api, ['someone'])).size).toBe(0);
  });
});

describe('a batch of changes', () => {
  it('is answered with a word on each pair', async () => {
    const { api, sandbox, someone, held } = world();
    const [license = ''] = held;
    const answer = await postAssignments(api, [
      { licenseId: license, userIdsAdd: [someone.id], userIdsRemove: [] },
      { licenseId: 'no such license', userIdsAdd: [someone.id], userIdsRemove: [] },
    ]);
    expect(answer).toEqual([
      { userId: someone.id, licenseId: license, result: 'NO_CHANGE' },
      { userId: someone.id, licenseId: 'no such license', result: 'LICENSE_NOT_FOUND' },
    ]);
    expect(sandbox.organization.assignmentsOf(someone.id)).toEqual(held);
  });
});

describe('the licenses that roles imply', () => {
  it('are the same question in whatever order the roles are given', async () => {
    const { api, client, sandbox, requests } = world();
    const roles = [...sandbox.organization.roles.keys()].slice(0, 3);
    const answer = await client.fetchQuery(inferredLicensesQuery(api, roles));
    expect(answer.length).toBeGreaterThan(0);
    await client.fetchQuery(inferredLicensesQuery(api, roles.toReversed()));
    expect(requests()).toHaveLength(1);
  });

  it('are not asked for when there are no roles', () => {
    const { api } = world();
    expect(inferredLicensesQuery(api, []).enabled).toBe(false);
  });
});

describe('users', () => {
  it('are read page by page, of one state or any', async () => {
    const { api, client } = world();
    const page = await client.fetchQuery(
      usersPageQuery(api, { pageNumber: 1, pageSize: 500, state: 'inactive' }),
    );
    expect(page.entities?.every(({ state }) => state === 'inactive')).toBe(true);
  });

  it('are read one by one', async () => {
    const { api, client, someone } = world();
    const user = await client.fetchQuery(userQuery(api, someone.id));
    expect(user).toMatchObject({ id: someone.id });
  });

  it('are found also when they are deleted', async () => {
    const { api, client, requests } = world();
    server.use(
      http.get(`${API_URL}/api/v2/users/gone`, ({ request }) =>
        new URL(request.url).searchParams.get('state') === 'deleted'
          ? HttpResponse.json({ id: 'gone', version: 1, state: 'deleted' })
          : HttpResponse.json({ message: 'no such user' }, { status: 404 }),
      ),
    );
    expect(await client.fetchQuery(userQuery(api, 'gone'))).toMatchObject({ state: 'deleted' });
    expect(requests()).toEqual([]);
  });

  it('are unknown when there is neither one nor a deleted one', async () => {
    const { api, client, requests } = world();
    const error = await rejection(client.fetchQuery(userQuery(api, 'nobody')));
    expect(error).toMatchObject({ isNotFound: true });
    expect(requests()).toHaveLength(2);
  });

  it('have roles, for those who may see them', async () => {
    const { api, client, sandbox, someone } = world();
    const { roles } = await client.fetchQuery(userRolesQuery(api, someone.id));
    expect(roles?.length).toBeGreaterThan(0);
    sandbox.revokePermission('authorization:grant:view');
    client.clear();
    const error = await rejection(client.fetchQuery(userRolesQuery(api, someone.id)));
    expect(error).toMatchObject({ isForbidden: true });
  });

  it('are searched', async () => {
    const { api, client, sandbox } = world();
    const { email } = sandbox.administrator;
    const found = await client.fetchQuery(
      userSearchQuery(api, { query: [{ type: 'EXACT', fields: ['email'], value: email }] }),
    );
    expect(found.results.map(({ id }) => id)).toEqual([sandbox.administrator.id]);
  });
});

describe('the session', () => {
  it('says who signed in, and to which organization', async () => {
    const { api, client, sandbox } = world();
    const me = await client.fetchQuery(meQuery(api));
    expect(me.id).toBe(sandbox.administrator.id);
    expect(me.organization?.name).toBe(sandbox.organization.name);
    const organization = await client.fetchQuery(organizationQuery(api));
    expect(organization.name).toBe(sandbox.organization.name);
  });

  it('ends when its token is revoked', async () => {
    const { api, client, unauthorized } = world();
    await revokeToken(api);
    await rejection(client.fetchQuery(meQuery(api)));
    expect(unauthorized()).toBe(1);
  });
});

describe('answers that miss every optional property', () => {
  it('are taken as they come', async () => {
    const { api, client, sandbox, someone } = world({ assignmentReads: 'both' });
    sandbox.faults.add({ kind: 'stripOptional' });
    await client.fetchQuery(definitionsQuery(api));
    await client.fetchQuery(licenseOrganizationQuery(api));
    await client.fetchQuery(userQuery(api, someone.id));
    await client.fetchQuery(userRolesQuery(api, someone.id));
    await client.fetchQuery(meQuery(api));
    const licenses = await client.fetchQuery(userLicensesQuery(api, someone.id));
    expect(licenses.licenses).toBeUndefined();
  });
});
