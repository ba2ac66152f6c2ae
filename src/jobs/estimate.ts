import { PACE_MS, type RateReading } from '@/api/rateGauge';
import { WINDOW_MS } from '@/api/sentLog';
import type { Progress } from './ProgressLog';

/** What an estimate is drawn from. */
export interface EstimateFacts {
  /** Requests that are still needed. */
  readonly requestsLeft: number;
  /** What was done in the last minute, or since the beginning where that is less long ago. */
  readonly recent: Progress;
  readonly rate: Pick<RateReading, 'bulkPace' | 'used' | 'passed' | 'isLimiting'>;
  /** How long the rate limit still holds requests back. */
  readonly heldForMs: number;
}

/** What was done in less time says nothing of who shares the limit with whom. */
const TELLING_MS = 50_000;
const LEAST_MS = 1_000;

/**
 * How long a job or a reading may still take. Where the rate limit holds it back, that many requests a minute will go
 * on, of which it keeps the share that it has; else it goes on as fast as in the last minute, until the limit is
 * reached. Undefined as long as nothing is known to judge by.
 */
export function timeLeftMs({
  requestsLeft,
  recent,
  rate,
  heldForMs,
}: EstimateFacts): number | undefined {
  if (recent.requests === 0 || recent.ms === 0) return undefined;
  const share = recent.ms < TELLING_MS ? 1 : shareOf(recent.requests, rate.passed);
  const msARequest = WINDOW_MS / (rate.bulkPace * share);
  const held = heldForMs > PACE_MS ? heldForMs : 0;
  if (rate.isLimiting || held > 0) {
    // The last of them need not wait for the end of their step.
    return Math.max(LEAST_MS, held + requestsLeft * msARequest - PACE_MS / 2);
  }
  const room = Math.max(0, rate.bulkPace - rate.used);
  return Math.max((recent.ms / recent.requests) * requestsLeft, (requestsLeft - room) * msARequest);
}

/** The part of all that was sent. The two are not counted at quite the same moments: a small difference is nobody else's. */
function shareOf(requests: number, all: number): number {
  if (all - requests <= Math.max(10, all / 10)) return 1;
  return Math.max(0.05, requests / all);
}
