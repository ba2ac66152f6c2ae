import { OidcClient } from 'oidc-client-ts';
import { vi } from 'vitest';
import { Auth, type AuthOptions, type DemoService } from '@/auth/Auth';
import { ImplicitClient } from '@/auth/implicit';
import type { Connection } from '@/auth/session';
import { createUserManager } from '@/auth/userManager';

export const APP = 'https://console.example/tools/';
export const CALLBACK = `${APP}callback`;

export const pkce: Connection = {
  region: 'mypurecloud.de',
  clientId: 'client-1',
  grant: 'pkce',
  hosts: {},
};
export const implicit: Connection = { ...pkce, grant: 'implicit' };

/** The demo service of a test. */
export function fakeDemo(token = 'demo-token'): DemoService & { stop: ReturnType<typeof vi.fn> } {
  return { token, stop: vi.fn<() => void>() };
}

/** A page load of the app in the same tab: what sessionStorage holds is what it knows. */
export function loadPage(options: Partial<AuthOptions> = {}): Auth {
  return new Auth({
    appUrl: APP,
    storage: sessionStorage,
    startDemoService: async () => fakeDemo(),
    leaveTo: () => undefined,
    ...options,
  });
}

/** Begins a sign-in as the app does, without leaving the page; gives the address that the browser would go to. */
export async function beginSignIn(connection: Connection, returnTo = '/licenses?q=cx') {
  const Client = connection.grant === 'implicit' ? ImplicitClient : OidcClient;
  const { settings, metadataService } = createUserManager(connection, APP, sessionStorage);
  const client = new Client(settings, metadataService);
  const { url } = await client.createSigninRequest({ state: { connection, returnTo } });
  const address = new URL(url);
  return { address, state: address.searchParams.get('state') ?? '' };
}

/** What the service sends back for the implicit grant. */
export function implicitAnswer(state: string, values: Record<string, string> = {}): string {
  const answer = { access_token: 'token-1', token_type: 'bearer', expires_in: '3600', state };
  return `${CALLBACK}#${new URLSearchParams({ ...answer, ...values }).toString()}`;
}

export function pkceAnswer(state: string, code = 'code-1'): string {
  return `${CALLBACK}?${new URLSearchParams({ code, state }).toString()}`;
}

/** Answers the exchange of a code for a token, and keeps what was asked. */
export function tokenEndpoint(
  answer: Record<string, unknown> = {
    access_token: 'token-2',
    token_type: 'bearer',
    expires_in: 60,
  },
  status = 200,
) {
  const requests: { url: string; form: URLSearchParams }[] = [];
  vi.stubGlobal('fetch', async (url: string, { body }: { body: URLSearchParams }) => {
    requests.push({ url, form: body });
    return new Response(JSON.stringify(answer), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  });
  return requests;
}

/** Signs in by the implicit grant, as over two page loads. */
export async function signedIn(options: Partial<AuthOptions> = {}, values = {}): Promise<Auth> {
  const { state } = await beginSignIn(implicit);
  const auth = loadPage({ callbackUrl: implicitAnswer(state, values), ...options });
  await auth.completeSignIn();
  return auth;
}
