/** What the console knows of its rate limit at one moment. Times are milliseconds of the gauge's own clock. */
export interface RateReading {
  /** Requests that the service allows in one window; undefined until it has said so. */
  readonly allowed: number | undefined;
  /** Requests of this window that the service had counted when it last answered. */
  readonly used: number;
  /** When the window ends. */
  readonly resetsAt: number;
  /** Set while requests are held back: when the next one may go. */
  readonly heldUntil: number | undefined;
}

export interface Clock {
  now: () => number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep: (ms: number, signal?: AbortSignal | null) => Promise<void>;
}

/** The time of day, which may be wrong, and may be set while the console runs. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      function onAbort() {
        clearTimeout(timer);
        reject(signal?.reason);
      }
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** For waits and lengths of time: it only ever goes forward, whatever happens to the time of day. */
export const steadyClock: Clock = {
  ...systemClock,
  now: () => performance.timeOrigin + performance.now(),
};

/** Requests of a window that are left to other programs and people using the same token. */
const RESERVE = 3;
/** How soon to look again when what is under way alone would fill a window. */
const LOOK_AGAIN_MS = 200;

/**
 * Keeps the console under the service's limit (300 requests a minute for one token) by the `inin-ratelimit-*` headers of
 * the answers, rather than by running into 429. Requests under way count as used until their answer says more.
 */
export class RateGauge {
  #reading: RateReading = { allowed: undefined, used: 0, resetsAt: 0, heldUntil: undefined };
  #inTurn = 0;
  #underWay = 0;
  #refusedUntil = 0;
  readonly #listeners = new Set<() => void>();
  readonly #clock: Clock;

  constructor(clock: Clock = steadyClock) {
    this.#clock = clock;
  }

  /** The time that `reading` is told in. */
  now(): number {
    return this.#clock.now();
  }

  /** A stable snapshot: a new object only when something changed. */
  get reading(): RateReading {
    return this.#reading;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits until the window has room, then takes a place in it. Every turn must be followed by `answered` or `lost`. */
  async turn(signal?: AbortSignal | null): Promise<void> {
    this.#inTurn += 1;
    try {
      for (let wait = this.#waitNeeded(); wait > 0; wait = this.#waitNeeded()) {
        this.#hold(this.#clock.now() + wait);
        await this.#clock.sleep(wait, signal);
      }
    } finally {
      this.#inTurn -= 1;
      if (this.#inTurn === 0) this.#hold(undefined);
    }
    this.#underWay += 1;
  }

  answered(headers: Headers): void {
    this.#underWay = Math.max(0, this.#underWay - 1);
    const allowed = headerNumber(headers, 'inin-ratelimit-allowed');
    const used = headerNumber(headers, 'inin-ratelimit-count');
    const reset = headerNumber(headers, 'inin-ratelimit-reset');
    if (allowed === undefined || used === undefined || reset === undefined) return;
    const resetsAt = this.#clock.now() + reset * 1000;
    // Answers overtake each other: within one window the count only grows.
    const sameWindow = Math.abs(resetsAt - this.#reading.resetsAt) < 2000;
    this.#set({
      ...this.#reading,
      allowed,
      used: sameWindow ? Math.max(used, this.#reading.used) : used,
      resetsAt,
    });
  }

  /** The request ended without an answer; the service may have counted it. */
  lost(): void {
    this.#underWay = Math.max(0, this.#underWay - 1);
    this.#set({ ...this.#reading, used: this.#reading.used + 1 });
  }

  /** The service refused for a limit: nothing goes before the wait is over, whatever the window says. */
  refused(waitMs: number): void {
    this.#refusedUntil = Math.max(this.#refusedUntil, this.#clock.now() + waitMs);
  }

  #waitNeeded(): number {
    const { allowed, used, resetsAt } = this.#reading;
    const now = this.#clock.now();
    if (this.#refusedUntil > now) return this.#refusedUntil - now;
    const remaining = resetsAt - now;
    if (remaining <= 0) {
      if (used > 0) this.#set({ ...this.#reading, used: 0 });
      // Nothing is known of the new window before its first answer: no more may set out than one window takes.
      const hasRoom = allowed === undefined || this.#underWay + RESERVE < allowed;
      return hasRoom ? 0 : LOOK_AGAIN_MS;
    }
    if (allowed === undefined) return 0;
    return used + this.#underWay + RESERVE < allowed ? 0 : remaining;
  }

  #hold(until: number | undefined): void {
    if (this.#reading.heldUntil !== until) this.#set({ ...this.#reading, heldUntil: until });
  }

  #set(reading: RateReading): void {
    this.#reading = reading;
    for (const listener of this.#listeners) listener();
  }
}

function headerNumber(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)?.trim();
  if (!value) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
