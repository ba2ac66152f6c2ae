import { getResponse, type HttpHandler, http } from 'msw';
import type { SandboxUser } from './data/people';
import { FaultList, type Faults } from './faults';
import { type SandboxOptions, settingsFrom } from './options';
import { createOrganization, type SandboxOrganization } from './organization';
import { Random } from './random';
import { RateLimit, type RateShare } from './service/rateLimit';
import { createService, type LogEntry } from './service/service';
import { type TokenClient, Tokens } from './service/tokens';

/** An in-memory organization with the behavior of the service. Its functions need no `this`. */
export interface Sandbox {
  readonly organization: SandboxOrganization;
  readonly faults: Faults;
  /** The user behind every token. */
  readonly administrator: { readonly id: string; readonly name: string; readonly email: string };
  /** The requests that were answered, the latest last; only the last 10,000 are kept. */
  readonly log: readonly LogEntry[];
  readonly tokenLifetimeSeconds: number;
  /** Handlers for `${apiUrl}/api/v2/*`. */
  readonly handlers: (apiUrl: string) => HttpHandler[];
  /** The same handlers as a stand-in for `fetch`; a dropped connection is the TypeError a browser throws. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** A token for an OAuth client; without one for the client `sandbox`. */
  readonly issueToken: (client?: TokenClient) => string;
  readonly revokeTokens: () => void;
  readonly expireTokens: () => void;
  readonly isTokenValid: (token: string) => boolean;
  readonly grantPermission: (permission: string) => void;
  readonly revokePermission: (permission: string) => void;
  readonly permissions: ReadonlySet<string>;
  readonly grantScope: (scope: string) => void;
  readonly revokeScope: (scope: string) => void;
  /** What OAuth clients may do that have no scopes of their own. */
  readonly scopes: ReadonlySet<string>;
  /** Lets somebody else use the rate limit of the administrator. */
  readonly shareRateLimit: (share: RateShare) => void;
  /** Everything back to the beginning, but for the tokens, so that whoever is signed in stays so. */
  readonly reset: () => void;
}

const keptLogEntries = 10_000;

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsFrom(options);
  const organization = createOrganization(settings);
  const administrator = firstUser(organization);
  const permissions = new Set(settings.permissions);
  const scopes = new Set(settings.scopes);
  const faults = new FaultList(new Random(settings.seed ^ 0xfa17));
  const tokens = new Tokens(
    new Random(settings.seed ^ 0x70c3),
    settings.now,
    settings.tokenLifetimeSeconds,
  );
  const rateLimit = new RateLimit(settings.rateLimit, settings.now);
  const log: LogEntry[] = [];
  const answer = createService({
    settings,
    organization,
    administrator,
    permissions,
    scopes,
    tokens,
    rateLimit,
    faults,
    onAnswered(entry) {
      log.push(entry);
      if (log.length > keptLogEntries) log.splice(0, log.length - keptLogEntries);
    },
  });

  const byOrigin = new Map<string, HttpHandler[]>();

  function handlers(apiUrl: string): HttpHandler[] {
    const base = new URL(`${apiUrl.replace(/\/+$/, '')}/api/v2/`).href;
    // A function and not a pattern: patterns fail on a broken percent sequence in an address.
    const isForService = ({ request }: { request: Request }) => request.url.startsWith(base);
    return [http.all(isForService, ({ request }) => answer(request))];
  }

  function handlersFor({ url }: Request): HttpHandler[] {
    const { origin } = new URL(url);
    const known = byOrigin.get(origin) ?? handlers(origin);
    byOrigin.set(origin, known);
    return known;
  }

  return {
    organization,
    faults,
    administrator: {
      id: administrator.id,
      name: administrator.profile.name ?? '',
      email: administrator.profile.email ?? '',
    },
    log,
    tokenLifetimeSeconds: settings.tokenLifetimeSeconds,
    handlers,
    async fetch(request) {
      const response = await untilAborted(request.signal, () =>
        getResponse(handlersFor(request), request),
      );
      if (response === undefined || response.type === 'error') {
        throw new TypeError('Failed to fetch');
      }
      return response;
    },
    issueToken: (client) => tokens.issue(client),
    revokeTokens: () => tokens.revokeAll(),
    expireTokens: () => tokens.expireAll(),
    isTokenValid: (token) => tokens.isValid(token),
    grantPermission: (permission) => permissions.add(permission),
    revokePermission: (permission) => permissions.delete(permission),
    permissions,
    grantScope: (scope) => scopes.add(scope),
    revokeScope: (scope) => scopes.delete(scope),
    scopes,
    shareRateLimit: (share) => rateLimit.share(share),
    reset() {
      organization.reset();
      faults.clear();
      rateLimit.clear();
      log.length = 0;
      permissions.clear();
      for (const permission of settings.permissions) permissions.add(permission);
      scopes.clear();
      for (const scope of settings.scopes) scopes.add(scope);
    },
  };
}

function firstUser({ users }: SandboxOrganization): SandboxUser {
  const [first] = users;
  if (first === undefined)
    throw new RangeError('An organization without users has nobody to sign in');
  return first;
}

/** A caller that gives up hears so at once; what the service was asked to do goes on. */
function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
