import { Random } from '../random';
import type { Sandbox } from '../sandbox';
import { clientOf, type OAuthClients, redirectProblem } from './clients';
import { Codes } from './codes';
import { json, redirect } from './http';
import { errorPage, signedOutPage, signInPage } from './pages';

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
  redirectUri: string;
  state: string | null;
  /** Nothing for the implicit grant. */
  challenge: string | undefined;
  loginHint: string | null;
}

export function createOAuth(sandbox: Sandbox, options: OAuthOptions): OAuth {
  const codes = new Codes(
    new Random((options.seed ?? 1) ^ 0xc0de),
    options.now ?? (() => Date.now()),
  );

  return {
    async authorize(request) {
      const asked = readAuthorization(new URL(request.url).searchParams, options.clients);
      if (typeof asked === 'string') return errorPage(asked);
      if (request.method === 'POST') {
        const decision = (await formOf(request)).get('decision');
        return redirect(decision === 'approve' ? approved(asked) : denied(asked));
      }
      if (options.autoApprove === true) return redirect(approved(asked));
      return signInPage({
        userName: sandbox.administrator.name,
        email: sandbox.administrator.email,
        organization: sandbox.organization.name,
        clientId: asked.clientId,
        returnsTo: asked.redirectUri,
        loginHint: asked.loginHint,
      });
    },

    async token(request) {
      if (request.method !== 'POST') return tokenError('invalid_request', 'Use POST', 405);
      const form = await formOf(request);
      const clientId = form.get('client_id') ?? '';
      if (clientOf(options.clients, clientId) === undefined) {
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
        access_token: sandbox.issueToken(),
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

  function approved(asked: Authorization): string {
    const { challenge, clientId, redirectUri } = asked;
    if (challenge !== undefined) {
      return returnTo(asked, { code: codes.issue({ clientId, redirectUri, challenge }) });
    }
    return returnTo(asked, {
      access_token: sandbox.issueToken(),
      expires_in: String(sandbox.tokenLifetimeSeconds),
      token_type: 'bearer',
    });
  }

  function denied(asked: Authorization): string {
    return returnTo(asked, {
      error: 'access_denied',
      error_description: 'The user denied the request',
    });
  }
}

/** The request for sign-in, or what is wrong with it in words for the page. */
function readAuthorization(
  query: URLSearchParams,
  clients: OAuthClients | undefined,
): Authorization | string {
  const clientId = query.get('client_id') ?? '';
  const client = clientOf(clients, clientId);
  if (clientId === '') return 'client_id is missing';
  if (client === undefined) return `Unknown client id: ${clientId}`;
  const redirectUri = query.get('redirect_uri') ?? '';
  const problem = redirectProblem(client, redirectUri);
  if (problem !== undefined) return problem;
  const responseType = query.get('response_type');
  if (responseType !== 'token' && responseType !== 'code') {
    return `response_type must be token or code, not ${responseType ?? 'missing'}`;
  }
  const grant = responseType === 'token' ? 'implicit' : 'pkce';
  if (client.grants?.includes(grant) === false) {
    return `The client ${clientId} is not set up for ${grant === 'pkce' ? 'authorization code with PKCE' : 'the implicit grant'}`;
  }
  const challenge = query.get('code_challenge');
  if (grant === 'pkce') {
    if (challenge === null) return 'code_challenge is missing: the sandbox wants PKCE';
    if (query.get('code_challenge_method') !== 'S256') return 'code_challenge_method must be S256';
    if (!/^[\w-]{43}$/.test(challenge)) return 'code_challenge must be a SHA-256 in base64url';
  }
  return {
    clientId,
    redirectUri,
    state: query.get('state'),
    challenge: grant === 'pkce' ? (challenge ?? undefined) : undefined,
    loginHint: query.get('login_hint'),
  };
}

/** The implicit grant answers in the fragment, authorization code in the query. */
function returnTo(asked: Authorization, values: Record<string, string>): string {
  const answer = new URLSearchParams(values);
  if (asked.state !== null) answer.set('state', asked.state);
  if (asked.challenge === undefined) return `${asked.redirectUri}#${answer.toString()}`;
  const joiner = asked.redirectUri.includes('?') ? '&' : '?';
  return `${asked.redirectUri}${joiner}${answer.toString()}`;
}

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

function tokenError(error: string, description: string, status = 400): Response {
  return json({ error, error_description: description }, status);
}
