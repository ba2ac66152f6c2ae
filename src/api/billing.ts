import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from './ApiProvider';
import { type Api, required, requiredList } from './client';
import { isRecord } from './errors';
import type { BillingUsage } from './schema';

/** A month that is over is not billed anew from minute to minute. */
const REPORT_STALE_MS = 10 * 60_000;

export interface BillingPeriod {
  /** ISO 8601. */
  startDate: string;
  endDate: string;
}

/** What the console needs of the report. The parts of a usage are as the service sent them, whatever that is. */
export interface BillableUsage {
  /** The service's word on whether the report is made. Anything but `Complete` is not known to be all of it. */
  readonly status: string | undefined;
  readonly usages: readonly Partial<BillingUsage>[];
}

const PREPARING = 'InProgress';
const COMPLETE = 'Complete';

export const isPreparing = ({ status }: BillableUsage): boolean => status === PREPARING;
export const isComplete = ({ status }: BillableUsage): boolean => status === COMPLETE;

/** GET /billing/reports/billableusage: what the service bills for a period. */
export function billableUsageQuery(api: Api, { startDate, endDate }: BillingPeriod) {
  return queryOptions({
    queryKey: ['billing', 'billableusage', startDate, endDate],
    queryFn: ({ signal }) => readBillableUsage(api, { startDate, endDate }, signal),
    staleTime: ({ state: { data } }) => (data && isComplete(data) ? REPORT_STALE_MS : 0),
  });
}

async function readBillableUsage(
  api: Api,
  period: BillingPeriod,
  signal: AbortSignal,
): Promise<BillableUsage> {
  const answer = await required(
    api.http.GET('/api/v2/billing/reports/billableusage', { params: { query: period }, signal }),
  );
  const status = typeof answer.status === 'string' ? answer.status : undefined;
  // A report that is not made yet may come without its usages.
  const usages = status === PREPARING ? (answer.usages ?? []) : answer.usages;
  const list = await requiredList(Promise.resolve({ data: usages }));
  return { status, usages: list.filter(isRecord) };
}

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;
const PATIENCE_MS = 5 * 60_000;

/** How long to wait before asking once more for a report that is not made yet; false where it was asked for long enough. */
function pauseAfter(askedForMs: number): number | false {
  if (askedForMs >= PATIENCE_MS) return false;
  return Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, askedForMs / 2));
}

/**
 * The report of a period. While the service prepares it, it is asked for again, ever less often and not for ever. Leaving
 * the page ends that.
 */
export function useBillableUsage(period: BillingPeriod) {
  const [askedSince, setAskedSince] = useState(Date.now);
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...billableUsageQuery(useApi(), period),
    // It does not depend on the time of now: another value at each drawing would begin the pause anew.
    refetchInterval: ({ state: { data: last, error: failed, dataUpdatedAt: at } }) =>
      last && !failed && isPreparing(last) ? pauseAfter(at - askedSince) : false,
  });
  return {
    report: data,
    error,
    askedSince,
    answeredAt: dataUpdatedAt,
    /** Whether it is left at that, although the service has not made the report. */
    hasGivenUp: pauseAfter(dataUpdatedAt - askedSince) === false,
    askAgain: () => {
      setAskedSince(Date.now());
      void refetch();
    },
  };
}
