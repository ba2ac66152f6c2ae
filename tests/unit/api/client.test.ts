// @vitest-environment node
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { ApiError, SessionOver } from '@/api/errors';
import { definitionsQuery, postAssignments, readLicenseOrganization } from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { ReadOnlyMode } from '@/api/ReadOnlyMode';
import { revokeToken } from '@/api/session';
import { readUsersPage } from '@/api/users';
import { API_URL, mswServer, rejection, signedIn } from './support';

const server = mswServer();
const FIRST_PAGE = { pageNumber: 1, pageSize: 25 };

function definitions(world: ReturnType<typeof signedIn>) {
  return createQueryClient().fetchQuery(definitionsQuery(world.api));
}

describe('every request', () => {
  it('carries the token, and lists in one parameter as the service reads them', async () => {
    let seen: Request | undefined;
    const { api } = signedIn(server, {}, { getToken: () => 'the token' });
    server.use(
      http.get(`${API_URL}/api/v2/users`, ({ request }) => {
        seen = request;
        return HttpResponse.json({});
      }),
    );
    await readUsersPage(api, { ...FIRST_PAGE, state: 'any', expand: ['dateLastLogin', 'team'] });
    expect(seen?.headers.get('Authorization')).toBe('Bearer the token');
    expect(new URL(seen?.url ?? '').search).toBe(
      '?pageNumber=1&pageSize=25&state=any&expand=dateLastLogin,team',
    );
  });

  it('takes the token of its own moment, not of an earlier one', async () => {
    let token = 'first';
    const seen: (string | null)[] = [];
    const { api } = signedIn(server, {}, { getToken: () => token });
    server.use(
      http.get(`${API_URL}/api/v2/users`, ({ request }) => {
        seen.push(request.headers.get('Authorization'));
        return HttpResponse.json({});
      }),
    );
    await readUsersPage(api, FIRST_PAGE);
    token = 'second';
    await readUsersPage(api, FIRST_PAGE);
    expect(seen).toEqual(['Bearer first', 'Bearer second']);
  });
});

describe('a session that is over', () => {
  it('is announced by every 401', async () => {
    const world = signedIn(server);
    world.sandbox.revokeTokens();
    const error = await rejection(definitions(world));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ isUnauthorized: true });
    expect(world.unauthorized()).toBe(1);
    expect(world.requests()).toHaveLength(1);
  });

  it('sends nothing when there is no token that is still good', async () => {
    let announced = 0;
    const world = signedIn(
      server,
      {},
      { getToken: () => undefined, onUnauthorized: () => (announced += 1) },
    );
    expect(await rejection(definitions(world))).toMatchObject({
      isUnauthorized: true,
      code: 'session.ended',
    });
    expect(announced).toBe(1);
    expect(world.requests()).toEqual([]);
  });

  it('is not announced by anything else', async () => {
    const world = signedIn(server);
    world.sandbox.faults.add({ kind: '403', times: 1 }, { kind: 'dropBefore' });
    await rejection(definitions(world));
    await rejection(definitions(world));
    expect(world.unauthorized()).toBe(0);
  });
});

describe('a client', () => {
  /** A service that answers only when the test says so. */
  function heldBack(life: AbortSignal) {
    let answer: () => void = () => undefined;
    const seen: (string | null)[] = [];
    const world = signedIn(
      server,
      {},
      {
        getToken: () => 'the first person',
        life: () => life,
        transport: {
          async send(request) {
            seen.push(request.headers.get('Authorization'));
            await new Promise<void>((resolve, reject) => {
              answer = resolve;
              request.signal.addEventListener('abort', () => reject(request.signal.reason));
            });
            return HttpResponse.json([]);
          },
        },
      },
    );
    return { ...world, seen, answer: () => answer() };
  }

  it('ends what is under way with its session; whether a write was carried out is not known', async () => {
    const session = new AbortController();
    const { api, seen } = heldBack(session.signal);
    const write = rejection(postAssignments(api, []));
    const read = rejection(readLicenseOrganization(api));
    await expect.poll(() => seen.length).toBe(2);
    session.abort(new SessionOver());
    expect(await write).toMatchObject({ code: 'session.ended', outcomeUnknown: true });
    expect(await read).toMatchObject({ code: 'session.ended' });
    expect(seen).toHaveLength(2);
  });

  it('sends nothing after its session, whatever token there is by then', async () => {
    const { api, seen, unauthorized } = heldBack(AbortSignal.abort(new SessionOver()));
    expect(await rejection(postAssignments(api, []))).toMatchObject({
      isUnauthorized: true,
      code: 'session.ended',
    });
    expect(seen).toEqual([]);
    expect(unauthorized()).toBe(1);
  });

  it('goes on with the answer of a session that goes on', async () => {
    const { api, seen, answer } = heldBack(new AbortController().signal);
    const written = postAssignments(api, []);
    await expect.poll(() => seen).toEqual(['Bearer the first person']);
    answer();
    expect(await written).toEqual([]);
  });

  it('signs out in read-only mode too: the token is revoked', async () => {
    const readOnly = new ReadOnlyMode({ configured: true });
    const { api, requests } = signedIn(server, {}, { readOnly });
    await revokeToken(api);
    expect(requests()).toEqual(['DELETE /api/v2/tokens/me 200']);
    expect(await rejection(postAssignments(api, []))).toMatchObject({ code: 'console.readOnly' });
  });
});

describe('an answer that is not what the contract promises', () => {
  it.each([
    [
      'a page of HTML',
      { kind: 'html', status: 200 },
      'The service answered with something that is not JSON.',
    ],
    ['nothing', { kind: 'empty', status: 200 }, 'The service gave an empty answer.'],
  ] as const)('is named for what it is: %s', async (_, fault, message) => {
    const world = signedIn(server);
    world.sandbox.faults.add(fault);
    expect(await rejection(definitions(world))).toMatchObject({ kind: 'format', message });
  });

  it('is named when a list was promised and something else came', async () => {
    const world = signedIn(server);
    server.use(
      http.get(`${API_URL}/api/v2/license/definitions`, () => HttpResponse.json({ entities: [] })),
    );
    expect(await rejection(definitions(world))).toMatchObject({
      kind: 'format',
      message: 'The service answered with something else than a list.',
    });
  });

  it('is named when it is JSON null', async () => {
    const world = signedIn(server);
    server.use(http.get(`${API_URL}/api/v2/license/organization`, () => HttpResponse.json(null)));
    expect(await rejection(readLicenseOrganization(world.api))).toMatchObject({ kind: 'format' });
  });

  it.each(['html', 'empty'] as const)(
    'keeps its status when it is an error of %s',
    async (kind) => {
      const world = signedIn(server);
      world.sandbox.faults.add({ kind, status: 403 });
      expect(await rejection(definitions(world))).toMatchObject({
        kind: 'status',
        isForbidden: true,
        message: 'Genesys Cloud refused this without saying why.',
      });
    },
  );
});

describe('no answer at all', () => {
  it('is told apart from an answer that says no', async () => {
    const world = signedIn(server);
    world.sandbox.faults.add({ kind: 'dropBefore' });
    const error = await rejection(definitions(world));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ kind: 'network', status: undefined });
  });
});
