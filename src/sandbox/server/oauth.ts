import { Random } from '../random';
import type { Sandbox } from '../sandbox';
import { clientOf, type OAuthClients, redirectProblem } from './clients';
import { Codes } from './codes';
import { json, redirect } from './http';
import { errorPage, type Suggestions, signedOutPage, signInPage } from './pages';

export interface OAuthOptions {
  clients?: OAuthClients;
  /** Sign in without showing the page. */
  autoApprove?: boolean;
  seed?: number;
  now?: () => number;
}

/** The sign-in pages of the sandbox: the implicit grant and authorization code with PKCE. */
export interface OAuth {
  authorize(request: Request): Promise<Response>;
  token(request: Request): Promise<Response>;
  logout(request: Request): Response;
}

interface Authorization {
  clientId: string;
  scopes: readonly string[] | undefined;
  returnTo: ReturnAddress;
  /** Nothing for the implicit grant. */
  challenge: string | undefined;
  suggestions: Suggestions;
  /** Ask, even of one who is signed in already. */
  isToAsk: boolean;
}

interface ReturnAddress {
  redirectUri: string;
  state: string | null;
  /** The implicit grant is answered in the fragment, authorization code in the query. */
  part: 'fragment' | 'query';
}

/** What stops a sign-in: said on a page where nobody can be returned to, otherwise to the application. */
type Stopped = { page: string } | { returnTo: ReturnAddress; error: string; description: string };

export function createOAuth(sandbox: Sandbox, options: OAuthOptions): OAuth {
  const codes = new Codes(
    new Random((options.seed ?? 1) ^ 0xc0de),
    options.now ?? (() => Date.now()),
  );

  return {
    async authorize(request) {
      const asked = readAuthorization(new URL(request.url).searchParams, options.clients);
      if ('page' in asked) return errorPage(asked.page);
      if ('error' in asked) {
        const { error, description } = asked;
        return redirect(addressOf(asked.returnTo, { error, error_description: description }));
      }
      if (request.method === 'POST') {
        const decision = (await formOf(request)).get('decision');
        return redirect(decision === 'approve' ? approved(asked) : denied(asked));
      }
      // One who is let in without the page stands for one who has signed in before.
      if (options.autoApprove === true && !asked.isToAsk) return redirect(approved(asked));
      return signInPage({
        userName: sandbox.administrator.name,
        email: sandbox.administrator.email,
        organization: sandbox.organization.name,
        clientId: asked.clientId,
        returnsTo: asked.returnTo.redirectUri,
        suggestions: asked.suggestions,
      });
    },

    async token(request) {
      if (request.method !== 'POST') return tokenError('invalid_request', 'Use POST', 405);
      const form = await formOf(request);
      const clientId = form.get('client_id') ?? '';
      const client = clientOf(options.clients, clientId);
      if (client === undefined) {
        return tokenError('invalid_client', `Unknown client id: ${clientId || 'none'}`, 401);
      }
      const grant = form.get('grant_type') ?? '';
      if (grant !== 'authorization_code') {
        return tokenError('unsupported_grant_type', `Unsupported grant_type: ${grant || 'none'}`);
      }
      const problem = codes.redeem(form.get('code') ?? '', {
        clientId,
        redirectUri: form.get('redirect_uri') ?? '',
        verifier: form.get('code_verifier') ?? '',
      });
      if (problem !== undefined) return tokenError('invalid_grant', problem);
      return json({
        access_token: tokenFor(clientId, client.scopes),
        token_type: 'bearer',
        expires_in: sandbox.tokenLifetimeSeconds,
      });
    },

    logout(request) {
      const query = new URL(request.url).searchParams;
      const client = clientOf(options.clients, query.get('client_id') ?? '');
      const redirectUri = query.get('redirect_uri');
      if (redirectUri === null) return signedOutPage();
      if (client === undefined) return errorPage('client_id is missing or unknown');
      const problem = redirectProblem(client, redirectUri);
      return problem === undefined ? redirect(redirectUri) : errorPage(problem);
    },
  };

  function tokenFor(id: string, scopes: readonly string[] | undefined): string {
    return sandbox.issueToken({ id, ...(scopes && { scopes }) });
  }

  function approved({ challenge, clientId, returnTo, scopes }: Authorization): string {
    if (challenge !== undefined) {
      const { redirectUri } = returnTo;
      return addressOf(returnTo, { code: codes.issue({ clientId, redirectUri, challenge }) });
    }
    return addressOf(returnTo, {
      access_token: tokenFor(clientId, scopes),
      expires_in: String(sandbox.tokenLifetimeSeconds),
      token_type: 'bearer',
    });
  }

  function denied({ returnTo }: Authorization): string {
    return addressOf(returnTo, {
      error: 'access_denied',
      error_description: 'The user denied the request',
    });
  }
}

/**
 * The request for sign-in, or what is wrong with it. As RFC 6749 has it, nobody is sent to an address that is not
 * known to belong to the client; every other mistake is told to the application there.
 */
function readAuthorization(
  query: URLSearchParams,
  clients: OAuthClients | undefined,
): Authorization | Stopped {
  const clientId = query.get('client_id') ?? '';
  const client = clientOf(clients, clientId);
  if (clientId === '') return { page: 'client_id is missing' };
  if (client === undefined) return { page: `Unknown client id: ${clientId}` };
  const redirectUri = query.get('redirect_uri') ?? '';
  const problem = redirectProblem(client, redirectUri);
  if (problem !== undefined) return { page: problem };

  const responseType = query.get('response_type');
  const returnTo: ReturnAddress = {
    redirectUri,
    state: query.get('state'),
    part: responseType === 'token' ? 'fragment' : 'query',
  };
  const stop = (error: string, description: string): Stopped => ({ returnTo, error, description });
  if (responseType === null) return stop('invalid_request', 'response_type is missing');
  if (responseType !== 'token' && responseType !== 'code') {
    return stop(
      'unsupported_response_type',
      `response_type must be token or code, not ${responseType}`,
    );
  }
  const grant = responseType === 'token' ? 'implicit' : 'pkce';
  if (client.grants?.includes(grant) === false) {
    const words = grant === 'pkce' ? 'authorization code with PKCE' : 'the implicit grant';
    return stop('unauthorized_client', `The client ${clientId} is not set up for ${words}`);
  }
  const challenge = query.get('code_challenge');
  if (grant === 'pkce') {
    const wrong = challengeProblem(challenge, query.get('code_challenge_method'));
    if (wrong !== undefined) return stop('invalid_request', wrong);
  }
  return {
    clientId,
    scopes: client.scopes,
    returnTo,
    challenge: grant === 'pkce' ? (challenge ?? undefined) : undefined,
    suggestions: {
      loginHint: query.get('login_hint'),
      org: query.get('org'),
      provider: query.get('provider'),
      target: query.get('target'),
    },
    isToAsk: query.get('prompt') === 'login',
  };
}

function challengeProblem(challenge: string | null, method: string | null): string | undefined {
  if (challenge === null) return 'code_challenge is missing: the sandbox wants PKCE';
  if (method !== 'S256') return 'code_challenge_method must be S256';
  if (!/^[\w-]{43}$/.test(challenge)) return 'code_challenge must be a SHA-256 in base64url';
  return undefined;
}

function addressOf(
  { redirectUri, state, part }: ReturnAddress,
  values: Record<string, string>,
): string {
  const answer = new URLSearchParams(values);
  if (state !== null) answer.set('state', state);
  if (part === 'fragment') return `${redirectUri}#${answer.toString()}`;
  const joiner = redirectUri.includes('?') ? '&' : '?';
  return `${redirectUri}${joiner}${answer.toString()}`;
}

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

function tokenError(error: string, description: string, status = 400): Response {
  return json({ error, error_description: description }, status);
}
