// @vitest-environment jsdom
import type { HttpHandler } from 'msw';
import { getResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startDemoService } from '@/sandbox/browser';
import { assignment } from './visitor';

const worker = vi.hoisted(() => {
  const state: { handlers: unknown[]; started: unknown[]; stopped: number } = {
    handlers: [],
    started: [],
    stopped: 0,
  };
  return state;
});

// A page under test has no service worker; what is put behind one is what counts here.
vi.mock('msw/browser', () => ({
  setupWorker: (...handlers: unknown[]) => {
    worker.handlers = handlers;
    return {
      start: (options: unknown) => {
        worker.started.push(options);
        return Promise.resolve();
      },
      stop: () => {
        worker.stopped += 1;
      },
    };
  },
}));

const options = {
  apiUrl: 'https://api.demo.test',
  serviceWorkerUrl: './mockServiceWorker.js',
  sandbox: { users: 30 },
};

function isHandler(value: unknown): value is HttpHandler {
  return typeof value === 'object' && value !== null && 'info' in value;
}

async function ask(token: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const request = new Request(`https://api.demo.test/api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await getResponse(worker.handlers.filter(isHandler), request);
  const text = (await response?.text()) ?? '';
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  return answer;
}

async function administrator(token: string): Promise<string> {
  const me = await ask(token, 'GET', '/users/me');
  return typeof me === 'object' && me !== null && 'id' in me ? String(me.id) : '';
}

async function roleIdOf(token: string, name: string): Promise<string> {
  const text = JSON.stringify(await ask(token, 'GET', `/authorization/roles?name=${name}`));
  return /"id":"([^"]+)"/.exec(text)?.[1] ?? '';
}

async function auditedActions(token: string): Promise<(string | undefined)[]> {
  const now = Date.now();
  const interval = [now - 60_000, now + 1_000].map((at) => new Date(at).toISOString()).join('/');
  const text = JSON.stringify(await ask(token, 'POST', '/audits/query/realtime', { interval }));
  return [...text.matchAll(/"action":"(\w+)"/g)].map(([, action]) => action);
}

describe('the demo in the browser', () => {
  beforeEach(() => {
    sessionStorage.clear();
    worker.started = [];
    worker.stopped = 0;
  });

  it('stands behind the requests of the page, and lets all others through', async () => {
    const { token, stop } = await startDemoService(options);
    expect(worker.started).toEqual([
      {
        quiet: true,
        onUnhandledRequest: 'bypass',
        serviceWorker: { url: './mockServiceWorker.js' },
      },
    ]);
    expect(await ask(token, 'GET', '/users/me')).toMatchObject({ name: 'Robin Castellane' });
    const elsewhere = new Request('https://elsewhere.test/api/v2/users/me');
    expect(await getResponse(worker.handlers.filter(isHandler), elsewhere)).toBeUndefined();
    stop();
    expect(worker.stopped).toBe(1);
  });

  it('keeps what was assigned, and who signed in, when the page is loaded again', async () => {
    const first = await startDemoService(options);
    const id = await administrator(first.token);
    await ask(first.token, 'POST', '/license/organization', {
      assignments: [assignment('hipaaAddOn', [id], []), assignment('journeyManagement', [], [id])],
    });
    const changed = ['cloudCX2', 'hipaaAddOn'];
    expect(await ask(first.token, 'POST', '/license/users', [id])).toEqual({ [id]: changed });

    const second = await startDemoService(options);
    expect(worker.stopped).toBe(1);
    expect(second.token).toBe(first.token);
    expect(await ask(second.token, 'POST', '/license/users', [id])).toEqual({ [id]: changed });
    second.stop();
  });

  it('keeps what was granted, and the licenses that are still to follow', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const first = await startDemoService(options);
    const id = await administrator(first.token);
    const supervisor = await roleIdOf(first.token, 'Supervisor');
    const grants = { grants: [{ roleId: supervisor, divisionId: '*' }] };
    await ask(first.token, 'POST', `/authorization/subjects/${id}/bulkadd`, grants);

    const second = await startDemoService(options);
    const subject = JSON.stringify(await ask(second.token, 'GET', `/authorization/subjects/${id}`));
    expect(subject).toContain(supervisor);
    expect(JSON.stringify(await ask(second.token, 'GET', `/license/users/${id}`))).not.toContain(
      '"cloudCX3"',
    );
    vi.advanceTimersByTime(3_000);
    expect(await ask(second.token, 'POST', '/license/users', [id])).toEqual({
      [id]: ['cloudCX3', 'journeyManagement', 'userRecording'],
    });
    expect(await auditedActions(second.token)).toEqual(['Update', 'MemberAdd']);
    second.stop();
    vi.useRealTimers();
  });

  it('has no names that are there to break programs', async () => {
    const { token, stop } = await startDemoService(options);
    const users = JSON.stringify(await ask(token, 'GET', '/users?pageSize=500&state=any'));
    expect(users).not.toContain('onerror');
    expect(users).not.toContain('HYPERLINK');
    stop();
  });

  it('starts from the beginning when what was kept is damaged', async () => {
    for (const kept of ['{"broken', '[1]', '{"a":["b"]}', 'null', '{"licenses":{"a":"b"}}']) {
      sessionStorage.setItem('license-console.demo.changes', kept);
      const { token, stop } = await startDemoService(options);
      const id = await administrator(token);
      expect(await ask(token, 'POST', '/license/users', [id])).toEqual({
        [id]: ['cloudCX2', 'journeyManagement'],
      });
      stop();
    }
  });
});
