// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox';
import { clock } from './clock';
import { api, visit } from './visitor';

/** Asks so many times with one token; the answers in order. */
async function askTimes(sandbox: Sandbox, token: string, times: number): Promise<Response[]> {
  const answers: Response[] = [];
  for (let index = 0; index < times; index += 1) {
    const headers = { authorization: `Bearer ${token}` };
    answers.push(await sandbox.fetch(new Request(`${api}/api/v2/organizations/me`, { headers })));
  }
  return answers;
}

const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status);
const refusals = (answers: readonly Response[]) =>
  answers.filter(({ status }) => status === 429).length;

function service(options: SandboxOptions = {}) {
  const time = clock();
  const sandbox = createSandbox({ users: 30, now: time.now, ...options });
  return { time, sandbox };
}

describe('the rate limit', () => {
  it('is 300 requests a minute for a user and OAuth client, whatever the number of tokens', async () => {
    const { sandbox, time } = service();
    const [first, second] = [sandbox.issueToken(), sandbox.issueToken()];
    expect(refusals(await askTimes(sandbox, first, 200))).toBe(0);
    expect(refusals(await askTimes(sandbox, second, 100))).toBe(0);
    expect(statuses(await askTimes(sandbox, first, 1))).toEqual([429]);
    expect(statuses(await askTimes(sandbox, second, 1))).toEqual([429]);
    const other = sandbox.issueToken({ id: 'another-client' });
    expect(statuses(await askTimes(sandbox, other, 1))).toEqual([200]);
    time.pass(60);
    expect(refusals(await askTimes(sandbox, first, 300))).toBe(0);
  });

  it('is 3,000 a minute for a user in all, which their OAuth clients share', async () => {
    const { sandbox } = service();
    for (let client = 0; client < 10; client += 1) {
      const token = sandbox.issueToken({ id: `client-${client}` });
      expect(refusals(await askTimes(sandbox, token, 300))).toBe(0);
    }
    const one = sandbox.issueToken({ id: 'one-more' });
    expect(statuses(await askTimes(sandbox, one, 1))).toEqual([429]);
  });

  it('refuses with a code, a message that ends with the wait, and Retry-After', async () => {
    const time = clock();
    const { ask } = visit({ now: time.now, rateLimit: { allowed: 2, windowSeconds: 60 } });
    expect((await ask('GET', '/users/me')).status).toBe(200);
    time.pass(18);
    expect((await ask('GET', '/nowhere')).status).toBe(404);
    const refused = await ask('GET', '/users/me');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('42');
    expect(refused.body).toMatchObject({
      code: 'too.many.requests.retry.after',
      status: 429,
      message: expect.stringMatching(/Retry the request in \[42\] seconds$/),
    });
    time.pass(42);
    expect((await ask('GET', '/users/me')).status).toBe(200);
  });

  it('is told by no header, as since 2021', async () => {
    const { ask } = visit({ rateLimit: { allowed: 1, windowSeconds: 60 } });
    for (const expected of [200, 429]) {
      const { status, headers } = await ask('GET', '/users/me');
      expect(status).toBe(expected);
      expect([...headers.keys()].filter((name) => name.startsWith('inin-ratelimit'))).toEqual([]);
    }
  });

  it('is told by the headers of before, where an option asks for them', async () => {
    const time = clock();
    const rateLimit = { allowed: 2, windowSeconds: 60 };
    const { ask } = visit({ now: time.now, rateLimit, rateHeaders: true });
    const first = await ask('GET', '/users/me');
    expect(first.headers.get('inin-ratelimit-count')).toBe('1');
    expect(first.headers.get('inin-ratelimit-allowed')).toBe('2');
    expect(first.headers.get('inin-ratelimit-reset')).toBe('60');
    time.pass(20);
    expect((await ask('GET', '/nowhere')).headers.get('inin-ratelimit-count')).toBe('2');
    const refused = await ask('GET', '/users/me');
    expect(refused.headers.get('inin-ratelimit-reset')).toBe('40');
  });

  it('can hide Retry-After, also where a fault sends it; the message has the wait all the same', async () => {
    const time = clock();
    const rateLimit = { allowed: 1, windowSeconds: 60 };
    const { ask, sandbox } = visit({ now: time.now, rateLimit, hideRetryAfter: true });
    await ask('GET', '/users/me');
    const refused = await ask('GET', '/users/me');
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    expect(refused.body['message']).toContain('[60] seconds');
    time.pass(60);
    sandbox.faults.add({ kind: '429', retryAfterSeconds: 7 });
    const fault = await ask('GET', '/users/me');
    expect(fault.headers.has('retry-after')).toBe(false);
    expect(fault.body['message']).toContain('[7] seconds');
  });

  it('can be off', async () => {
    const { sandbox } = service({ rateLimit: null, rateHeaders: true });
    sandbox.shareRateLimit({ requests: 5000 });
    const answers = await askTimes(sandbox, sandbox.issueToken(), 301);
    expect(refusals(answers)).toBe(0);
    expect(answers[0]?.headers.has('inin-ratelimit-count')).toBe(false);
  });

  it('counts those who are not signed in by themselves', async () => {
    const { sandbox } = service({ rateLimit: { allowed: 2, windowSeconds: 60 } });
    expect(statuses(await askTimes(sandbox, 'none', 3))).toEqual([401, 401, 429]);
    expect(statuses(await askTimes(sandbox, sandbox.issueToken(), 2))).toEqual([200, 200]);
  });
});

describe('somebody else with the same user', () => {
  it('takes from this window when they use the same OAuth client', async () => {
    const { sandbox, time } = service();
    sandbox.shareRateLimit({ requests: 150, clientId: 'sandbox' });
    const token = sandbox.issueToken();
    expect(refusals(await askTimes(sandbox, token, 151))).toBe(1);
    time.pass(60);
    expect(refusals(await askTimes(sandbox, token, 301))).toBe(1);
  });

  it('takes only from the limit of the user when they use another one', async () => {
    const { sandbox } = service();
    const token = sandbox.issueToken();
    sandbox.shareRateLimit({ requests: 2700, clientId: 'a-script' });
    expect(refusals(await askTimes(sandbox, token, 300))).toBe(0);
    const { sandbox: tighter } = service();
    const other = tighter.issueToken();
    tighter.shareRateLimit({ requests: 2900 });
    expect(refusals(await askTimes(tighter, other, 101))).toBe(1);
  });

  it('takes from every window until they stop', async () => {
    const { sandbox, time } = service();
    const token = sandbox.issueToken();
    sandbox.shareRateLimit({ requests: 100, clientId: 'sandbox', everyWindow: true });
    sandbox.shareRateLimit({ requests: 200, clientId: 'sandbox', everyWindow: true });
    for (let minute = 0; minute < 3; minute += 1) {
      expect(refusals(await askTimes(sandbox, token, 101))).toBe(1);
      time.pass(60);
    }
    sandbox.shareRateLimit({ requests: 0, clientId: 'sandbox', everyWindow: true });
    time.pass(60);
    expect(refusals(await askTimes(sandbox, token, 300))).toBe(0);
  });

  it('is gone after a reset', async () => {
    const { sandbox } = service();
    sandbox.shareRateLimit({ requests: 300, clientId: 'sandbox', everyWindow: true });
    sandbox.reset();
    expect(refusals(await askTimes(sandbox, sandbox.issueToken(), 300))).toBe(0);
  });
});
