// @vitest-environment node
import { ConstantBackoff } from 'cockatiel';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { ApiError, isAbort } from '@/api/errors';
import { definitionsQuery, postAssignments, readLicensesOfUsers } from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { meQuery, revokeToken } from '@/api/session';
import { readUsersPage } from '@/api/users';
import { API_URL, mswServer, rejection, signedIn } from './support';

const server = mswServer();
const FIRST_PAGE = { pageNumber: 1, pageSize: 25 };

function statuses(requests: string[]): number[] {
  return requests.map((request) => Number(request.split(' ').at(-1)));
}

describe('a read that fails on the way', () => {
  it.each(['500', '503', '504', '408', 'dropBefore', 'dropAfter'] as const)(
    'is repeated after %s, and the reader never hears of it',
    async (kind) => {
      const { sandbox, api, requests } = signedIn(server);
      sandbox.faults.add({ kind, times: 2 });
      const page = await readUsersPage(api, FIRST_PAGE);
      expect(page.entities).toHaveLength(25);
      expect(requests()).toHaveLength(3);
    },
  );

  it('is given up after the third attempt, with what the service said last', async () => {
    const { sandbox, api, requests } = signedIn(server);
    sandbox.faults.add({ kind: '503' });
    const error = await rejection(readUsersPage(api, FIRST_PAGE));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ kind: 'status', status: 503, contextId: expect.any(String) });
    expect(requests()).toHaveLength(3);
  });

  it('is repeated also where it is a POST that carries a list', async () => {
    const { sandbox, api, requests } = signedIn(server);
    sandbox.faults.add({ kind: '500', times: 1 });
    const read = await readLicensesOfUsers(api, [sandbox.administrator.id]);
    expect(read.size).toBe(1);
    expect(requests()).toHaveLength(2);
  });

  it.each(['400', '403', 'notFound', '409', '413'] as const)(
    'is not repeated after %s, which would only say the same again',
    async (kind) => {
      const { sandbox, api, requests } = signedIn(server);
      sandbox.faults.add({ kind });
      await rejection(readUsersPage(api, FIRST_PAGE));
      expect(requests()).toHaveLength(1);
    },
  );
});

describe('a write that fails on the way', () => {
  it.each(['500', '503', '504', '408', 'dropBefore', 'dropAfter'] as const)(
    'is never sent twice after %s, and its outcome is called unknown',
    async (kind) => {
      const { sandbox, api, requests } = signedIn(server);
      sandbox.faults.add({ kind });
      const error = await rejection(postAssignments(api, []));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ outcomeUnknown: true });
      expect(requests()).toHaveLength(1);
    },
  );

  it.each(['400', '403', '413'] as const)('was surely not carried out after %s', async (kind) => {
    const { sandbox, api } = signedIn(server);
    sandbox.faults.add({ kind });
    expect(await rejection(postAssignments(api, []))).toMatchObject({ outcomeUnknown: false });
  });

  it('holds for the sign-out as well', async () => {
    const { sandbox, api, requests } = signedIn(server);
    sandbox.faults.add({ kind: 'dropAfter' });
    expect(await rejection(revokeToken(api))).toMatchObject({ kind: 'network' });
    expect(requests()).toHaveLength(1);
  });
});

describe('a refusal for the rate limit', () => {
  it('waits as long as Retry-After says, and a little more, then goes on', async () => {
    const { sandbox, api, clock, requests } = signedIn(server);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 7, times: 1 });
    await readUsersPage(api, FIRST_PAGE);
    expect(statuses(requests())).toEqual([429, 200]);
    expect(clock.slept).toHaveLength(1);
    expect(clock.slept[0]).toBeGreaterThanOrEqual(7_000);
    expect(clock.slept[0]).toBeLessThanOrEqual(8_000);
  });

  it('is waited out for a write too: the service did not carry it out', async () => {
    const { sandbox, api, clock, requests } = signedIn(server);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 2, times: 1 });
    await postAssignments(api, []);
    expect(statuses(requests())).toEqual([429, 200]);
    expect(clock.slept[0]).toBeGreaterThanOrEqual(2_000);
  });

  it.each([
    ['the message', 'Rate limit exceeded the maximum. Retry the request in [42] seconds'],
    ['a message of other words', 'Too many requests, retry after 42 seconds.'],
  ])('waits as long as %s says where Retry-After cannot be read', async (_, message) => {
    const { api, clock, requests } = signedIn(server);
    server.use(
      http.get(
        `${API_URL}/api/v2/users`,
        () => HttpResponse.json({ status: 429, message }, { status: 429 }),
        { once: true },
      ),
    );
    await readUsersPage(api, FIRST_PAGE);
    expect(statuses(requests())).toEqual([200]);
    expect(clock.slept).toHaveLength(1);
    expect(clock.slept[0]).toBeGreaterThanOrEqual(42_000);
    expect(clock.slept[0]).toBeLessThanOrEqual(43_000);
  });

  it('is waited out however long the service asks to wait, and says until when', async () => {
    const { sandbox, api, clock } = signedIn(server);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 7_200, times: 1 });
    const begun = clock.now();
    let heldUntil = 0;
    api.rate.subscribe(() => {
      heldUntil = Math.max(heldUntil, api.rate.reading.heldUntil ?? 0);
    });
    await readUsersPage(api, FIRST_PAGE);
    expect(heldUntil - begun).toBeGreaterThanOrEqual(7_200_000);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(7_200_000);
  });

  it('is never a reason to give up, however often it comes', async () => {
    const { sandbox, api, requests } = signedIn(server);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 1, times: 30 });
    await postAssignments(api, []);
    await readUsersPage(api, FIRST_PAGE);
    expect(requests()).toHaveLength(32);
  });

  it('holds back the other requests as well, rather than have each of them refused', async () => {
    const { sandbox, api, clock, requests } = signedIn(server);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 10, times: 1 });
    const begun = clock.now();
    let second: Promise<unknown> | undefined;
    api.rate.subscribe(() => {
      if (api.rate.reading.heldUntil !== undefined) {
        second ??= readUsersPage(api, { ...FIRST_PAGE, pageNumber: 2 });
      }
    });
    await readUsersPage(api, FIRST_PAGE);
    await second;
    expect(statuses(requests())).toEqual([429, 200, 200]);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(10_000);
  });
});

describe('leaving the page that wanted an answer', () => {
  it('ends a wait for the rate limit', async () => {
    const { sandbox, api, requests } = signedIn(
      server,
      {},
      {
        transport: {
          clock: { now: Date.now, sleep: (_ms, signal) => untilAborted(signal) },
        },
      },
    );
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 60 });
    const leaving = new AbortController();
    const answer = rejection(readUsersPage(api, FIRST_PAGE, leaving.signal));
    await expect.poll(() => api.rate.reading.heldUntil, { timeout: 10_000 }).toBeDefined();
    leaving.abort();
    expect(isAbort(await answer)).toBe(true);
    expect(requests()).toHaveLength(1);
  });

  it('cancels the request on the wire', async () => {
    const sent: Request[] = [];
    const { api } = signedIn(
      server,
      {},
      {
        transport: {
          send: (request) => {
            sent.push(request);
            return untilAborted(request.signal);
          },
        },
      },
    );
    const client = createQueryClient();
    const answer = rejection(client.fetchQuery(meQuery(api)));
    await expect.poll(() => sent, { timeout: 10_000 }).toHaveLength(1);
    await client.cancelQueries();
    await answer;
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('sends nothing more once it was called off between two attempts', async () => {
    const { sandbox, api, requests } = signedIn(
      server,
      {},
      { transport: { backoff: new ConstantBackoff(200) } },
    );
    sandbox.faults.add({ kind: '500' });
    const leaving = new AbortController();
    const answer = rejection(readUsersPage(api, FIRST_PAGE, leaving.signal));
    await expect.poll(requests, { timeout: 10_000 }).toHaveLength(1);
    leaving.abort();
    expect(isAbort(await answer)).toBe(true);
    expect(requests()).toHaveLength(1);
  });

  it('sends nothing at all when it was left before', async () => {
    const { api, requests } = signedIn(server);
    const error = await rejection(readUsersPage(api, FIRST_PAGE, AbortSignal.abort()));
    expect(isAbort(error)).toBe(true);
    expect(requests()).toEqual([]);
  });
});

describe('two components that want the same', () => {
  it('are given one answer', async () => {
    const { api, requests } = signedIn(server);
    const client = createQueryClient();
    await Promise.all([
      client.fetchQuery(definitionsQuery(api)),
      client.fetchQuery(definitionsQuery(api)),
    ]);
    expect(requests()).toEqual(['GET /api/v2/license/definitions 200']);
  });
});

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
