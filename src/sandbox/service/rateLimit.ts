export interface RateLimitSettings {
  /** Requests in a window for one user and OAuth client. */
  allowed: number;
  windowSeconds: number;
  /** Requests in a window for one user with all their OAuth clients; ten times `allowed` unless told. */
  allowedForUser?: number;
}

/** Where a caller stands in the present window. */
export interface RateStanding {
  count: number;
  allowed: number;
  resetSeconds: number;
  exceeded: boolean;
}

/** Requests that somebody else makes in the name of the same user. */
export interface RateShare {
  requests: number;
  /** Makes them with this OAuth client too. Without it another one does, which only the user's own limit counts. */
  clientId?: string;
  /** In this window and every later one, until a share of 0. Default: only in this one. */
  everyWindow?: boolean;
}

interface Window {
  count: number;
  until: number;
}

/** Who is counted: everybody who has no good token counts as one. */
export type Caller = { clientId: string } | undefined;

const user = 'user';
const nobody = 'nobody';

/** Counts requests in fixed windows: one for each OAuth client of the user, and one for the user. */
export class RateLimit {
  readonly #limit: RateLimitSettings | null;
  readonly #now: () => number;
  readonly #windows = new Map<string, Window>();
  readonly #shares = new Map<string, number>();

  constructor(limit: RateLimitSettings | null, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts a request. A refused one does not count. */
  take(caller: Caller): RateStanding | undefined {
    if (this.#limit === null) return undefined;
    const { allowed } = this.#limit;
    const allowedForUser = this.#limit.allowedForUser ?? allowed * 10;
    if (caller === undefined) return this.#taken([[this.#window(nobody), allowed]]);
    return this.#taken([
      [this.#window(ofClient(caller.clientId)), allowed],
      [this.#window(user), allowedForUser],
    ]);
  }

  /** Counts what somebody else asks for. */
  share({ requests, clientId, everyWindow }: RateShare): void {
    const keys = clientId === undefined ? [user] : [ofClient(clientId), user];
    const who = clientId === undefined ? '' : ofClient(clientId);
    const windows = keys.map((key) => this.#window(key));
    const before = everyWindow === true ? (this.#shares.get(who) ?? 0) : 0;
    if (everyWindow === true) this.#shares.set(who, requests);
    for (const window of windows) window.count += requests - before;
  }

  clear(): void {
    this.#windows.clear();
    this.#shares.clear();
  }

  /** A request that breaks one of several limits is told of the one that has longest to go. */
  #taken(windows: readonly [window: Window, allowed: number][]): RateStanding {
    const now = this.#now();
    const standings = windows.map(([{ count, until }, allowed]) => ({
      count,
      allowed,
      resetSeconds: Math.max(1, Math.ceil((until - now) / 1000)),
      exceeded: count >= allowed,
    }));
    const exceeded = standings
      .filter((standing) => standing.exceeded)
      .sort((a, b) => b.resetSeconds - a.resetSeconds);
    const [longest] = exceeded;
    if (longest !== undefined) return longest;
    for (const [window] of windows) window.count += 1;
    const [own] = standings;
    if (own === undefined) throw new RangeError('A request counts in at least one window');
    return { ...own, count: own.count + 1 };
  }

  #window(key: string): Window {
    const known = this.#windows.get(key);
    const now = this.#now();
    if (known !== undefined && now < known.until) return known;
    const until = now + (this.#limit?.windowSeconds ?? 0) * 1000;
    const window = { count: this.#shareIn(key), until };
    this.#windows.set(key, window);
    return window;
  }

  #shareIn(key: string): number {
    if (key !== user) return this.#shares.get(key) ?? 0;
    return [...this.#shares.values()].reduce((total, share) => total + share, 0);
  }
}

function ofClient(clientId: string): string {
  return `client ${clientId}`;
}

/** The headers that the service had until 2021; it sends none today. */
export function rateHeaders(standing: RateStanding | undefined): Record<string, string> {
  if (standing === undefined) return {};
  return {
    'inin-ratelimit-count': String(standing.count),
    'inin-ratelimit-allowed': String(standing.allowed),
    'inin-ratelimit-reset': String(standing.resetSeconds),
  };
}
