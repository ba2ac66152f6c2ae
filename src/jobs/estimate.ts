/** What an estimate is drawn from. */
export interface EstimateFacts {
  readonly settled: number;
  readonly pairCount: number;
  readonly activeMs: number;
  readonly requests: number;
  /** Requests that the service allows in a minute; undefined where it does not say. */
  readonly allowedAMinute: number | undefined;
  /** How long the rate limit still holds requests back. */
  readonly heldForMs: number;
}

/**
 * How long a job may still take: as long as its pace so far says, but never less than the rate limit lets the requests
 * take that are still needed. Undefined as long as nothing is known to judge by.
 */
export function timeLeftMs(facts: EstimateFacts): number | undefined {
  const { settled, pairCount, activeMs, requests, allowedAMinute, heldForMs } = facts;
  if (settled === 0 || activeMs === 0) return undefined;
  const left = pairCount - settled;
  const byPace = (activeMs / settled) * left;
  if (allowedAMinute === undefined) return byPace;
  const requestsLeft = (requests / settled) * left;
  // What fits in one window goes through without waiting for the next.
  const windowsToWaitFor = Math.max(0, Math.ceil(requestsLeft / allowedAMinute) - 1);
  return Math.max(byPace, heldForMs + windowsToWaitFor * 60_000);
}
