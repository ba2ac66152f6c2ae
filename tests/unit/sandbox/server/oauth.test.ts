// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { SandboxServer } from '@/sandbox/server';
import { challengeOf } from '@/sandbox/server/codes';
import { serve } from './serving';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const redirectUri = 'https://console.test/callback';
const implicit = { response_type: 'token' };
const pkce = {
  response_type: 'code',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
};

function signInUrl({ url }: SandboxServer, parameters: Record<string, string>): string {
  const query = new URLSearchParams({
    client_id: 'sandbox',
    redirect_uri: redirectUri,
    state: 'state & more',
    ...parameters,
  });
  return `${url}/oauth/authorize?${query.toString()}`;
}

/** Presses a button of the sign-in page; where that leads. */
async function press(
  server: SandboxServer,
  parameters: Record<string, string>,
  decision: 'approve' | 'deny' = 'approve',
): Promise<URL> {
  const response = await fetch(signInUrl(server, parameters), {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
}

async function redeem(server: SandboxServer, form: Record<string, string>) {
  const response = await fetch(`${server.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'sandbox',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...form,
    }),
  });
  const body: Record<string, unknown> = await response.json();
  return { status: response.status, body };
}

async function codeFrom(server: SandboxServer): Promise<string> {
  return (await press(server, pkce)).searchParams.get('code') ?? '';
}

describe('the sign-in page', () => {
  it('shows who one will be, with buttons to sign in and to deny', async () => {
    const server = await serve();
    const response = await fetch(signInUrl(server, { ...implicit, login_hint: '<b>me</b>' }));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<h1>Sign in to the sandbox</h1>');
    expect(html).toContain('Robin Castellane');
    expect(html).toMatch(/<button[^>]*>Sign in<\/button>/);
    expect(html).toMatch(/<button[^>]*>Deny<\/button>/);
    expect(html).toContain('&lt;b&gt;me&lt;/b&gt;');
    expect(html).not.toContain('<b>me</b>');
  });

  it.each([
    ['an unknown client', { ...implicit, client_id: 'unknown' }, 'Unknown client id'],
    ['no client', { ...implicit, client_id: '' }, 'client_id is missing'],
    ['no redirect URI', { ...implicit, redirect_uri: '' }, 'redirect_uri is missing'],
    ['a relative redirect URI', { ...implicit, redirect_uri: '/callback' }, 'whole http or https'],
    ['a script as redirect URI', { ...implicit, redirect_uri: 'javascript:0' }, 'whole http or'],
    ['a fragment', { ...implicit, redirect_uri: `${redirectUri}#a` }, 'must not have a fragment'],
  ])('is a readable error for %s', async (_case, parameters, said) => {
    const server = await serve();
    for (const method of ['GET', 'POST']) {
      const response = await fetch(signInUrl(server, parameters), { method, redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(said);
    }
  });

  it.each([
    ['the implicit grant', implicit],
    ['authorization code', pkce],
  ])('takes org, provider, target, login_hint and prompt with %s', async (_grant, parameters) => {
    const server = await serve();
    const asked = {
      org: 'meridian',
      provider: 'okta',
      target: server.sandbox.organization.id,
      login_hint: 'robin@meridian.example:meridian',
      prompt: 'login',
    };
    const html = await (await fetch(signInUrl(server, { ...parameters, ...asked }))).text();
    expect(html).toContain('okta of meridian');
    expect(html).toContain(server.sandbox.organization.id);
    expect(html).toContain('robin@meridian.example:meridian');
    const alone = await (await fetch(signInUrl(server, { ...parameters, org: 'alone' }))).text();
    expect(alone).not.toContain('alone');
  });

  it('is shown for prompt=login, even to one who is signed in', async () => {
    const server = await serve({ autoApprove: true });
    const url = signInUrl(server, { ...implicit, prompt: 'login' });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Sign in to the sandbox');
  });

  it('takes no redirect URI but exactly one of those of the client', async () => {
    const clients = { console: { redirectUris: [redirectUri] } };
    const server = await serve({ clients });
    const status = async (uri: string) => {
      const parameters = { ...implicit, client_id: 'console', redirect_uri: uri };
      return (await fetch(signInUrl(server, parameters), { redirect: 'manual' })).status;
    };
    expect(await status(redirectUri)).toBe(200);
    for (const near of ['/', '?a=1', '/more']) expect(await status(redirectUri + near)).toBe(400);
    expect(await status(redirectUri.replace('https', 'http'))).toBe(400);
    expect(await status(redirectUri.toUpperCase())).toBe(400);
  });

  it('is left out when the sandbox approves by itself', async () => {
    const server = await serve({ autoApprove: true });
    const response = await fetch(signInUrl(server, implicit), { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('access_token=');
  });

  it('keeps to the clients it was given', async () => {
    const server = await serve({
      clients: {
        old: { grants: ['implicit'], redirectUris: [redirectUri] },
        new: { grants: ['pkce'] },
      },
    });
    const status = async (parameters: Record<string, string>) =>
      (await fetch(signInUrl(server, parameters), { redirect: 'manual' })).status;
    expect(await status({ ...implicit, client_id: 'old' })).toBe(200);
    expect(await status({ ...pkce, client_id: 'new' })).toBe(200);
    expect(await status({ ...implicit, client_id: 'sandbox' })).toBe(400);
    expect(await status({ ...implicit, client_id: 'toString' })).toBe(400);
    const elsewhere = { ...implicit, client_id: 'old', redirect_uri: 'https://evil.test/' };
    expect(await status(elsewhere)).toBe(400);
  });
});

describe('an error once the application is known', () => {
  it.each([
    ['no response type', { response_type: '' }, 'unsupported_response_type'],
    ['a wrong response type', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['no challenge', { response_type: 'code' }, 'invalid_request'],
    ['a plain challenge', { ...pkce, code_challenge_method: 'plain' }, 'invalid_request'],
    ['a short challenge', { ...pkce, code_challenge: 'abc' }, 'invalid_request'],
    ['another grant', { ...pkce, client_id: 'old' }, 'unauthorized_client'],
  ])('goes back to it in the query for %s', async (_case, parameters, error) => {
    const server = await serve({ clients: { sandbox: {}, old: { grants: ['implicit'] } } });
    for (const method of ['GET', 'POST']) {
      const response = await fetch(signInUrl(server, parameters), { method, redirect: 'manual' });
      expect(response.status).toBe(303);
      const { searchParams, origin, pathname } = new URL(response.headers.get('location') ?? '');
      expect(`${origin}${pathname}`).toBe(redirectUri);
      expect(searchParams.get('error')).toBe(error);
      expect(searchParams.get('error_description')).not.toBe('');
      expect(searchParams.get('state')).toBe('state & more');
    }
  });

  it('goes back in the fragment for the implicit grant', async () => {
    const server = await serve({ clients: { new: { grants: ['pkce'] } } });
    const url = signInUrl(server, { ...implicit, client_id: 'new' });
    const response = await fetch(url, { redirect: 'manual' });
    const { hash, search } = new URL(response.headers.get('location') ?? '');
    const answer = new URLSearchParams(hash.slice(1));
    expect(answer.get('error')).toBe('unauthorized_client');
    expect(answer.get('error_description')).toContain('the implicit grant');
    expect(answer.get('state')).toBe('state & more');
    expect(search).toBe('');
  });
});

describe('the implicit grant', () => {
  it('brings the token and the state in the fragment', async () => {
    const server = await serve({ tokenLifetimeSeconds: 600 });
    const { href, hash } = await press(server, implicit);
    expect(href.startsWith(`${redirectUri}#`)).toBe(true);
    const answer = new URLSearchParams(hash.slice(1));
    expect(answer.get('expires_in')).toBe('600');
    expect(answer.get('token_type')).toBe('bearer');
    expect(answer.get('state')).toBe('state & more');
    expect(server.sandbox.isTokenValid(answer.get('access_token') ?? '')).toBe(true);
  });

  it('brings the error in the fragment when it is denied', async () => {
    const { hash, search } = await press(await serve(), implicit, 'deny');
    const answer = new URLSearchParams(hash.slice(1));
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_description')).not.toBe('');
    expect(answer.get('state')).toBe('state & more');
    expect(search).toBe('');
  });
});

describe('authorization code with PKCE', () => {
  it('makes the challenge of RFC 7636', () => {
    expect(challengeOf(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('brings code and state in the query, and the code is worth a token, once', async () => {
    const server = await serve({ tokenLifetimeSeconds: 600 });
    const { searchParams, hash } = await press(server, pkce);
    expect(hash).toBe('');
    expect(searchParams.get('state')).toBe('state & more');
    const code = searchParams.get('code') ?? '';
    const { status, body } = await redeem(server, { code });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 600,
    });
    expect(server.sandbox.isTokenValid(String(body['access_token']))).toBe(true);
    const again = await redeem(server, { code });
    expect(again.status).toBe(400);
    expect(again.body['error']).toBe('invalid_grant');
  });

  it('brings the error in the query when it is denied', async () => {
    const { searchParams, hash } = await press(await serve(), pkce, 'deny');
    expect(searchParams.get('error')).toBe('access_denied');
    expect(hash).toBe('');
  });

  it.each([
    ['another verifier', { code_verifier: `${verifier.slice(0, -1)}x` }, 'does not match'],
    ['no verifier', { code_verifier: '' }, '43 to 128'],
    ['the challenge as verifier', { code_verifier: challengeOf(verifier) }, 'does not match'],
    ['another redirect URI', { redirect_uri: `${redirectUri}/2` }, 'redirect_uri'],
    ['another client', { client_id: 'other' }, 'another client'],
  ])('refuses %s', async (_case, form, said) => {
    const server = await serve();
    const code = await codeFrom(server);
    const refused = await redeem(server, { code, ...form });
    expect(refused.status).toBe(400);
    expect(refused.body['error']).toBe('invalid_grant');
    expect(refused.body['error_description']).toContain(said);
    // A code is spent by the attempt, so that nobody can guess on.
    expect((await redeem(server, { code })).status).toBe(400);
  });

  it('refuses a code that is a minute old', async () => {
    let time = 0;
    const server = await serve({ now: () => time });
    const code = await codeFrom(server);
    time = 60_000;
    const { body } = await redeem(server, { code });
    expect(body['error_description']).toContain('expired');
  });

  it('refuses other grants, other clients and other methods', async () => {
    const server = await serve();
    const grant = await redeem(server, { grant_type: 'password' });
    expect([grant.status, grant.body['error']]).toEqual([400, 'unsupported_grant_type']);
    const client = await redeem(server, { client_id: 'unknown' });
    expect([client.status, client.body['error']]).toEqual([401, 'invalid_client']);
    expect((await fetch(`${server.url}/oauth/token`)).status).toBe(405);
  });
});

describe('the scopes of an OAuth client', () => {
  const clients = { sandbox: { scopes: ['users:readonly'] } };
  const ask = async (server: SandboxServer, token: string, path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${server.url}/api/v2${path}`, { headers })).status;
  };

  it('hold for its tokens, by either grant', async () => {
    const server = await serve({ clients });
    const fragment = new URLSearchParams((await press(server, implicit)).hash.slice(1));
    const { body } = await redeem(server, { code: await codeFrom(server) });
    for (const token of [fragment.get('access_token') ?? '', String(body['access_token'])]) {
      expect(await ask(server, token, '/users/me')).toBe(200);
      expect(await ask(server, token, '/license/users')).toBe(403);
    }
  });
});

describe('what OpenID Connect would add', () => {
  it('is not there: no discovery document, no userinfo, and no id_token', async () => {
    const server = await serve();
    for (const path of ['/.well-known/openid-configuration', '/userinfo', '/oauth/userinfo']) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    }
    const { hash } = await press(server, { ...implicit, scope: 'openid' });
    expect([...new URLSearchParams(hash.slice(1)).keys()].sort()).toEqual([
      'access_token',
      'expires_in',
      'state',
      'token_type',
    ]);
    const { body } = await redeem(server, { code: await codeFrom(server) });
    expect(body).not.toHaveProperty('id_token');
  });
});

describe('signing out', () => {
  it('ends where the client asked', async () => {
    const { url } = await serve();
    const to = encodeURIComponent('https://console.test/login');
    const response = await fetch(`${url}/logout?client_id=sandbox&redirect_uri=${to}`, {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe('https://console.test/login');
    const page = await fetch(`${url}/logout?client_id=sandbox`);
    expect(await page.text()).toContain('Signed out');
    expect((await fetch(`${url}/logout?redirect_uri=${to}`)).status).toBe(400);
    expect((await fetch(`${url}/logout?client_id=sandbox&redirect_uri=here`)).status).toBe(400);
  });
});
