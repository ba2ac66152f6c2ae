import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onSignOut } from '@/auth/signOutTasks';
import { beginSignIn, fakeDemo, implicit, implicitAnswer, loadPage, signedIn } from './support';

const removers: (() => void)[] = [];
function whenSigningOut(task: () => void | Promise<void>): void {
  removers.push(onSignOut(task));
}

function revocationAnswers(answer: (request: Request) => Promise<Response>) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    requests.push(request);
    return answer(request);
  });
  return requests;
}

const noContent = async () => new Response(null, { status: 200 });

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const remove of removers.splice(0)) remove();
});

describe('a session', () => {
  it('survives a reload of the page', async () => {
    const before = await signedIn();
    const after = loadPage();
    expect(after.getToken()).toBeUndefined();
    await after.restore();
    expect(after.getToken()).toBe('token-1');
    expect(after.getState().session).toEqual(before.getState().session);
  });

  it('has an id of its own for every sign-in', async () => {
    const first = await signedIn();
    const second = await signedIn();
    expect(second.getState().session?.id).not.toBe(first.getState().session?.id);
  });

  it('that ended while the page was closed is told by the login page', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await signedIn();
    vi.setSystemTime(Date.now() + 3601_000);
    const later = loadPage();
    await later.restore();
    expect(later.getState()).toMatchObject({
      status: 'signed-out',
      notice: { kind: 'session-ended' },
    });
    expect(JSON.stringify(sessionStorage)).not.toContain('token-1');
  });

  it('is not believed from storage that makes no sense', async () => {
    sessionStorage.setItem('license-console.session', '{"kind":"oauth","id":7}');
    const auth = loadPage();
    await auth.restore();
    expect(auth.getState().status).toBe('signed-out');
  });
});

describe('the end of a session', () => {
  beforeEach(() => vi.useFakeTimers());

  it('is announced two minutes ahead or more', async () => {
    const auth = await signedIn();
    await vi.advanceTimersByTimeAsync((3600 - 140) * 1000);
    expect(auth.getState().expiry).toBe('none');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(auth.getState()).toMatchObject({ status: 'signed-in', expiry: 'soon' });
    expect(auth.getToken()).toBe('token-1');
  });

  it('is announced at once when the token is short-lived', async () => {
    const auth = await signedIn({}, { expires_in: '15' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(auth.getState().expiry).toBe('soon');
  });

  it('takes the token away to the second, though the session stays to be renewed', async () => {
    const auth = await signedIn({}, { expires_in: '15' });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(auth.getToken()).toBe('token-1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(auth.getToken()).toBeUndefined();
    expect(auth.getState()).toMatchObject({ status: 'expired', expiry: 'over' });
    expect(auth.getState().session?.clientId).toBe('client-1');
  });

  it('is noticed without anybody asking for the token', async () => {
    const auth = await signedIn({}, { expires_in: '15' });
    await vi.advanceTimersByTimeAsync(25_000);
    expect(auth.getState().status).toBe('expired');
  });

  it('comes with the first refusal of the service, and once', async () => {
    const auth = await signedIn();
    const id = auth.getState().session?.id ?? '';
    let changes = 0;
    auth.subscribe(() => {
      changes += 1;
    });
    for (let refusal = 0; refusal < 20; refusal += 1) auth.reportUnauthorized(id);
    expect(changes).toBe(1);
    expect(auth.getState().status).toBe('expired');
    expect(auth.getToken()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(0);
    expect(JSON.stringify(sessionStorage)).not.toContain('token-1');
  });

  it('does not come with a refusal of another session’s token', async () => {
    const auth = await signedIn();
    auth.reportUnauthorized('another session');
    expect(auth.getState().status).toBe('signed-in');
  });
});

describe('signing out', () => {
  it('revokes the token, runs what was registered, and leaves nothing behind', async () => {
    const requests = revocationAnswers(noContent);
    const auth = await signedIn();
    const forget = vi.fn<() => void>();
    whenSigningOut(forget);
    sessionStorage.setItem('license-console.draft', 'half a form');

    await auth.signOut();
    const [request] = requests;
    expect(request?.method).toBe('DELETE');
    expect(request?.url).toBe('https://api.mypurecloud.de/api/v2/tokens/me');
    expect(request?.headers.get('Authorization')).toBe('Bearer token-1');
    expect(forget).toHaveBeenCalledOnce();
    expect(sessionStorage).toHaveLength(0);
    expect(auth.getToken()).toBeUndefined();
    expect(auth.getState()).toMatchObject({
      status: 'signed-out',
      session: undefined,
      notice: { kind: 'signed-out' },
    });
  });

  it('goes on when the service refuses, fails or cannot be reached', async () => {
    for (const answer of [
      async () => new Response('{}', { status: 401 }),
      async () => new Response('Oops', { status: 500 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ]) {
      revocationAnswers(answer);
      const auth = await signedIn();
      await auth.signOut();
      expect(auth.getState().status).toBe('signed-out');
    }
  });

  it('waits for the service three seconds at most', async () => {
    revocationAnswers(() => new Promise(() => undefined));
    const auth = await signedIn();
    vi.useFakeTimers();
    const done = auth.signOut();
    expect(auth.getState().status).toBe('signing-out');
    await vi.advanceTimersByTimeAsync(3100);
    await done;
    expect(auth.getState().status).toBe('signed-out');
  });

  it('goes on when what was registered fails or hangs', async () => {
    revocationAnswers(noContent);
    const forget = vi.fn<() => void>();
    whenSigningOut(() => Promise.reject(new Error('The database is blocked')));
    whenSigningOut(() => {
      throw new Error('No');
    });
    whenSigningOut(() => new Promise(() => undefined));
    whenSigningOut(forget);
    const auth = await signedIn();
    vi.useFakeTimers();
    const done = auth.signOut();
    await vi.advanceTimersByTimeAsync(7000);
    await done;
    expect(forget).toHaveBeenCalledOnce();
    expect(auth.getState().status).toBe('signed-out');
  });

  it('of Genesys Cloud too leaves for its logout address, and tells so on the way back', async () => {
    revocationAnswers(noContent);
    const leaveTo = vi.fn<(url: string) => void>();
    const auth = await signedIn({ leaveTo });
    await auth.signOut({ everywhere: true });
    expect(leaveTo).toHaveBeenCalledExactlyOnceWith(
      'https://login.mypurecloud.de/logout?client_id=client-1&redirect_uri=https%3A%2F%2Fconsole.example%2Ftools%2Flogin',
    );
    const back = loadPage();
    await back.restore();
    expect(back.getState().notice).toEqual({ kind: 'signed-out' });
    await back.restore();
    expect(JSON.stringify(sessionStorage)).not.toContain('token-1');
  });

  it('of an expired session asks the service nothing', async () => {
    const requests = revocationAnswers(noContent);
    const auth = await signedIn();
    auth.reportUnauthorized(auth.getState().session?.id ?? '');
    await auth.signOut();
    expect(requests).toHaveLength(0);
    expect(auth.getState().status).toBe('signed-out');
  });
});

describe('the demo', () => {
  it('is a session of its own kind, at an address that cannot exist', async () => {
    const auth = loadPage();
    expect(await auth.startDemo()).toBe(true);
    const { session } = auth.getState();
    expect(session?.kind).toBe('demo');
    expect(session?.apiUrl).toMatch(/\.invalid$/);
    expect(auth.getToken()).toBe('demo-token');
  });

  it('starts again after a reload, as the same session', async () => {
    const before = loadPage();
    await before.startDemo();
    const after = loadPage({ startDemoService: async () => fakeDemo('another token') });
    await after.restore();
    expect(after.getToken()).toBe('another token');
    expect(after.getState().session?.id).toBe(before.getState().session?.id);
  });

  it('that cannot start says why', async () => {
    const auth = loadPage({
      startDemoService: () => Promise.reject(new Error('Service workers are not allowed')),
    });
    expect(await auth.startDemo()).toBe(false);
    expect(auth.getState()).toMatchObject({
      status: 'signed-out',
      notice: { kind: 'demo-failed', reason: 'Service workers are not allowed' },
    });
  });

  it('is stopped by signing out, and by signing in for real', async () => {
    const demo = fakeDemo();
    const visitor = loadPage({ startDemoService: async () => demo });
    await visitor.startDemo();
    await visitor.signOut();
    expect(demo.stop).toHaveBeenCalledOnce();

    const other = fakeDemo();
    const { state } = await beginSignIn(implicit);
    const auth = loadPage({
      callbackUrl: implicitAnswer(state),
      startDemoService: async () => other,
    });
    await auth.startDemo();
    await auth.completeSignIn();
    expect(other.stop).toHaveBeenCalledOnce();
    expect(auth.getState().session?.kind).toBe('oauth');
    expect(auth.getToken()).toBe('token-1');
  });

  it('is renewed in place when its token is refused', async () => {
    const auth = loadPage();
    await auth.startDemo();
    const { session } = auth.getState();
    auth.reportUnauthorized(session?.id ?? '');
    expect(auth.getToken()).toBeUndefined();
    await auth.reauthenticate();
    expect(auth.getToken()).toBe('demo-token');
    expect(auth.getState().session?.id).toBe(session?.id);
  });
});

describe('the next person in the same tab', () => {
  async function nextSession() {
    sessionStorage.setItem('license-console.draft', 'half a form');
    const auth = await signedIn();
    expect(auth.needsIdentification()).toBe(true);
    return auth;
  }

  beforeEach(async () => {
    const first = await signedIn();
    await first.identify('org/anna');
  });

  it('is not asked for while the first one is there', async () => {
    sessionStorage.clear();
    const first = await signedIn();
    expect(first.needsIdentification()).toBe(false);
    expect(await first.identify('org/anna')).toBe(false);
    expect(first.needsIdentification()).toBe(false);
  });

  it('keeps what the tab holds when it is the same person', async () => {
    const auth = await nextSession();
    expect(await auth.identify('org/anna')).toBe(false);
    expect(auth.needsIdentification()).toBe(false);
    expect(sessionStorage.getItem('license-console.draft')).toBe('half a form');
  });

  it('finds nothing of somebody else’s', async () => {
    const forget = vi.fn<() => void>();
    whenSigningOut(forget);
    const auth = await nextSession();
    expect(await auth.identify('org/berta')).toBe(true);
    expect(forget).toHaveBeenCalledOnce();
    expect(sessionStorage.getItem('license-console.draft')).toBeNull();
    expect(auth.getToken()).toBe('token-1');
    const reloaded = loadPage();
    await reloaded.restore();
    expect(reloaded.getToken()).toBe('token-1');
    expect(reloaded.needsIdentification()).toBe(false);
  });
});

it('a page from the browser’s cache notices that its session has changed', async () => {
  const cached = loadPage();
  await cached.restore();
  expect(cached.isCurrent()).toBe(true);
  await signedIn();
  expect(cached.isCurrent()).toBe(false);
});
