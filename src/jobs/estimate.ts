import type { RateGauge } from '@/api/rateGauge';
import { WINDOW_MS } from '@/api/sentLog';
import { type Work, windowsToEnd } from '@/api/shares';
import { PACE_MS } from '@/api/traffic';
import type { Progress, ProgressLog } from './ProgressLog';

/** What an estimate is drawn from. */
export interface EstimateFacts {
  /** Requests that are still needed. */
  readonly requestsLeft: number;
  /** What was done in the last seconds. */
  readonly latest: Progress;
  /** Requests that all works may send while the rate limit counts one, and how many count now. */
  readonly pace: number;
  readonly used: number;
  /** This work, and those that it shares the pace with. */
  readonly works: readonly [Work, ...Work[]];
  /** Whether the rate limit has held this work back in the last seconds. */
  readonly isHeld: boolean;
  /** How long the rate limit still holds requests back. */
  readonly heldForMs: number;
}

const LEAST_MS = 1_000;

/**
 * How long a job or a reading may still take. Where the rate limit holds it back, all works share what that allows, and
 * those that end earlier leave their part to the others. Else it goes on as fast as in the last seconds, until the limit
 * is reached. Undefined as long as nothing is known to judge by.
 */
export function timeLeftMs(facts: EstimateFacts): number | undefined {
  const { requestsLeft, latest, pace, used, isHeld, heldForMs } = facts;
  const [own, ...others] = facts.works;
  const shared = (left: number) => windowsToEnd(pace, [{ ...own, left }, ...others]) * WINDOW_MS;
  // Where it is sent in steps, the last requests need not wait for the end of theirs.
  const isInSteps = own.demand > pace / facts.works.length;
  const earlier = isInSteps ? PACE_MS / 2 : 0;
  // A short wait is part of sending in steps.
  const held = heldForMs > 2 * PACE_MS ? heldForMs : 0;
  if (isHeld || held > 0) {
    return Math.max(LEAST_MS, held + shared(requestsLeft) - earlier);
  }
  if (latest.requests === 0 || latest.ms === 0) return undefined;
  const room = Math.max(0, pace - used) / facts.works.length;
  return Math.max(
    (latest.ms / latest.requests) * requestsLeft,
    shared(Math.max(0, requestsLeft - room)),
  );
}

/** The time left of a work of this tab, as of now. */
export function timeLeftOf(
  rate: RateGauge,
  { name, log, requestsLeft }: { name: string; log: ProgressLog; requestsLeft: number },
): number | undefined {
  const now = rate.now();
  const { bulkPace, used, heldUntil } = rate.read();
  return timeLeftMs({
    requestsLeft,
    latest: log.latest(now),
    pace: bulkPace,
    used,
    works: rate.worksFrom(name),
    isHeld: rate.isHeld(name),
    heldForMs: heldUntil === undefined ? 0 : Math.max(0, heldUntil - now),
  });
}
