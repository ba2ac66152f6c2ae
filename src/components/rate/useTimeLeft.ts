import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { WorkName } from '@/api/client';
import { timeLeftOf } from '@/jobs/estimate';
import { type Progress, ProgressLog } from '@/jobs/ProgressLog';
import { useRateLimit } from './useRateLimit';

interface Work {
  readonly name: WorkName;
  /** False while it is paused or over. */
  readonly isRunning: boolean;
  readonly requests: number;
  readonly settled: number;
  readonly requestsLeft: (recent: Progress) => number | undefined;
}

/** How long a job or a reading may still take, from how it has gone since this is shown, and from the rate limit. */
export function useTimeLeft(work: Work): number | undefined {
  const { name, isRunning, requests, settled } = work;
  const { rate } = useApi();
  // Drawn anew as a wait goes on.
  useRateLimit();
  const [log] = useState(() => new ProgressLog());
  const requestsLeft = isRunning ? work.requestsLeft(log.recent(rate.now())) : undefined;
  useEffect(() => {
    if (isRunning) log.add({ at: rate.now(), requests, settled });
    else log.clear();
    rate.expect(name, requestsLeft);
  }, [isRunning, log, name, rate, requests, requestsLeft, settled]);
  return requestsLeft === undefined ? undefined : timeLeftOf(rate, { name, log, requestsLeft });
}
