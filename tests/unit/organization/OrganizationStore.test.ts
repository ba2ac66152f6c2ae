// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { inPagesOf, known, look, settled, truth, world } from './support';

describe('the first page that shows the organization', () => {
  it('has it read: who holds what and who they are, joined by id', async () => {
    const { sandbox, api } = world();
    const store = new OrganizationStore(api);
    expect(store.getSnapshot().status).toBe('idle');
    look(store);
    const snapshot = await settled(store);
    expect(snapshot).toMatchObject({ status: 'ready', gaps: [], error: undefined });
    expect(known(snapshot)).toEqual(truth(sandbox));
    for (const user of sandbox.organization.users) {
      const row = snapshot.index.rowOf(user.id);
      expect(row).toBeDefined();
      expect(snapshot.index.user(row ?? -1)?.name).toBe(user.profile.name);
    }
  });

  it('sees it grow while pages arrive, and hears how far it is', async () => {
    const { api } = world({ latencyMs: 60 }, inPagesOf(10));
    const store = new OrganizationStore(api);
    const sizes: number[] = [];
    const shares: (string | undefined)[] = [];
    store.subscribe(() => {
      const { index, progress } = store.getSnapshot();
      sizes.push(index.size);
      if (progress.people.total !== undefined) {
        shares.push(`${progress.people.done}/${progress.people.total}`);
      }
    });
    await settled(store);
    expect(sizes.some((size) => size > 0 && size < 60)).toBe(true);
    expect(shares.at(-1)).toBe('6/6');
  });

  it('has it read once, also when several parts of the page show it', async () => {
    const { api, asked } = world();
    const store = new OrganizationStore(api);
    look(store);
    look(store);
    await settled(store);
    look(store);
    // The second list of users is of the one holder who is on no list, asked for by id.
    expect(asked().sort()).toEqual([
      'GET /api/v2/license/users 200',
      'GET /api/v2/users 200',
      'GET /api/v2/users 200',
    ]);
  });
});

describe('an organization of many pages', () => {
  it('arrives whole', async () => {
    const { sandbox, api } = world({}, inPagesOf(7));
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
    expect(snapshot.index.usersRead.count).toBe(sandbox.organization.users.length);
  });

  it('arrives whole from a service that takes only small pages', async () => {
    const { sandbox, api } = world({}, async (request, sandbox) => {
      const size = Number(new URL(request.url).searchParams.get('pageSize'));
      return size > 25
        ? Response.json({ message: 'pageSize must be 25 or less' }, { status: 400 })
        : sandbox.fetch(request);
    });
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
    expect(snapshot.index.usersRead.count).toBe(sandbox.organization.users.length);
  });

  it.each([
    [
      'says nothing of its pages',
      (page: Record<string, unknown>) => ({ entities: page['entities'] }),
    ],
    [
      'says only the total',
      ({ entities, total }: Record<string, unknown>) => ({ entities, total }),
    ],
  ])('arrives whole from a service that %s', async (_, shown) => {
    const small = inPagesOf(25);
    const { sandbox, api } = world({}, async (request, sandbox) => {
      const answer = await small(request, sandbox);
      return Response.json(shown(await answer.json()));
    });
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(known(snapshot)).toEqual(truth(sandbox));
    expect(snapshot.index.usersRead.count).toBe(sandbox.organization.users.length);
  });

  it('is read in one pass a state where the service refuses them all at once', async () => {
    const { sandbox, api } = world({}, async (request, sandbox) =>
      new URL(request.url).searchParams.get('state') === 'any'
        ? Response.json({ message: 'state must be active, inactive or deleted' }, { status: 400 })
        : sandbox.fetch(request),
    );
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(snapshot.index.usersRead.count).toBe(sandbox.organization.users.length);
  });

  it('ends when a service that knows no pages gives the same again', async () => {
    const { api } = world({}, async () =>
      Response.json({ entities: [{ id: 'a', licenses: ['x'] }, { id: 'b' }] }),
    );
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(snapshot.index.size).toBe(2);
  });
});

describe('a service that answers only one of the two assignment reads', () => {
  it.each(['paged', 'organization'] as const)('is read by the one: %s', async (assignmentReads) => {
    const { sandbox, api } = world({ assignmentReads });
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
  });

  it('leaves nobody unknown: who is not named holds nothing', async () => {
    const { api, sandbox } = world({ assignmentReads: 'organization' });
    const store = new OrganizationStore(api);
    look(store);
    const { index } = await settled(store);
    const without = sandbox.organization.users.filter(
      ({ id }) => sandbox.organization.assignmentsOf(id).length === 0,
    );
    expect(without.length).toBeGreaterThan(0);
    for (const { id } of without) expect(index.licensesOf(index.rowOf(id) ?? -1)).toEqual([]);
  });
});

describe('a part that cannot be read', () => {
  it('leaves the rest on the screen, and what it would have said unknown', async () => {
    const { sandbox, api } = world();
    sandbox.faults.add({ kind: '403', operation: 'getLicenseUsers' });
    const store = new OrganizationStore(api);
    look(store);
    const snapshot = await settled(store);
    expect(snapshot).toMatchObject({ status: 'partial', error: { status: 403 } });
    expect(snapshot.gaps.map(({ part }) => part)).toEqual(['assignments']);
    const row = snapshot.index.rowOf(sandbox.administrator.id) ?? -1;
    expect(snapshot.index.user(row)).toBeDefined();
    expect(snapshot.index.licensesOf(row)).toBeUndefined();
  });

  it('of many pages is only the pages that failed; a retry asks for those alone', async () => {
    let isBroken = true;
    const small = inPagesOf(10);
    const { sandbox, api, asked } = world({}, (request, sandbox) =>
      isBroken && /api.v2.users.*pageNumber=[35]/.test(request.url)
        ? Promise.reject(new TypeError('Failed to fetch'))
        : small(request, sandbox),
    );
    const store = new OrganizationStore(api);
    look(store);
    const partial = await settled(store);
    expect(partial.status).toBe('partial');
    expect(partial.gaps.map(({ part }) => part)).toEqual(['people']);
    const everyone = sandbox.organization.users.length;
    expect(partial.index.usersRead.count).toBe(everyone - 20);

    isBroken = false;
    const before = asked().length;
    store.retryGaps();
    const whole = await settled(store);
    expect(whole).toMatchObject({ status: 'ready', gaps: [], error: undefined });
    expect(whole.index.usersRead.count).toBe(sandbox.organization.users.length);
    const [first, second, byId, ...others] = sandbox.log.slice(before).map(({ path }) => path);
    expect(first).toMatch(/users\?pageNumber=3&/);
    expect(second).toMatch(/users\?pageNumber=5&/);
    expect(byId).toContain(`id=${sandbox.organization.oddities.unknownHolder}`);
    expect(others).toEqual([]);
  });

  it('stays a gap while the retry fails', async () => {
    const { sandbox, api } = world();
    sandbox.faults.add({ kind: '503', operation: 'getUsers' });
    const store = new OrganizationStore(api);
    look(store);
    await settled(store);
    store.retryGaps();
    expect((await settled(store)).gaps.map(({ part }) => part)).toEqual(['people']);
  });

  it('is a failure when it is everything; a retry reads everything', async () => {
    const { sandbox, api } = world();
    sandbox.faults.add({ kind: '503' });
    const store = new OrganizationStore(api);
    look(store);
    expect(await settled(store)).toMatchObject({ status: 'failed', error: { status: 503 } });
    sandbox.faults.clear();
    store.retryGaps();
    expect(await settled(store)).toMatchObject({ status: 'ready', error: undefined });
  });
});

describe('a session that ends while the organization is read', () => {
  it('ends the reading at once, and it can be taken up again', async () => {
    const { sandbox, api, asked } = world({}, inPagesOf(5));
    sandbox.faults.add({ kind: '401', operation: 'getUsers', after: 3, times: 1 });
    const store = new OrganizationStore(api);
    look(store);
    expect(await settled(store)).toMatchObject({ status: 'failed', error: { status: 401 } });
    const count = asked().length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked().length).toBeLessThanOrEqual(count + 3);
    expect(asked().length).toBeLessThan(24);

    store.retryGaps();
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
  });
});
