import type { Clock } from '@/api/clock';

export interface LimitedOptions {
  readonly clock: Clock;
  /** Requests in a minute; 300 unless told. */
  readonly allowed?: number;
  /** Fixed windows begin at a moment that no client knows; a sliding one looks back from each request. */
  readonly window?:
    | { readonly kind: 'fixed'; readonly beginsAt: number }
    | { readonly kind: 'sliding' };
  /** Requests that another program makes in each minute with the same token: evenly, or all at the beginning. */
  readonly others?: { readonly aMinute: number; readonly evenly: boolean };
  /** What a refusal says of the wait: whatever a browser may read of it. */
  readonly says?: 'retryAfter' | 'message' | 'nothing';
  readonly latencyMs?: number;
  readonly answer: (request: Request) => Response | Promise<Response>;
}

const MINUTE_MS = 60_000;

/** A service with a rate limit that sends no header of what is used, as Genesys Cloud does today. */
export class LimitedService {
  readonly refusals: number[] = [];
  readonly taken: number[] = [];
  readonly #options: LimitedOptions;
  readonly #begun: number;
  #others = 0;
  #counted: number[] = [];

  constructor(options: LimitedOptions) {
    this.#options = options;
    this.#begun = options.clock.now();
  }

  readonly send = async (request: Request): Promise<Response> => {
    const { clock, latencyMs = 0, answer } = this.#options;
    if (latencyMs > 0) await clock.sleep(latencyMs / 2, request.signal);
    const waitMs = this.#take();
    const response = waitMs === undefined ? await answer(request) : this.#refusal(waitMs);
    if (latencyMs > 0) await clock.sleep(latencyMs / 2, request.signal);
    return response;
  };

  /** The most refusals that came within any of the service's windows. */
  get refusalsInAWindow(): number {
    const counts = new Map<number, number>();
    for (const at of this.refusals) {
      const window = Math.floor((at - this.#windowBegin(this.#begun)) / MINUTE_MS);
      counts.set(window, (counts.get(window) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  }

  /** Takes the request in, or gives how long to wait. */
  #take(): number | undefined {
    const now = this.#options.clock.now();
    this.#letOthersSend(now);
    if (!this.#isTaken(now)) {
      this.refusals.push(now);
      return this.#waitAt(now);
    }
    this.taken.push(now);
    return undefined;
  }

  #letOthersSend(now: number): void {
    const { others } = this.#options;
    if (!others) return;
    for (;;) {
      const minute = Math.floor(this.#others / others.aMinute);
      const within = others.evenly ? (this.#others % others.aMinute) / others.aMinute : 0;
      const at = this.#windowBegin(this.#begun) + (minute + within) * MINUTE_MS;
      if (at > now) return;
      this.#others += 1;
      this.#isTaken(at);
    }
  }

  #isTaken(now: number): boolean {
    const { allowed = 300 } = this.#options;
    const begin = this.#windowBegin(now);
    this.#counted = this.#counted.filter((at) => at >= begin);
    if (this.#counted.length >= allowed) return false;
    this.#counted.push(now);
    return true;
  }

  #windowBegin(now: number): number {
    const { window = { kind: 'fixed', beginsAt: 0 } } = this.#options;
    if (window.kind === 'sliding') return now - MINUTE_MS + 1;
    return now - ((((now - window.beginsAt) % MINUTE_MS) + MINUTE_MS) % MINUTE_MS);
  }

  #waitAt(now: number): number {
    const { window } = this.#options;
    const [first = now] = this.#counted;
    return (window?.kind === 'sliding' ? first : this.#windowBegin(now)) + MINUTE_MS - now;
  }

  #refusal(waitMs: number): Response {
    const { says = 'message' } = this.#options;
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const message = `Rate limit exceeded the maximum.${
      says === 'message' ? ` Retry the request in [${seconds}] seconds` : ''
    }`;
    return Response.json(
      { status: 429, code: 'too.many.requests.retry.after', message },
      {
        status: 429,
        headers: says === 'retryAfter' ? { 'Retry-After': String(seconds) } : {},
      },
    );
  }
}
