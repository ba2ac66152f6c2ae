import { describe, expect, it } from 'vitest';
import { createQueryClient } from '@/api/queryClient';
import type { User } from '@/api/schema';
import { RoleCheckStore } from '@/organization/RoleCheckStore';
import type { Sandbox } from '@/sandbox';
import { inPagesOf, type World, world } from './support';

const INFER = '/api/v2/license/infer';

function storeIn(given: World): RoleCheckStore {
  return new RoleCheckStore(given.api, createQueryClient());
}

/** What the sandbox itself says that the roles of everybody imply, by user. */
function truthOf({ organization }: Sandbox): Map<string, string[]> {
  return new Map(organization.listed('any').map(({ id }) => [id, organization.impliedFor(id)]));
}

function impliedByUser(store: RoleCheckStore): Map<string, string[]> {
  const sets = store.getSnapshot().roleSets ?? [];
  return new Map(
    sets.flatMap(({ userIds, implied }) =>
      implied ? userIds.map((id): [string, string[]] => [id, [...implied].sort()]) : [],
    ),
  );
}

const sortedMap = (map: Map<string, string[]>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const isAbout = (path: string) => (request: Request) => new URL(request.url).pathname === path;

describe('a check of roles', () => {
  it('asks once for each different set of roles, and tells of every user what theirs imply', async () => {
    const given = world();
    const store = storeIn(given);
    await store.start();
    expect(sortedMap(impliedByUser(store))).toEqual(sortedMap(truthOf(given.sandbox)));
    const sets = store.getSnapshot().roleSets ?? [];
    const asked = given.asked();
    expect(asked.filter((line) => line.startsWith(`POST ${INFER}`))).toHaveLength(
      sets.filter(({ implied }) => implied?.length !== 0).length,
    );
    expect(asked.filter((line) => line.startsWith('GET /api/v2/users'))).toHaveLength(1);
    expect(asked.some((line) => line.includes('/license/organization'))).toBe(false);
    expect(store.getSnapshot()).toMatchObject({ isPartial: false, reading: undefined });
  });

  it('asks nothing where a user has no role, and claims nothing of one whose roles are not told', async () => {
    const users: User[] = [
      { id: 'none', version: 1, authorization: { roles: [] } },
      { id: 'untold', version: 1 },
      { id: 'half', version: 1, authorization: { roles: [{ name: 'A role without an id' }] } },
      { id: 'empty', version: 1, authorization: {} },
    ];
    const given = world({}, (request, sandbox) =>
      isAbout('/api/v2/users')(request)
        ? Promise.resolve(Response.json({ entities: users, total: users.length, pageCount: 1 }))
        : sandbox.fetch(request),
    );
    const store = storeIn(given);
    await store.start();
    expect(store.getSnapshot().roleSets).toEqual([{ userIds: ['none'], implied: [] }]);
    expect(given.asked()).toEqual([]);
  });

  it('can be stopped, keeps what it has, and goes on from there', async () => {
    let infers = 0;
    const answered = 3;
    let isSlow = true;
    const given = world({}, (request, sandbox) => {
      if (!isAbout(INFER)(request)) return inPagesOf(20)(request, sandbox);
      infers += 1;
      return isSlow && infers > answered ? new Promise(() => undefined) : sandbox.fetch(request);
    });
    const store = storeIn(given);
    const run = store.start();
    await expect.poll(() => infers).toBeGreaterThan(answered);
    store.stop();
    await run;
    const { roleSets = [], isPartial, error } = store.getSnapshot();
    expect(isPartial).toBe(true);
    expect(error).toBeUndefined();
    expect(roleSets.some(({ implied }) => implied === undefined)).toBe(true);
    expect(impliedByUser(store).size).toBeGreaterThan(0);

    isSlow = false;
    const open = roleSets.filter(({ implied }) => implied === undefined).length;
    const before = given.asked().length;
    await store.start();
    const after = given.asked().slice(before);
    expect(after.every((line) => line.startsWith(`POST ${INFER}`))).toBe(true);
    expect(after).toHaveLength(open);
    expect(sortedMap(impliedByUser(store))).toEqual(sortedMap(truthOf(given.sandbox)));
    expect(store.getSnapshot().isPartial).toBe(false);
  });

  it('reads everything anew when it is asked for again after it was whole', async () => {
    const given = world();
    const store = storeIn(given);
    await store.start();
    const first = given.asked().length;
    await store.start();
    expect(given.asked()).toHaveLength(2 * first);
  });

  it('asks for smaller pages where a large one is too much for the service', async () => {
    for (const status of [413, 504]) {
      const given = world({}, (request, sandbox) =>
        Number(new URL(request.url).searchParams.get('pageSize')) > 100
          ? Promise.resolve(Response.json({ message: 'Too much' }, { status }))
          : sandbox.fetch(request),
      );
      const store = storeIn(given);
      await store.start();
      expect(sortedMap(impliedByUser(store))).toEqual(sortedMap(truthOf(given.sandbox)));
      expect(store.getSnapshot().error).toBeUndefined();
    }
  });

  it('says what could not be read, and leaves those users unknown', async () => {
    let refused = 0;
    const given = world({}, (request, sandbox) => {
      if (!isAbout(INFER)(request) || refused > 0) return sandbox.fetch(request);
      refused += 1;
      return Promise.resolve(Response.json({ message: 'Not that one' }, { status: 404 }));
    });
    const store = storeIn(given);
    await store.start();
    const { roleSets = [], isPartial, error } = store.getSnapshot();
    expect(isPartial).toBe(true);
    expect(error).toMatchObject({ message: 'Not that one' });
    expect(roleSets.filter(({ implied }) => implied === undefined)).toHaveLength(1);
  });

  it('gives up a service that refuses every set, and one that shows nobody', async () => {
    const refusing = world({}, (request, sandbox) =>
      isAbout(INFER)(request)
        ? Promise.resolve(Response.json({ message: 'Never' }, { status: 403 }))
        : sandbox.fetch(request),
    );
    const store = storeIn(refusing);
    await store.start();
    const { organization } = refusing.sandbox;
    // Whoever has no roles is known without asking.
    const roleless = organization.users.filter((user) => organization.rolesOf(user).length === 0);
    expect([...impliedByUser(store).keys()].sort()).toEqual(roleless.map(({ id }) => id).sort());
    expect(store.getSnapshot().error).toMatchObject({ message: 'Never' });

    const hiding = world({}, () =>
      Promise.resolve(Response.json({ message: 'You may not' }, { status: 403 })),
    );
    const nobody = storeIn(hiding);
    await nobody.start();
    expect(nobody.getSnapshot()).toMatchObject({ roleSets: undefined, isPartial: true });
    expect(nobody.getSnapshot().error).toMatchObject({ message: 'You may not' });
  });

  it('asks for those who work where the service refuses to list users of any state', async () => {
    const given = world({}, (request, sandbox) =>
      new URL(request.url).searchParams.get('state') === 'any'
        ? Promise.resolve(Response.json({ message: 'state' }, { status: 400 }))
        : sandbox.fetch(request),
    );
    const store = storeIn(given);
    await store.start();
    const active = given.sandbox.organization.listed('active').map(({ id }) => id);
    expect([...impliedByUser(store).keys()].sort()).toEqual([...active].sort());
  });
});
