import type { SigninPopupArgs, User, UserManager } from 'oidc-client-ts';
import { newId } from '@/api/newId';
import type { Host } from '@/config/host';
import { type AuthState, SIGNED_OUT } from './authState';
import { explainStray, readPendingSignIn, type SignInProblem } from './callback';
import { SignInFailure } from './failure';
import { currentPath, safeReturnTo } from './returnTo';
import { SessionLife } from './SessionLife';
import {
  type Connection,
  callbackUrlOf,
  demoSession,
  endpointsOf,
  oauthSession,
  type Session,
} from './session';
import { SessionMemory } from './sessionMemory';
import { runSignOutTasks } from './signOutTasks';

/** The demo organization's service, running in this browser. */
export interface DemoService {
  token: string;
  stop(): void;
}

export interface AuthOptions {
  /** The app's own address: origin and base path, with a slash at the end. */
  appUrl: string;
  storage: Storage;
  /** False where the storage ends with the page: then nobody can come back from the sign-in page. */
  isStorageKept?: boolean;
  /** The page that this one is embedded in, if it is. */
  host?: Host | undefined;
  /** What `takeCallbackUrl` gave when the page was loaded. */
  callbackUrl?: string | undefined;
  startDemoService: (apiUrl: string) => Promise<DemoService>;
  /** Leaves for another site. */
  leaveTo: (url: string) => void;
}

/** What the authorize address takes besides: which organization, which identity provider, who, and whether to ask. */
export interface SignInHints {
  org?: string | undefined;
  provider?: string | undefined;
  login_hint?: string | undefined;
  prompt?: string | undefined;
}

export type CallbackOutcome =
  /** `tokenWasInAddress`: this document's list of performance entries still has the address with the token. */
  | { ok: true; returnTo: string; tokenWasInAddress: boolean }
  | { ok: false; problem: SignInProblem };

/** What an OAuth session is made of; the demo has none of it. */
interface OAuthParts {
  connection: Connection;
  manager: UserManager;
  user: User;
}

/** The two clocks count in steps of different size. */
const CLOCK_TOLERANCE_MS = 5_000;

/** The session of this tab: how it begins, what token it has, how it ends. */
export class Auth {
  readonly memory: SessionMemory;
  readonly host: Host;
  readonly #options: AuthOptions;
  readonly #listeners = new Set<() => void>();
  #state = SIGNED_OUT;
  /** `endsAt`: when the token does, by the clock of `performance`. */
  #oauth: (OAuthParts & { endsAt: number }) | undefined;
  #demo: DemoService | undefined;
  readonly #life = new SessionLife();
  #callback: Promise<CallbackOutcome> | undefined;

  constructor(options: AuthOptions) {
    this.#options = options;
    this.memory = new SessionMemory(options.storage);
    this.host = options.host ?? { framed: false };
  }

  /**
   * False where the browser forbids what a sign-in needs. In a frame it needs no storage: this page stays open while the
   * window of the sign-in comes and goes.
   */
  get canSignIn(): boolean {
    return this.host.framed || (this.#options.isStorageKept ?? true);
  }

  /** The console's own address. */
  get appUrl(): string {
    return this.#options.appUrl;
  }

  /** What has to be registered with the OAuth client; `callback` is that of the connection. */
  redirectUri(callback?: string): string {
    return callbackUrlOf(this.#options.appUrl, callback);
  }

  readonly getState = (): AuthState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up the session that this tab had before the page was loaded anew. */
  async restore(): Promise<void> {
    if (this.memory.takeSignOut()) this.#set({ ...SIGNED_OUT, notice: { kind: 'signed-out' } });
    const record = this.memory.readSession();
    if (record?.kind === 'demo') {
      await this.#beginDemo(record.id);
    } else if (record) {
      const { connection } = record;
      const manager = await this.#createManager(connection);
      const user = await manager.getUser();
      if (user && !user.expired) {
        this.#beginOAuth(record.id, { connection, manager, user });
      } else {
        await manager.removeUser();
        this.memory.forgetSession();
        this.#set({ ...SIGNED_OUT, notice: { kind: 'session-ended' } });
      }
    }
  }

  /** False when the browser brings back a page from its cache whose session has changed since. */
  isCurrent(): boolean {
    return this.memory.readSession()?.id === this.#state.session?.id;
  }

  /**
   * Leaves for the service's sign-in page; the person comes back at the redirect URI. In a frame the sign-in page gets a
   * window of its own, and this page is signed in when that is done.
   *
   * @throws {SignInFailure} when it is known why it came to nothing.
   */
  readonly signIn = async (
    connection: Connection,
    returnTo: string,
    hints: SignInHints = {},
  ): Promise<void> => {
    const { forbiddenHosts } = await import('./oauth');
    const hosts = await forbiddenHosts(connection);
    if (hosts.length > 0) throw new SignInFailure({ kind: 'policy', hosts });
    const { org, provider, login_hint, prompt } = hints;
    const manager = await this.#createManager(connection);
    const request = {
      state: { connection, returnTo: safeReturnTo(returnTo) },
      extraQueryParams: { ...(org && { org }), ...(provider && { provider }) },
      ...(login_hint && { login_hint }),
      ...(prompt && { prompt }),
    };
    if (this.host.framed) await this.#signInByPopup(connection, manager, request);
    else await manager.signinRedirect(request);
  };

  /** Completes the sign-in that led to this page load. However often it is called, it happens once. */
  completeSignIn(): Promise<CallbackOutcome> {
    this.#callback ??= this.#complete(this.#options.callbackUrl);
    return this.#callback;
  }

  /** Starts the demo organization. When that fails, the login page tells why. */
  readonly startDemo = async (): Promise<boolean> => {
    return await this.#beginDemo(newId());
  };

  /** The bearer token while it is good. Once it is not, the session counts as expired. */
  readonly getToken = (): string | undefined => {
    this.checkExpiry();
    if (this.#state.status !== 'signed-in') return undefined;
    return this.#demo?.token ?? this.#oauth?.user.access_token;
  };

  /** The token of that session alone: what another one began with must never be sent with this one's. */
  tokenOf(sessionId: string): string | undefined {
    const token = this.getToken();
    return this.#state.session?.id === sessionId ? token : undefined;
  }

  /** Aborts when that session is over; aborted already where it is. */
  lifeOf(sessionId: string): AbortSignal {
    return this.#life.of(sessionId);
  }

  /** Notices an end that the timers have not announced yet, as after the computer slept. */
  readonly checkExpiry = (): void => {
    if (!this.#oauth?.user.expired) return;
    const leftMs = this.#oauth.endsAt - performance.now();
    if (leftMs > CLOCK_TOLERANCE_MS) this.#followClock(this.#oauth, leftMs);
    else this.#expire();
  };

  /** The service refused the token of this session: it is over, whatever the clock says. */
  reportUnauthorized(sessionId: string): void {
    if (sessionId === this.#state.session?.id) this.#expire();
  }

  /** Signs in again as before, and comes back to the page that is open now. */
  readonly reauthenticate = async (): Promise<void> => {
    const { session } = this.#state;
    if (session?.kind === 'demo') {
      this.#stopDemo();
      await this.#beginDemo(session.id);
    } else if (this.#oauth) {
      const basePath = new URL(this.#options.appUrl).pathname;
      await this.signIn(this.#oauth.connection, currentPath(basePath, window.location));
    }
  };

  /**
   * Revokes the token, forgets everything about the session, and ends at the login page. With `everywhere` the person is
   * signed out of Genesys Cloud itself too; without, the next sign-in in this browser may go through unasked.
   */
  readonly signOut = async ({ everywhere = false } = {}): Promise<void> => {
    const { status, session } = this.#state;
    if (!session || status === 'signing-out') return;
    const token = this.getToken();
    const logoutUrl =
      everywhere && this.#oauth ? this.#logoutUrl(this.#oauth.connection) : undefined;
    this.#set({ ...this.#state, status: 'signing-out' });
    this.#life.end();

    if (token) await revokeToken(session.apiUrl, token);
    await runSignOutTasks();
    await this.#oauth?.manager.removeUser();
    this.#oauth = undefined;
    this.#stopDemo();
    this.memory.clear();
    if (logoutUrl) {
      this.memory.noteSignOut();
      this.#options.leaveTo(logoutUrl);
    } else {
      this.#set({ ...SIGNED_OUT, notice: { kind: 'signed-out' } });
    }
  };

  /** True while it is open whether what this tab holds belongs to the person who signed in. */
  needsIdentification(): boolean {
    const owner = this.memory.readOwner();
    return owner !== undefined && owner.sessionId !== this.#state.session?.id;
  }

  /**
   * Says who this session belongs to. When the tab still holds things of somebody else, whose session ended without a
   * sign-out, they are removed, and the answer is true.
   */
  async identify(person: string): Promise<boolean> {
    const { session } = this.#state;
    if (!session) return false;
    const owner = this.memory.readOwner();
    const changed = owner !== undefined && owner.person !== person;
    if (changed) {
      await runSignOutTasks();
      this.memory.clearLeftovers();
    }
    this.memory.writeOwner({ person, sessionId: session.id });
    return changed;
  }

  async #signInByPopup(
    connection: Connection,
    manager: UserManager,
    request: SigninPopupArgs,
  ): Promise<void> {
    const { explainFailure, signInByPopup } = await import('./oauth');
    try {
      await this.#take(connection, manager, await signInByPopup(manager, request));
    } catch (error) {
      if (error instanceof SignInFailure) throw error;
      const problem = await explainFailure(error, connection);
      throw new SignInFailure({ kind: 'answer', problem });
    }
  }

  async #complete(url = this.redirectUri()): Promise<CallbackOutcome> {
    const pending = readPendingSignIn(url, this.#options.storage);
    if (!pending) return { ok: false, problem: explainStray(url) };
    const { connection, returnTo } = pending;
    const { explainFailure } = await import('./oauth');
    try {
      const manager = await this.#createManager(connection);
      await this.#take(connection, manager, await manager.signinRedirectCallback(url));
      return { ok: true, returnTo, tokenWasInAddress: connection.grant === 'implicit' };
    } catch (error) {
      return { ok: false, problem: await explainFailure(error, connection) };
    }
  }

  /** Begins the session of whom the service has signed in. */
  async #take(connection: Connection, manager: UserManager, user: User): Promise<void> {
    if (!user.access_token || user.token_type.toLowerCase() !== 'bearer') {
      await manager.removeUser();
      const { MissingTokenError } = await import('./oauth');
      throw new MissingTokenError();
    }
    // The former session's entry may lie under the same key, so it goes first and the new one is stored again.
    await this.#oauth?.manager.removeUser();
    // Nothing here would use it, and it outlives the session.
    delete user.refresh_token;
    await manager.storeUser(user);

    const id = newId();
    this.memory.writeSession({ kind: 'oauth', id, connection });
    this.#stopDemo();
    this.#beginOAuth(id, { connection, manager, user });
  }

  #beginOAuth(id: string, parts: OAuthParts): void {
    this.#oauth = { ...parts, endsAt: performance.now() + (parts.user.expires_in ?? 0) * 1000 };
    const { events } = parts.manager;
    events.addAccessTokenExpiring(() => this.#set({ ...this.#state, expiry: 'soon' }));
    events.addAccessTokenExpired(this.checkExpiry);
    this.#signedIn(oauthSession(id, parts.connection, parts.user.expires_at));
  }

  /**
   * The time of day has passed the end of the token, and a clock that nobody sets has not: the former was set forward, or
   * the computer slept. The token is used on; the service refuses it if it has ended.
   */
  #followClock({ manager, user }: OAuthParts, leftMs: number): void {
    user.expires_in = Math.ceil(leftMs / 1000);
    void manager.storeUser(user);
    void manager.events.load(user, false);
    const { session } = this.#state;
    const expiresAt = Date.now() + leftMs;
    this.#set({ ...this.#state, expiry: 'none', session: session && { ...session, expiresAt } });
  }

  async #beginDemo(id: string): Promise<boolean> {
    const session = demoSession(id);
    try {
      this.#demo ??= await this.#options.startDemoService(session.apiUrl);
    } catch (error) {
      this.memory.forgetSession();
      const reason = error instanceof Error ? error.message : String(error);
      this.#set({ ...SIGNED_OUT, notice: { kind: 'demo-failed', reason } });
      return false;
    }
    this.memory.writeSession({ kind: 'demo', id });
    this.#signedIn(session);
    return true;
  }

  #signedIn(session: Session): void {
    this.#life.begin(session.id);
    this.#set({ status: 'signed-in', session, expiry: 'none', notice: undefined });
  }

  /** The page stays as it is; the token is good for nothing any more and is not kept. */
  #expire(): void {
    if (this.#state.status !== 'signed-in') return;
    this.#set({ ...this.#state, status: 'expired', expiry: 'over' });
    this.#life.end();
    void this.#oauth?.manager.removeUser();
  }

  #stopDemo(): void {
    this.#demo?.stop();
    this.#demo = undefined;
  }

  async #createManager(connection: Connection): Promise<UserManager> {
    const { createUserManager } = await import('./oauth');
    return createUserManager(connection, this.#options.appUrl, this.#options.storage);
  }

  #logoutUrl(connection: Connection): string {
    const url = new URL(endpointsOf(connection).logout);
    url.searchParams.set('client_id', connection.clientId);
    url.searchParams.set('redirect_uri', `${this.#options.appUrl}login`);
    return url.href;
  }

  #set(state: AuthState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Best effort: what the service does not answer, or cannot be loaded any more, keeps nobody signed in. */
async function revokeToken(apiUrl: string, token: string): Promise<void> {
  try {
    const { revoke } = await import('./revoke');
    await revoke(apiUrl, token);
  } catch {
    // The token ends by itself in time, and nobody has it any more.
  }
}
