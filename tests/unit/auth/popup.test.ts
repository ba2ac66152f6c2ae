import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isForOpener } from '@/auth/callback';
import { answerOpener } from '@/auth/popup';
import type { Connection } from '@/auth/session';
import { APP, beginSignIn, implicit, loadPage, pkce, tokenEndpoint } from './support';

const ORIGIN = window.location.origin;

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The window that the sign-in page is shown in. */
function browserOpensWindows() {
  const popup = {
    location: { replace: vi.fn<(address: string) => void>() },
    closed: false,
    close: vi.fn<() => void>(),
    focus: () => undefined,
  };
  const open = vi.spyOn(window, 'open');
  open.mockImplementation(() => Object.create(popup));
  return popup;
}

/** A page in a frame of Genesys Cloud begins to sign in; gives the address that its window is sent to. */
async function beginInFrame(connection: Connection, popup: ReturnType<typeof browserOpensWindows>) {
  vi.stubGlobal(
    'BroadcastChannel',
    class extends EventTarget {
      close() {}
    },
  );
  const auth = loadPage({ host: { framed: true } });
  const done = auth.signIn(connection, '/licenses', { prompt: 'login' });
  // Looked at later; until then a failure is nobody's fault.
  done.catch(() => undefined);
  const address = await vi.waitFor(() => {
    const [sent] = popup.location.replace.mock.calls[0] ?? [];
    if (sent === undefined) throw new Error('Nothing was asked yet');
    return new URL(sent);
  });
  const state = address.searchParams.get('state') ?? '';
  return { auth, done, address, state };
}

/** The window comes back to the console, which hands the answer over. */
function answers(url: string, origin = ORIGIN): void {
  const data = { source: 'oidc-client', url, keepOpen: false };
  window.dispatchEvent(new MessageEvent('message', { data, origin }));
}

describe('a sign-in from within a frame', () => {
  it('with PKCE happens in a window of its own, and the code is redeemed by the page that began', async () => {
    const popup = browserOpensWindows();
    const { auth, done, address, state } = await beginInFrame(pkce, popup);
    expect(address.origin).toBe('https://login.mypurecloud.de');
    expect(address.searchParams.get('prompt')).toBe('login');
    const requests = tokenEndpoint();
    answers(`${APP}callback?code=code-1&state=${state}`);
    await done;
    expect(requests[0]?.form.get('code')).toBe('code-1');
    expect(auth.getToken()).toBe('token-2');
    expect(popup.close).toHaveBeenCalled();
  });

  it('with the implicit grant takes the token from what the window hands over', async () => {
    const { auth, done, address, state } = await beginInFrame(implicit, browserOpensWindows());
    expect(address.searchParams.get('response_type')).toBe('token');
    answers(`${APP}callback#access_token=token-1&token_type=bearer&expires_in=3600&state=${state}`);
    await done;
    expect(auth.getToken()).toBe('token-1');
    expect(window.location.href).not.toContain('token');
  });

  it('takes no answer of another site, and none to another request', async () => {
    const { auth, done, state } = await beginInFrame(implicit, browserOpensWindows());
    const token = 'access_token=forged&token_type=bearer&expires_in=3600';
    answers(`${APP}callback#${token}&state=${state}`, 'https://evil.example');
    answers(`${APP}callback#${token}&state=somebody-elses`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(auth.getToken()).toBeUndefined();
    answers(`${APP}callback#access_token=mine&token_type=bearer&expires_in=60&state=${state}`);
    await done;
    expect(auth.getToken()).toBe('mine');
  });

  it('that is refused says so', async () => {
    const { auth, done, state } = await beginInFrame(pkce, browserOpensWindows());
    answers(`${APP}callback?error=access_denied&error_description=No&state=${state}`);
    await expect(done).rejects.toMatchObject({
      reason: { kind: 'answer', problem: { title: 'Genesys Cloud did not sign you in' } },
    });
    expect(auth.getState().status).toBe('signed-out');
  });

  it('that the person gives up by closing the window says so', async () => {
    const popup = browserOpensWindows();
    const { done } = await beginInFrame(pkce, popup);
    popup.closed = true;
    await expect(done).rejects.toMatchObject({ reason: { kind: 'popup-closed' } });
  });

  it('that the browser opens no window for says so', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null);
    const auth = loadPage({ host: { framed: true } });
    await expect(auth.signIn(pkce, '/')).rejects.toMatchObject({
      reason: { kind: 'popup-blocked' },
    });
  });
});

describe('the window of a sign-in', () => {
  const opened = (opener: unknown) => ({ opener, location: window.location, sessionStorage });
  const console = { location: { origin: ORIGIN } };
  const answer = `${APP}callback?code=code-1&state=none-that-is-noted-here`;

  it('knows that its answer is for the page of the console that opened it', () => {
    expect(isForOpener(answer, opened(console))).toBe(true);
  });

  it('keeps the answer from any other site that opened it', () => {
    expect(isForOpener(answer, opened({ location: { origin: 'https://evil.example' } }))).toBe(
      false,
    );
    const guarded = Object.defineProperty({}, 'location', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(isForOpener(answer, opened(guarded))).toBe(false);
    expect(isForOpener(answer, opened(null))).toBe(false);
  });

  it('is an ordinary tab where the sign-in began in it', async () => {
    const { state } = await beginSignIn(pkce);
    const own = `${APP}callback?code=code-1&state=${state}`;
    const stored = sessionStorage.getItem(`license-console.oidc.${state}`) ?? '';
    sessionStorage.setItem(
      `license-console.oidc.${state}`,
      JSON.stringify({ ...JSON.parse(stored), request_type: 'si:r' }),
    );
    expect(isForOpener(own, opened(console))).toBe(false);
  });

  it('names its own site as the only one that may hear the answer', async () => {
    const postMessage = vi.fn<(data: unknown, target: string) => void>();
    vi.stubGlobal('opener', { postMessage });
    await answerOpener(answer, APP);
    expect(postMessage).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ url: answer }),
      ORIGIN,
    );
  });
});
