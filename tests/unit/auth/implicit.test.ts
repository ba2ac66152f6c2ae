import { beforeEach, describe, expect, it } from 'vitest';
import { ImplicitClient } from '@/auth/implicit';
import { createUserManager } from '@/auth/userManager';
import { APP, beginSignIn, CALLBACK, implicit, implicitAnswer } from './support';

function client(): ImplicitClient {
  const { settings, metadataService } = createUserManager(implicit, APP, sessionStorage);
  return new ImplicitClient(settings, metadataService);
}

beforeEach(() => sessionStorage.clear());

describe('the implicit grant', () => {
  it('asks for a token, and for nothing that the service does not document', async () => {
    const { address, state } = await beginSignIn(implicit);
    expect(address.origin + address.pathname).toBe('https://login.mypurecloud.de/oauth/authorize');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'client-1',
      redirect_uri: CALLBACK,
      response_type: 'token',
      state,
    });
    expect(state).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has a new state every time', async () => {
    const first = await beginSignIn(implicit);
    const second = await beginSignIn(implicit);
    expect(first.state).not.toBe(second.state);
  });

  it('takes the token from the fragment', async () => {
    const { state } = await beginSignIn(implicit);
    const response = await client().processSigninResponse(implicitAnswer(state));
    expect(response).toMatchObject({ access_token: 'token-1', token_type: 'bearer', code: null });
    expect(response.expires_in).toBeCloseTo(3600, -1);
  });

  it('takes nothing from the query', async () => {
    const { state } = await beginSignIn(implicit);
    const url = `${CALLBACK}?access_token=token-1&token_type=bearer&state=${state}`;
    await expect(client().processSigninResponse(url)).rejects.toThrow('No state in response');
  });

  it('works with an answer once', async () => {
    const { state } = await beginSignIn(implicit);
    await client().processSigninResponse(implicitAnswer(state));
    await expect(client().processSigninResponse(implicitAnswer(state))).rejects.toThrow(
      'No matching state',
    );
  });

  it('does not exchange a code that comes along', async () => {
    const { state } = await beginSignIn(implicit);
    const response = await client().processSigninResponse(implicitAnswer(state, { code: 'x' }));
    expect(response.code).toBeNull();
  });

  it('throws what the service says went wrong', async () => {
    const { state } = await beginSignIn(implicit);
    const url = `${CALLBACK}#error=access_denied&error_description=No+way&state=${state}`;
    await expect(client().processSigninResponse(url)).rejects.toMatchObject({
      error: 'access_denied',
      error_description: 'No way',
    });
  });

  it.each(['', 'soon', '-5', '1e9', '99999999999'])(
    'does not believe that the token lasts "%s" seconds',
    async (expires_in) => {
      const { state } = await beginSignIn(implicit);
      const response = await client().processSigninResponse(implicitAnswer(state, { expires_in }));
      expect(response.expires_at).toBeUndefined();
    },
  );
});
