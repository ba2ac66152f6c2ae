/** Where one caller stands in the present window. */
export interface RateStanding {
  count: number;
  allowed: number;
  resetSeconds: number;
  exceeded: boolean;
}

/** Counts requests in fixed windows, one for each token. */
export class RateLimit {
  readonly #limit: { allowed: number; windowSeconds: number } | null;
  readonly #now: () => number;
  readonly #windows = new Map<string, { count: number; until: number }>();

  constructor(limit: { allowed: number; windowSeconds: number } | null, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts a request. A refused one does not count. */
  take(caller: string): RateStanding | undefined {
    if (this.#limit === null) return undefined;
    const { allowed, windowSeconds } = this.#limit;
    const now = this.#now();
    let window = this.#windows.get(caller);
    if (window === undefined || now >= window.until) {
      window = { count: 0, until: now + windowSeconds * 1000 };
      this.#windows.set(caller, window);
    }
    const exceeded = window.count >= allowed;
    if (!exceeded) window.count += 1;
    const resetSeconds = Math.max(1, Math.ceil((window.until - now) / 1000));
    return { count: window.count, allowed, resetSeconds, exceeded };
  }

  clear(): void {
    this.#windows.clear();
  }
}

export function rateHeaders(standing: RateStanding | undefined): Record<string, string> {
  if (standing === undefined) return {};
  return {
    'inin-ratelimit-count': String(standing.count),
    'inin-ratelimit-allowed': String(standing.allowed),
    'inin-ratelimit-reset': String(standing.resetSeconds),
  };
}
