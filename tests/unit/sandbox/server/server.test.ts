// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { assignment, ordinaryUsers } from '../visitor';
import { ask, serve } from './serving';

describe('the API on real HTTP', () => {
  it('answers as the sandbox does', async () => {
    const server = await serve();
    const response = await ask(server, '/api/v2/users?pageSize=2');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ pageSize: 2 });
    expect((await fetch(`${server.url}/api/v2/users`)).status).toBe(401);
    expect((await ask(server, '/api/v2/nowhere')).status).toBe(404);
    expect((await ask(server, '/elsewhere')).status).toBe(404);
    const [id = ''] = ordinaryUsers(server.sandbox);
    const change = await ask(server, '/api/v2/license/organization', {
      method: 'POST',
      body: JSON.stringify({ assignments: [assignment('hipaaAddOn', [id])] }),
    });
    expect(await change.json()).toEqual([{ userId: id, licenseId: 'hipaaAddOn', result: 'ADDED' }]);
    expect(server.sandbox.organization.assignmentsOf(id)).toContain('hipaaAddOn');
    expect(server.contractViolations).toEqual([]);
  });

  it('lets pages of any origin in, and lets them read the headers they need', async () => {
    const server = await serve();
    const preflight = await fetch(`${server.url}/api/v2/users`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://console.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type',
    );
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    for (const path of ['/api/v2/users', '/api/v2/nowhere', '/oauth/token']) {
      const response = await ask(server, path);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toBe(
        'inin-correlation-id, Retry-After',
      );
    }
  });

  it('lets pages read the rate headers where there are any', async () => {
    const rateLimit = { allowed: 300, windowSeconds: 60 };
    const server = await serve({ rateLimit, rateHeaders: true });
    const { headers } = await ask(server, '/api/v2/users/me');
    const exposed = headers.get('access-control-expose-headers');
    for (const name of ['count', 'allowed', 'reset'].map((part) => `inin-ratelimit-${part}`)) {
      expect(headers.has(name)).toBe(true);
      expect(exposed).toContain(name);
    }
  });

  it('sends Retry-After in a way that pages cannot read, where it is to be hidden', async () => {
    const server = await serve({ hideRetryAfter: true });
    server.sandbox.faults.add({ kind: '429', retryAfterSeconds: 7 });
    const { headers } = await ask(server, '/api/v2/users/me');
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('access-control-expose-headers')).toBe('inin-correlation-id');
  });

  it('gives every API answer a correlation id that pages may read', async () => {
    const server = await serve();
    for (const path of ['/api/v2/users', '/api/v2/nowhere']) {
      const { headers } = await ask(server, path);
      expect(headers.get('inin-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('access-control-expose-headers')).toContain('inin-correlation-id');
    }
  });

  it('refuses a request that breaks the contract, unless it is not to look', async () => {
    const strict = await serve();
    const refused = await ask(strict, '/api/v2/users?colour=red');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'bad.request', status: 400 });
    const lenient = await serve({ validate: false });
    expect((await ask(lenient, '/api/v2/users?colour=red')).status).toBe(200);
    // One who is not signed in learns nothing of the contract.
    expect((await fetch(`${strict.url}/api/v2/users?colour=red`)).status).toBe(401);
  });

  it('reports an answer of its own that breaks the contract', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await serve();
    const [user] = server.sandbox.organization.users;
    Object.assign(user?.profile ?? {}, { shoeSize: 43 });
    await ask(server, `/api/v2/users/${user?.id}`);
    expect(server.contractViolations).toEqual([
      'getUser 200: body must not have "shoeSize", which the contract does not name',
    ]);
    expect(complaint).toHaveBeenCalledOnce();
  });

  it('ends the connection where a fault drops it, before or after the change', async () => {
    const server = await serve();
    const [a = '', b = ''] = ordinaryUsers(server.sandbox);
    const add = (id: string) =>
      ask(server, '/api/v2/license/organization', {
        method: 'POST',
        body: JSON.stringify({ assignments: [assignment('hipaaAddOn', [id])] }),
      });
    server.sandbox.faults.add({ kind: 'dropBefore', times: 1 }, { kind: 'dropAfter', times: 1 });
    await expect(add(a)).rejects.toThrow('fetch failed');
    await expect(add(b)).rejects.toThrow('fetch failed');
    expect(server.sandbox.organization.assignmentsOf(a)).not.toContain('hipaaAddOn');
    expect(server.sandbox.organization.assignmentsOf(b)).toContain('hipaaAddOn');
    expect((await add(a)).status).toBe(200);
  });

  it('never uses a connection twice, so that no client repeats a dropped request by itself', async () => {
    const server = await serve();
    expect((await ask(server, '/api/v2/users/me')).headers.get('connection')).toBe('close');
  });

  it('says so when its port is taken', async () => {
    const server = await serve();
    await expect(serve({ port: server.port })).rejects.toThrow('EADDRINUSE');
  });

  it('has a front page', async () => {
    const server = await serve();
    expect(await (await fetch(server.url)).text()).toContain('Meridian Outfitters');
  });
});

describe('the controls', () => {
  it('add, show and clear faults', async () => {
    const server = await serve();
    const url = `${server.url}/sandbox/faults`;
    const added = await fetch(url, {
      method: 'POST',
      body: JSON.stringify([{ kind: '503', operation: 'getUsersMe', times: 1 }, { kind: 'slow' }]),
    });
    const pending = [
      { kind: '503', operation: 'getUsersMe', times: 1, struck: 0 },
      { kind: 'slow', struck: 0 },
    ];
    expect(await added.json()).toEqual(pending);
    expect(await (await fetch(url)).json()).toEqual(pending);
    expect((await ask(server, '/api/v2/users/me')).status).toBe(503);
    await fetch(url, { method: 'DELETE' });
    expect(await (await fetch(url)).json()).toEqual([]);
  });

  it.each([
    ['no fault at all', 'A fault is an object'],
    [{}, 'kind must be one of 400'],
    [{ kind: '500', operation: 'getEverything' }, 'operation must be any, or one of'],
    [{ kind: '500', times: 'once' }, 'times must be a number'],
    [{ kind: '500', time: 1 }, 'A fault has no time'],
    [{ kind: 'failPairs', pairs: 'all' }, 'pairs must be'],
    [{ kind: 'failPairs', applied: 1 }, 'applied must be'],
    [[{ kind: '500' }, { kind: 'stripOptional', keep: 'id' }], 'keep must be'],
  ])('refuse what is no fault: %j', async (body, said) => {
    const server = await serve();
    const response = await fetch(`${server.url}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining(said) });
    expect(server.sandbox.faults.pending).toEqual([]);
  });

  it('show what is held, what was asked and what is running', async () => {
    const server = await serve();
    const { administrator, organization } = server.sandbox;
    await ask(server, '/api/v2/users/me');
    const read = async (path: string) => (await fetch(`${server.url}/sandbox${path}`)).json();
    expect(await read(`/assignments/${administrator.id}`)).toEqual({
      userId: administrator.id,
      licenses: organization.assignmentsOf(administrator.id),
    });
    expect(JSON.stringify(await read('/assignments'))).toBe(organization.snapshot());
    expect(await read('/log')).toEqual([expect.objectContaining({ path: '/api/v2/users/me' })]);
    expect(await read('')).toMatchObject({ users: 40, administrator, contractViolations: [] });
    expect((await fetch(`${server.url}/sandbox/nothing`)).status).toBe(404);
  });

  it('take permissions and tokens away, and bring everything back', async () => {
    const server = await serve({ assignmentReads: 'both' });
    const post = (path: string, body?: unknown) =>
      fetch(`${server.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('permissions', { revoke: ['authorization:grant:add'] });
    expect((await ask(server, '/api/v2/license/organization')).status).toBe(403);
    await post('permissions', { grant: ['authorization:grant:add'] });
    expect((await ask(server, '/api/v2/license/organization')).status).toBe(200);
    expect((await post('permissions', { grant: 'all' })).status).toBe(400);

    await post('scopes', { revoke: ['license'], grant: ['license:readonly'] });
    expect((await ask(server, '/api/v2/license/users')).status).toBe(200);
    await post('scopes', { revoke: ['license:readonly'] });
    expect((await ask(server, '/api/v2/license/users')).status).toBe(403);
    expect((await post('scopes', { revoke: 'all' })).status).toBe(400);

    const token = server.sandbox.issueToken();
    await post('expire-tokens');
    expect(server.sandbox.isTokenValid(token)).toBe(false);
    const another = server.sandbox.issueToken();
    await post('reset');
    expect(server.sandbox.isTokenValid(another)).toBe(true);
    await post('revoke-tokens');
    expect(server.sandbox.isTokenValid(another)).toBe(false);
  });

  it('let somebody else use the rate limit', async () => {
    const server = await serve({ rateLimit: { allowed: 4, windowSeconds: 60 } });
    const post = (body: unknown) =>
      fetch(`${server.url}/sandbox/rate-limit`, { method: 'POST', body: JSON.stringify(body) });
    const statuses = async (times: number) => {
      const all: number[] = [];
      for (let index = 0; index < times; index += 1) {
        all.push((await ask(server, '/api/v2/users/me')).status);
      }
      return all;
    };
    await post({ requests: 3, clientId: 'sandbox' });
    expect(await statuses(2)).toEqual([200, 429]);
    await fetch(`${server.url}/sandbox/reset`, { method: 'POST' });
    await post({ requests: 37, everyWindow: true });
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
    for (const wrong of [
      {},
      { requests: -1 },
      { requests: 1, clientId: 7 },
      { requests: 1, everyWindow: 'yes' },
    ]) {
      expect((await post(wrong)).status).toBe(400);
    }
  });
});
