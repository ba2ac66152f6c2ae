/** How long a request counts from its answer on: a minute, and a second in which clocks and windows may differ. */
export const WINDOW_MS = 61_000;

export interface SentRequest {
  /** What it is a part of; undefined where somebody waits for its answer alone. */
  readonly work: string | undefined;
  readonly sentAt: number;
  /** By when the service has counted it for certain; undefined while it is under way. */
  endedAt: number | undefined;
  outcome: 'underWay' | 'passed' | 'refused';
}

/** The requests of this tab that still count. */
export class SentLog {
  #requests: SentRequest[] = [];

  /** All that count now. */
  at(now: number): readonly SentRequest[] {
    this.#requests = this.#requests.filter(
      ({ endedAt }) => endedAt === undefined || endedAt + WINDOW_MS > now,
    );
    return this.#requests;
  }

  get underWay(): number {
    return this.#requests.filter(({ outcome }) => outcome === 'underWay').length;
  }

  add(now: number, work: string | undefined): SentRequest {
    const request: SentRequest = { work, sentAt: now, endedAt: undefined, outcome: 'underWay' };
    this.#requests.push(request);
    return request;
  }

  end(request: SentRequest, now: number, outcome: 'passed' | 'refused'): void {
    request.endedAt = now;
    request.outcome = outcome;
  }

  /** How many of those that count went through after a moment. */
  passedSince(moment: number): number {
    return this.#requests.filter(
      ({ outcome, endedAt }) => outcome === 'passed' && endedAt !== undefined && endedAt > moment,
    ).length;
  }
}

/** When it will count no more. One that is under way counts a whole window from now on. */
export function expiryOf({ endedAt }: SentRequest, now: number): number {
  return (endedAt ?? now) + WINDOW_MS;
}
