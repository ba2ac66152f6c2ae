import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Pictures } from '@/model/pictures';
import { useOrganization } from '@/organization/OrganizationProvider';
import { picturesInWorker } from '@/workers/audit';
import { usePresent } from '../snapshots/moments';
import { type LicenseHolders, licenseHolders } from './holders';
import { type TrendMoment, useTrend } from './useTrend';

/** What charts and their tables show. */
export interface ChartData {
  readonly takenAt: number;
  readonly licenses: readonly LicenseHolders[];
  readonly licenseIds: readonly string[];
  /** How many users there are whose assignments were read. */
  readonly users: number;
  readonly pictures: Pictures;
  /** Undefined as long as snapshots are being read. */
  readonly trend: readonly TrendMoment[] | undefined;
}

/** Undefined as long as not all of the organization was read, or a worker is at work. */
export function useChartData(owner: string | undefined): {
  data: ChartData | undefined;
  /** Whether more is still to come of an organization that was read. */
  isPending: boolean;
  error: Error | null;
} {
  const { index, version } = useOrganization();
  const present = usePresent();
  const takenAt = present?.takenAt ?? 0;
  const pictures = useQuery({
    queryKey: ['audit', 'pictures', takenAt, version],
    queryFn: () => picturesInWorker(index),
    enabled: present !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    structuralSharing: false,
  });
  // The index changes in place: the version says when it did.
  const licenses = useMemo(
    () => (present && version >= 0 ? licenseHolders(present.index) : []),
    [present, version],
  );
  const trend = useTrend(owner, { takenAt, licenses });
  const data = useMemo((): ChartData | undefined => {
    if (!present || !pictures.data) return undefined;
    return {
      takenAt,
      licenses,
      licenseIds: licenses.map(({ licenseId }) => licenseId),
      users: present.index.assignmentsRead.count,
      pictures: pictures.data,
      trend,
    };
  }, [present, pictures.data, takenAt, licenses, trend]);
  const isPending = present !== undefined && !pictures.isError && data?.trend === undefined;
  return { data, isPending, error: pictures.error };
}
