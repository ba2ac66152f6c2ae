import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '@/api/ApiProvider';

export interface RateLimit {
  /** Requests that the service allows in a minute; undefined where it has not said so. */
  readonly allowedAMinute: number | undefined;
  /** How long requests are still held back; undefined while they are not. */
  readonly heldForSeconds: number | undefined;
}

/** What the rate limit does to the requests of this session, as it changes and as time passes. */
export function useRateLimit(): RateLimit {
  const { rate } = useApi();
  const { allowed, heldUntil } = useSyncExternalStore(
    (listener) => rate.subscribe(listener),
    () => rate.reading,
  );
  const [now, setNow] = useState(() => rate.now());
  useEffect(() => {
    if (heldUntil === undefined) return undefined;
    const timer = setInterval(() => setNow(rate.now()), 500);
    return () => clearInterval(timer);
  }, [heldUntil, rate]);
  return {
    allowedAMinute: allowed,
    heldForSeconds:
      heldUntil === undefined ? undefined : Math.max(0, Math.ceil((heldUntil - now) / 1000)),
  };
}
