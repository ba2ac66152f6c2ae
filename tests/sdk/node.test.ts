import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxServer, startSandboxServer } from '@/sandbox/server';
import { loadSdk, type Sdk, sdkMethod } from './sdk';

const clientId = 'a-program';
const redirectUri = 'https://program.test/callback';

let service: SandboxServer;
let sdk: Sdk;

beforeAll(async () => {
  const clients = { [clientId]: { grants: ['pkce'] as const, redirectUris: [redirectUri] } };
  service = await startSandboxServer({ users: 20, clients });
  sdk = loadSdk(service.url);
});
afterAll(() => service.close());

/** The code that the authorize address sends a signed-in person back with. */
async function codeFor(challenge: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'as it was',
  });
  const response = await fetch(`${service.url}/oauth/authorize?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'approve' }),
    redirect: 'manual',
  });
  const address = new URL(response.headers.get('location') ?? '');
  expect(`${address.origin}${address.pathname}`).toBe(redirectUri);
  expect(address.searchParams.get('state')).toBe('as it was');
  return address.searchParams.get('code') ?? '';
}

describe('authorization code with PKCE in Node', () => {
  it("gets a token for a code by the SDK's own method, and gives it back", async () => {
    const client = sdk.ApiClient.instance;
    const verifier = client.generatePKCECodeVerifier(128);
    const code = await codeFor(await client.computePKCECodeChallenge(verifier));
    const { accessToken = '' } = await client.authorizePKCEGrant(
      clientId,
      verifier,
      code,
      redirectUri,
    );
    expect(service.sandbox.isTokenValid(accessToken)).toBe(true);
    const me = await sdkMethod(sdk, 'UsersApi', 'getUsersMe')?.();
    expect(me?.body).toMatchObject({ id: service.sandbox.administrator.id });
    expect((await sdkMethod(sdk, 'TokensApi', 'deleteTokensMe')?.())?.status).toBe(200);
    expect(service.sandbox.isTokenValid(accessToken)).toBe(false);
  });

  it('gets none with another verifier', async () => {
    const client = sdk.ApiClient.instance;
    client.clearAccessToken();
    const code = await codeFor(
      await client.computePKCECodeChallenge(client.generatePKCECodeVerifier(43)),
    );
    const other = client.generatePKCECodeVerifier(43);
    await expect(
      client.authorizePKCEGrant(clientId, other, code, redirectUri),
    ).rejects.toMatchObject({
      response: { status: 400, data: { error: 'invalid_grant' } },
    });
  });
});
