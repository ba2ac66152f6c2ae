import { useSyncExternalStore } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { RateReading } from '@/api/rateGauge';

interface RateLimit extends RateReading {
  /** How long requests are still held back; 0 while they are not. */
  readonly heldForMs: number;
}

/** What the rate limit does to the requests of this session, as it changes and as time passes. */
export function useRateLimit(): RateLimit {
  const { rate } = useApi();
  const reading = useSyncExternalStore(
    (listener) => rate.subscribe(listener),
    () => rate.reading,
  );
  const { heldUntil } = reading;
  const now = useSyncExternalStore(everyHalfSecond, () =>
    heldUntil === undefined ? 0 : Math.floor(rate.now() / TICK_MS) * TICK_MS,
  );
  return { ...reading, heldForMs: heldUntil === undefined ? 0 : Math.max(0, heldUntil - now) };
}

const TICK_MS = 500;

function everyHalfSecond(tick: () => void): () => void {
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
