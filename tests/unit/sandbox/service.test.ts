// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { clock } from './clock';
import { api, ordinaryUsers, visit } from './visitor';

describe('a request without a good token', () => {
  it('is refused with 401', async () => {
    const { sandbox } = visit();
    const missing = await sandbox.fetch(new Request(`${api}/api/v2/users/me`));
    expect(missing.status).toBe(401);
    expect(await missing.json()).toMatchObject({ code: 'authentication.required', status: 401 });
    const wrong = await sandbox.fetch(
      new Request(`${api}/api/v2/users/me`, { headers: { authorization: 'Bearer nonsense' } }),
    );
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ code: 'bad.credentials' });
  });

  it('is refused from the second the token expires', async () => {
    const time = clock();
    const { ask } = visit({ now: time.now, tokenLifetimeSeconds: 60 });
    time.pass(59);
    expect((await ask('GET', '/users/me')).status).toBe(200);
    time.pass(1);
    expect((await ask('GET', '/users/me')).status).toBe(401);
  });

  it('is refused after the token was given back, expired or revoked', async () => {
    const out = visit();
    expect((await out.ask('DELETE', '/tokens/me')).status).toBe(200);
    expect((await out.ask('GET', '/tokens/me')).status).toBe(401);
    const expired = visit();
    const other = expired.sandbox.issueToken();
    expired.sandbox.expireTokens();
    expect((await expired.ask('GET', '/users/me')).status).toBe(401);
    expect(expired.sandbox.isTokenValid(other)).toBe(false);
    const revoked = visit();
    revoked.sandbox.revokeTokens();
    expect((await revoked.ask('GET', '/users/me')).status).toBe(401);
    expect(revoked.sandbox.isTokenValid(revoked.sandbox.issueToken())).toBe(true);
  });
});

describe('a request without permission', () => {
  it('is refused with 403, which names the permissions', async () => {
    const { ask, sandbox } = visit({
      permissions: ['authorization:license:view'],
      assignmentReads: 'organization',
    });
    expect((await ask('GET', '/license/definitions')).status).toBe(200);
    const { status, body } = await ask('GET', '/license/organization');
    expect(status).toBe(403);
    expect(body['code']).toBe('missing.any.permissions');
    expect(body['message']).toContain('[authorization:grant:add]');
    sandbox.grantPermission('authorization:grant:add');
    expect((await ask('GET', '/license/organization')).status).toBe(200);
    sandbox.revokePermission('authorization:grant:add');
    sandbox.revokePermission('authorization:license:view');
    expect((await ask('GET', '/license/definitions')).status).toBe(403);
    expect((await ask('GET', '/users/me')).status).toBe(200);
  });
});

describe('an address that is not in the contract', () => {
  it('is 404, or 405 with the methods that are', async () => {
    const { ask } = visit();
    expect((await ask('GET', '/nowhere')).status).toBe(404);
    expect((await ask('GET', '/users/a/b/c')).status).toBe(404);
    const { status, headers } = await ask('DELETE', '/license/organization');
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, POST');
  });
});

describe('latency', () => {
  it('is about what was asked for', async () => {
    const time = clock();
    const { ask } = visit({ ...time, latencyMs: 100 });
    const took: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const before = time.now();
      await ask('GET', '/users/me');
      took.push(time.now() - before);
    }
    expect(Math.min(...took)).toBeGreaterThanOrEqual(75);
    expect(Math.max(...took)).toBeLessThanOrEqual(125);
    expect(new Set(took).size).toBeGreaterThan(1);
  });

  it('does not keep one who gives up', async () => {
    const { sandbox } = visit({ sleep: () => new Promise(() => {}), latencyMs: 1 });
    const controller = new AbortController();
    const asked = sandbox.fetch(
      new Request(`${api}/api/v2/users/me`, { signal: controller.signal }),
    );
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the log', () => {
  it('has every answer, with the time', async () => {
    const time = clock();
    const { ask, sandbox } = visit({ now: time.now });
    await ask('GET', '/users?pageSize=1');
    sandbox.faults.add({ kind: 'dropBefore' });
    await expect(ask('POST', '/license/infer', [])).rejects.toThrow(TypeError);
    expect(sandbox.log).toEqual([
      { method: 'GET', path: '/api/v2/users?pageSize=1', status: 200, at: time.now() },
      { method: 'POST', path: '/api/v2/license/infer', status: 0, at: time.now() },
    ]);
  });
});

describe('two sandboxes of one seed', () => {
  it('answer alike, down to the tokens and context ids', async () => {
    const [one, two] = [visit(), visit()];
    expect(one.token).toBe(two.token);
    for (const path of ['/users', '/nowhere', '/license/users?pageSize=5', '/users/me']) {
      expect((await one.ask('GET', path)).body).toEqual((await two.ask('GET', path)).body);
    }
  });
});

describe('a reset', () => {
  it('brings data, faults and permissions back, and lets those signed in stay', async () => {
    const { ask, sandbox } = visit({ assignmentReads: 'both' });
    const before = sandbox.organization.snapshot();
    sandbox.organization.setAssignment(ordinaryUsers(sandbox)[0] ?? '', 'hipaaAddOn', true);
    sandbox.faults.add({ kind: '500' });
    sandbox.revokePermission('authorization:grant:add');
    sandbox.reset();
    expect(sandbox.organization.snapshot()).toBe(before);
    expect((await ask('GET', '/license/organization')).status).toBe(200);
    expect(sandbox.log).toHaveLength(1);
  });
});
