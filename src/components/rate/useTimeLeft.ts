import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import { timeLeftMs } from '@/jobs/estimate';
import { type Progress, ProgressLog } from '@/jobs/ProgressLog';
import { useRateLimit } from './useRateLimit';

interface Work {
  /** False while it is paused or over. */
  readonly isRunning: boolean;
  readonly requests: number;
  readonly settled: number;
  readonly requestsLeft: (recent: Progress) => number | undefined;
}

/** How long a job or a reading may still take, from how it has gone since this is shown, and from the rate limit. */
export function useTimeLeft({
  isRunning,
  requests,
  settled,
  requestsLeft,
}: Work): number | undefined {
  const { rate } = useApi();
  const rateLimit = useRateLimit();
  const [log] = useState(() => new ProgressLog());
  useEffect(() => {
    if (isRunning) log.add({ at: rate.now(), requests, settled });
    else log.clear();
  }, [isRunning, log, rate, requests, settled]);
  if (!isRunning) return undefined;
  const recent = log.recent(rate.now());
  const left = requestsLeft(recent);
  if (left === undefined) return undefined;
  return timeLeftMs({
    requestsLeft: left,
    recent,
    rate: rateLimit,
    heldForMs: rateLimit.heldForMs,
  });
}
