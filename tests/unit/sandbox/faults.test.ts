// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Fault } from '@/sandbox';
import { assignment, ordinaryUsers, type Visitor, visit } from './visitor';

/** A visitor whose next batch meets a fault. */
function withFault(fault: Fault, options: Parameters<typeof visit>[0] = {}) {
  const visitor = visit(options);
  visitor.sandbox.faults.add(fault);
  const users = ordinaryUsers(visitor.sandbox).slice(0, 4);
  return {
    ...visitor,
    users,
    add: () => addTo(visitor, users),
    holders: () =>
      users.filter((id) => visitor.sandbox.organization.assignmentsOf(id).includes('hipaaAddOn')),
  };
}

function addTo({ post }: Visitor, users: string[]) {
  return post<'postLicenseOrganization'>('/license/organization', {
    assignments: [assignment('hipaaAddOn', users)],
  });
}

describe('a fault that answers with a status', () => {
  it.each(['400', '401', '403', '408', '409', '413', '429', '500', '503', '504'] as const)(
    '%s does nothing else',
    async (kind) => {
      const { add, holders } = withFault({ kind, times: 1 });
      expect((await add()).status).toBe(Number(kind));
      expect(holders()).toEqual([]);
      expect((await add()).status).toBe(200);
      expect(holders()).toHaveLength(4);
    },
  );

  it('can come after the work was done', async () => {
    const { add, holders } = withFault({ kind: '504', applied: true });
    expect((await add()).status).toBe(504);
    expect(holders()).toHaveLength(4);
  });

  it('tells how long to wait', async () => {
    const { ask } = withFault({ kind: '429', retryAfterSeconds: 7 });
    const { headers, body } = await ask('GET', '/users/me');
    expect(headers.get('retry-after')).toBe('7');
    expect(body['message']).toContain('[7] seconds');
    const busy = withFault({ kind: '503', retryAfterSeconds: 3 });
    expect((await busy.ask('GET', '/users/me')).headers.get('retry-after')).toBe('3');
  });

  it('can be 404', async () => {
    const { ask } = withFault(
      { kind: 'notFound', operation: 'getLicenseUsers' },
      { assignmentReads: 'both' },
    );
    expect((await ask('GET', '/license/users')).status).toBe(404);
    expect((await ask('GET', '/license/organization')).status).toBe(200);
  });
});

describe('a fault in the body', () => {
  async function raw(fault: Fault) {
    const { sandbox, token } = withFault(fault);
    const response = await sandbox.fetch(
      new Request('https://api.sandbox.test/api/v2/users/me', {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    return { response, text: await response.text() };
  }

  it('can be HTML, with an error or without', async () => {
    const { response, text } = await raw({ kind: 'html' });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(text).toContain('<h1>');
    expect((await raw({ kind: 'html', status: 200 })).response.status).toBe(200);
  });

  it('can be no body at all', async () => {
    const { response, text } = await raw({ kind: 'empty' });
    expect([response.status, text]).toEqual([500, '']);
  });

  it('with a status of success comes after the work', async () => {
    const { add, holders } = withFault({ kind: 'empty', status: 200 });
    const answer = await add();
    expect([answer.status, answer.body]).toEqual([200, undefined]);
    expect(holders()).toHaveLength(4);
  });

  it('can be the absence of every optional field, but for those to keep', async () => {
    const { get, add } = withFault({ kind: 'stripOptional' });
    expect((await get<'getUsers'>('/users')).body).toEqual({});
    expect(await add()).toMatchObject({ status: 200, body: [{}, {}, {}, {}] });
    expect((await get<'getUsersMe'>('/users/me')).body).toEqual({ version: expect.any(Number) });
    const kept = withFault({ kind: 'stripOptional', keep: ['entities', 'id'] });
    const { body } = await kept.get<'getUsers'>('/users?pageSize=1');
    expect(body).toEqual({ entities: [{ id: expect.any(String), version: expect.any(Number) }] });
  });
});

describe('a dropped connection', () => {
  it('before the change leaves everything as it was', async () => {
    const { add, holders } = withFault({ kind: 'dropBefore', times: 1 });
    await expect(add()).rejects.toThrow(new TypeError('Failed to fetch'));
    expect(holders()).toEqual([]);
  });

  it('after the change hides that it was made', async () => {
    const { add, holders } = withFault({ kind: 'dropAfter', times: 1 });
    await expect(add()).rejects.toThrow(new TypeError('Failed to fetch'));
    expect(holders()).toHaveLength(4);
  });
});

describe('a fault of some pairs', () => {
  it('refuses them one by one', async () => {
    const { add, holders, users } = withFault({ kind: 'failPairs', pairs: 2 });
    const { body } = await add();
    expect(body.map(({ result }) => result)).toEqual(['FAILED', 'FAILED', 'ADDED', 'ADDED']);
    expect(holders()).toEqual(users.slice(2));
  });

  it('leaves them out of the answer, done or not', async () => {
    const done = withFault({ kind: 'omitPairs', pairs: ({ userId }) => userId > '8' });
    const answer = await done.add();
    expect(answer.body.map(({ userId }) => userId)).toEqual(
      done.users.filter((userId) => userId <= '8'),
    );
    expect(done.holders()).toHaveLength(4);
    const undone = withFault({ kind: 'omitPairs', pairs: 1, applied: false });
    expect((await undone.add()).body).toHaveLength(3);
    expect(undone.holders()).toEqual(undone.users.slice(1));
  });

  it('can be of pairs that are named', async () => {
    const visitor = visit();
    const [a = '', b = ''] = ordinaryUsers(visitor.sandbox);
    visitor.sandbox.faults.add({ kind: 'failPairs', pairs: [{ userId: b }] });
    const { body } = await addTo(visitor, [a, b]);
    expect(body.map(({ result }) => result)).toEqual(['ADDED', 'FAILED']);
  });

  it('goes together with others', async () => {
    const { add, sandbox } = withFault({ kind: 'failPairs', pairs: 1 });
    sandbox.faults.add({ kind: 'omitPairs', pairs: 1 });
    const { body } = await add();
    expect(body.map(({ result }) => result)).toEqual(['FAILED', 'ADDED', 'ADDED']);
  });
});

describe('when a fault strikes', () => {
  it('is slow, if that is the fault', async () => {
    const slept: number[] = [];
    const { ask } = withFault(
      { kind: 'slow', delayMs: 1234 },
      { sleep: async (milliseconds) => void slept.push(milliseconds) },
    );
    expect((await ask('GET', '/users/me')).status).toBe(200);
    expect(slept).toEqual([1234]);
  });

  it('is limited to an operation, after some requests, and so many times', async () => {
    const { ask, sandbox } = withFault({
      kind: '500',
      operation: 'getUsersMe',
      after: 1,
      times: 2,
    });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      expect((await ask('GET', '/organizations/me')).status).toBe(200);
      statuses.push((await ask('GET', '/users/me')).status);
    }
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(sandbox.faults.pending).toEqual([]);
  });

  it('is every time until the faults are cleared, unless told otherwise', async () => {
    const { ask, sandbox } = withFault({ kind: '503' });
    expect((await ask('GET', '/users/me')).status).toBe(503);
    expect((await ask('GET', '/users/me')).status).toBe(503);
    expect(sandbox.faults.pending).toEqual([{ kind: '503', struck: 2 }]);
    sandbox.faults.clear();
    expect((await ask('GET', '/users/me')).status).toBe(200);
  });

  it('is by chance, the same chance for the same seed', async () => {
    const run = async (seed: number) => {
      const { ask } = withFault({ kind: '500', chance: 0.5 }, { seed });
      const statuses: number[] = [];
      for (let index = 0; index < 40; index += 1)
        statuses.push((await ask('GET', '/users/me')).status);
      return statuses;
    };
    const once = await run(1);
    expect(once.filter((status) => status === 500).length).toBeGreaterThan(8);
    expect(once.filter((status) => status === 200).length).toBeGreaterThan(8);
    expect(await run(1)).toEqual(once);
    expect(await run(2)).not.toEqual(once);
  });
});
