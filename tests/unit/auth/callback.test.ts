import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeCallbackUrl } from '@/auth/callback';
import {
  beginSignIn,
  CALLBACK,
  implicit,
  implicitAnswer,
  loadPage,
  pkce,
  pkceAnswer,
  signedIn,
  tokenEndpoint,
} from './support';

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

async function arriveWith(callbackUrl: string) {
  const auth = loadPage({ callbackUrl });
  return { auth, outcome: await auth.completeSignIn() };
}

describe('the address that the service sends people back to', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it.each(['/base/callback?code=secret&state=x', '/base/callback/#access_token=secret&state=x'])(
    'is taken out of the address bar and the history: %s',
    (address) => {
      window.history.replaceState({ old: true }, '', address);
      const entries = window.history.length;
      expect(takeCallbackUrl('/base/')).toContain('secret');
      expect(window.location.href).not.toContain('secret');
      expect(window.location.pathname).toBe('/base/callback');
      expect(window.history.length).toBe(entries);
    },
  );

  it('is told from every other address', () => {
    window.history.replaceState(null, '', '/base/licenses?code=1');
    expect(takeCallbackUrl('/base/')).toBeUndefined();
    expect(window.location.search).toBe('?code=1');
  });
});

describe('coming back from sign-in', () => {
  it('with a token signs in, and leads to the page that was asked for', async () => {
    const { state } = await beginSignIn(implicit, '/licenses?q=cx');
    const { auth, outcome } = await arriveWith(implicitAnswer(state));
    expect(outcome).toEqual({ ok: true, returnTo: '/licenses?q=cx', tokenWasInAddress: true });
    expect(auth.getToken()).toBe('token-1');
    expect(auth.getState()).toMatchObject({
      status: 'signed-in',
      session: {
        kind: 'oauth',
        region: 'mypurecloud.de',
        grant: 'implicit',
        apiUrl: 'https://api.mypurecloud.de',
      },
    });
  });

  it('with a code exchanges it with the verifier that the challenge was made of', async () => {
    const { address, state } = await beginSignIn(pkce);
    const requests = tokenEndpoint();
    const { auth, outcome } = await arriveWith(pkceAnswer(state));
    expect(outcome.ok).toBe(true);
    expect(auth.getToken()).toBe('token-2');

    const [request] = requests;
    expect(request?.url).toBe('https://login.mypurecloud.de/oauth/token');
    expect(request?.form.get('client_secret')).toBeNull();
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    const verifier = new TextEncoder().encode(request?.form.get('code_verifier') ?? '');
    const digest = await crypto.subtle.digest('SHA-256', verifier);
    expect(Buffer.from(digest).toString('base64url')).toBe(
      address.searchParams.get('code_challenge'),
    );
  });

  it('happens once, however often the page asks', async () => {
    const { state } = await beginSignIn(pkce);
    const requests = tokenEndpoint();
    const auth = loadPage({ callbackUrl: pkceAnswer(state) });
    const [first, second] = await Promise.all([auth.completeSignIn(), auth.completeSignIn()]);
    expect(second).toBe(first);
    expect(requests).toHaveLength(1);
  });

  it('keeps the token in sessionStorage alone, and no refresh token anywhere', async () => {
    const { state } = await beginSignIn(pkce);
    tokenEndpoint({ access_token: 'token-2', token_type: 'Bearer', refresh_token: 'refresh-2' });
    await arriveWith(pkceAnswer(state));
    expect(JSON.stringify(sessionStorage)).toContain('token-2');
    expect(JSON.stringify(sessionStorage)).not.toContain('refresh-2');
    expect(JSON.stringify(localStorage)).not.toContain('token-2');
  });

  it('leaves the app only for a page of its own', async () => {
    const { state } = await beginSignIn(implicit, '//evil.example');
    const { outcome } = await arriveWith(implicitAnswer(state));
    expect(outcome).toEqual({ ok: true, returnTo: '/', tokenWasInAddress: true });
  });

  it.each([
    ['a state that nobody made', implicitAnswer('forged'), 'This sign-in cannot be completed'],
    ['a code that nobody asked for', pkceAnswer('forged'), 'This sign-in cannot be completed'],
    ['a token without a state', `${CALLBACK}#access_token=x`, 'This sign-in cannot be completed'],
    ['nothing at all', CALLBACK, 'There is no sign-in to complete'],
    ['an error of no sign-in', `${CALLBACK}?error=access_denied`, 'did not sign you in'],
  ])('with %s signs nobody in', async (_what, url, title) => {
    const { auth, outcome } = await arriveWith(url);
    expect(outcome).toMatchObject({
      ok: false,
      problem: { title: expect.stringContaining(title) },
    });
    expect(auth.getToken()).toBeUndefined();
    expect(auth.getState().status).toBe('signed-out');
  });

  it('a second time with the same answer is refused, and leaves the session alone', async () => {
    const { state } = await beginSignIn(implicit);
    await arriveWith(implicitAnswer(state));
    const { auth, outcome } = await arriveWith(implicitAnswer(state, { access_token: 'other' }));
    expect(outcome.ok).toBe(false);
    await auth.restore();
    expect(auth.getToken()).toBe('token-1');
  });

  it('with a token where a code was asked for is refused', async () => {
    const { state } = await beginSignIn(pkce);
    const { outcome } = await arriveWith(implicitAnswer(state));
    expect(outcome.ok).toBe(false);
  });

  it('with the key of another entry as state finds no sign-in there', async () => {
    await signedIn();
    const key = 'user:https://login.mypurecloud.de:client-1';
    const { outcome } = await arriveWith(implicitAnswer(key));
    expect(outcome.ok).toBe(false);
    expect(JSON.stringify(sessionStorage)).toContain('token-1');
  });

  it('with an error shows the service’s own words', async () => {
    const { state } = await beginSignIn(pkce);
    const { outcome } = await arriveWith(
      `${CALLBACK}?error=access_denied&error_description=Ask+your+administrator&state=${state}`,
    );
    expect(outcome).toMatchObject({
      problem: {
        message: expect.stringContaining('Access was denied'),
        detail: 'Ask your administrator',
      },
    });
  });

  it('without a sign-in shows no words that whoever made the link chose', async () => {
    const { outcome } = await arriveWith(
      `${CALLBACK}?error=Call+555-0100&error_description=Call+555-0100&state=x`,
    );
    expect(JSON.stringify(outcome)).not.toContain('555');
  });

  it('with a code that the service does not take says so, and shows no secret', async () => {
    const { state } = await beginSignIn(pkce);
    tokenEndpoint({ error: 'invalid_grant', error_description: 'Code expired' }, 400);
    const { outcome } = await arriveWith(pkceAnswer(state, 'secret-code'));
    expect(outcome).toMatchObject({ problem: { detail: 'Code expired' } });
    expect(JSON.stringify(outcome)).not.toContain('secret-code');
  });

  it('when the service does not answer names the host that was asked', async () => {
    const { state } = await beginSignIn(pkce);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const { outcome } = await arriveWith(pkceAnswer(state));
    expect(outcome).toMatchObject({
      problem: { message: expect.stringContaining('https://login.mypurecloud.de') },
    });
  });

  it.each([{ access_token: '' }, { token_type: 'mac' }])(
    'without a bearer token signs nobody in: %o',
    async (values) => {
      const { state } = await beginSignIn(implicit);
      const { auth, outcome } = await arriveWith(implicitAnswer(state, values));
      expect(outcome).toMatchObject({
        problem: { message: expect.stringContaining('without an access token') },
      });
      expect(auth.getToken()).toBeUndefined();
      expect(JSON.stringify(sessionStorage)).not.toContain('token-1');
    },
  );
});
