import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import * as z from 'zod/mini';
import { safeReturnTo } from './returnTo';
import { connectionSchema } from './session';
import { OIDC_PREFIX } from './storagePrefix';

/** Why a sign-in did not succeed, in words for the person who tried. */
export interface SignInProblem {
  title: string;
  message: string;
  /** The service's own words. */
  detail?: string | undefined;
  /** Hosts that the page's Content-Security-Policy keeps the browser from asking, where that was the reason. */
  forbiddenHosts?: readonly string[] | undefined;
}

/**
 * When the browser is at the redirect URI: takes the answer out of the address bar and out of the history, and gives it.
 * To be called before anything else happens, so that neither code nor token is ever seen, linked or logged.
 */
export function takeCallbackUrl(basePath: string, win: Window = window): string | undefined {
  const { href, pathname } = win.location;
  const path = pathname.toLowerCase().replace(/\/+$/, '');
  const common = `${basePath}callback`.toLowerCase();
  const isCallback = path === common || /^\/[^/]+$/.test(path.slice(common.length));
  if (!path.startsWith(common) || !isCallback) return undefined;
  win.history.replaceState(null, '', `${basePath}callback`);
  return href;
}

/** What sign-in keeps in the state that comes back: which service was asked, and which page was wanted. */
const pendingSchema = z.object({
  /** How oidc-client-ts notes a sign-in in a window of its own: `si:p`. */
  request_type: z.optional(z.string()),
  data: z.object({
    connection: connectionSchema,
    returnTo: z.pipe(z.unknown(), z.transform(safeReturnTo)),
  }),
});
export type PendingSignIn = z.output<typeof pendingSchema>['data'];

/** The sign-in that an answer belongs to; undefined when this tab started none with that state. */
export function readPendingSignIn(url: string, storage: Storage): PendingSignIn | undefined {
  return readPending(url, storage)?.data;
}

/**
 * Whether an answer has come to a window that a framed page of the console opened to sign in. What that page noted may be
 * out of sight here: browsers keep the storage of a frame apart from that of the site itself. Or it is here as a copy.
 */
export function isForOpener(url: string, win: OpenedWindow = window): boolean {
  if (originOfOpener(win) !== win.location.origin) return false;
  const pending = readPending(url, win.sessionStorage);
  return pending === undefined || pending.request_type === 'si:p';
}

type OpenedWindow = Pick<Window, 'opener' | 'location' | 'sessionStorage'>;

function originOfOpener(win: OpenedWindow): string | undefined {
  try {
    const opener: OpenedWindow | null = win.opener;
    return opener?.location.origin;
  } catch {
    // Another site's.
    return undefined;
  }
}

function readPending(url: string, storage: Storage): z.output<typeof pendingSchema> | undefined {
  const state = answerOf(url).get('state');
  const stored = state ? storage.getItem(OIDC_PREFIX + state) : null;
  if (!stored) return undefined;
  try {
    return pendingSchema.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

/** An answer that belongs to no sign-in of this tab: someone else's, used before, or none at all. */
export function explainStray(url: string): SignInProblem {
  const answer = answerOf(url);
  const error = answer.get('error');
  if (error) return { title: refused(), message: wordsFor(error) };
  if (!answer.has('state') && !answer.has('code') && !answer.has('access_token')) {
    return {
      title: t`There is no sign-in to complete`,
      message: t`Genesys Cloud sends you to this address when you sign in. It was opened without a sign-in.`,
    };
  }
  return {
    title: t`This sign-in cannot be completed`,
    message: t`It was not started in this tab, or it has been completed before. Nobody was signed in by it.`,
  };
}

export const refused = (): string => t`Genesys Cloud did not sign you in`;

const WORDS: Readonly<Record<string, MessageDescriptor>> = {
  access_denied: msg`Access was denied: you, or your organization, did not allow this console.`,
  invalid_client: msg`The client ID is not known in this region.`,
  invalid_grant: msg`The sign-in took too long, or was completed before. Sign in again.`,
  invalid_request: msg`The request was not understood. Check the client ID and its redirect URI.`,
  invalid_scope: msg`The OAuth client does not have the scopes that are needed.`,
  login_required: msg`You need to sign in to Genesys Cloud first.`,
  server_error: msg`The sign-in service met an error of its own. Try again in a moment.`,
  temporarily_unavailable: msg`The sign-in service is not available at the moment. Try again later.`,
  unauthorized_client: msg`The OAuth client is not allowed to use this grant. Try the other one.`,
  unsupported_response_type: msg`The OAuth client is not allowed to use this grant. Try the other one.`,
};

/**
 * Words for an error code of OAuth. An unknown code is shown only when it looks like one: whoever makes a link can put any
 * text there.
 */
export function wordsFor(code: string): string {
  const words = WORDS[code];
  if (words) return t(words);
  return /^[a-z_]{1,40}$/.test(code)
    ? t`The sign-in service answered with the error "${code}".`
    : t`The sign-in service answered with an error.`;
}

/** The parameters of an answer, which come in the query (code) or in the fragment (implicit). */
function answerOf(url: string): URLSearchParams {
  const { search, hash } = new URL(url);
  const query = new URLSearchParams(search);
  return query.has('state') || query.has('error') || query.has('code')
    ? query
    : new URLSearchParams(hash.slice(1));
}
