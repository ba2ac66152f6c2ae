import { queryOptions, useQuery } from '@tanstack/react-query';
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
  /** The service's word on whether the report is made. */
  readonly status: string | undefined;
  readonly usages: readonly Partial<BillingUsage>[];
}

/** GET /billing/reports/billableusage: what the service bills for a period. */
export function billableUsageQuery(api: Api, { startDate, endDate }: BillingPeriod) {
  return queryOptions({
    queryKey: ['billing', 'billableusage', startDate, endDate],
    queryFn: ({ signal }) => readBillableUsage(api, { startDate, endDate }, signal),
    staleTime: REPORT_STALE_MS,
  });
}

async function readBillableUsage(
  api: Api,
  period: BillingPeriod,
  signal: AbortSignal,
): Promise<BillableUsage> {
  const { status, usages } = await required(
    api.http.GET('/api/v2/billing/reports/billableusage', { params: { query: period }, signal }),
  );
  const list = await requiredList(Promise.resolve({ data: usages }));
  return { status: typeof status === 'string' ? status : undefined, usages: list.filter(isRecord) };
}

export const useBillableUsage = (period: BillingPeriod) =>
  useQuery(billableUsageQuery(useApi(), period));
