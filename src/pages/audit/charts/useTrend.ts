import { useLingui } from '@lingui/react/macro';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SnapshotInfo } from '@/model/snapshot';
import { snapshotStore, useSnapshots } from '@/snapshots/useSnapshots';
import { runInWorker } from '@/workers/runInWorker';
import type { LicenseHolders } from './holders';

/** How many held each license at a moment. */
export interface TrendMoment {
  readonly key: string;
  readonly name: string;
  readonly takenAt: number;
  readonly holders: ReadonlyMap<string, number>;
}

/** The newest ones: reading a snapshot of a large organization takes a moment. */
export const MOST_MOMENTS = 24;

/** The snapshots of this browser and what is so now, the oldest first; undefined as long as they are being read. */
export function useTrend(
  owner: string | undefined,
  now: { readonly takenAt: number; readonly licenses: readonly LicenseHolders[] },
): readonly TrendMoment[] | undefined {
  const { t } = useLingui();
  const { list } = useSnapshots(owner);
  const snapshots = useMemo(() => (list.data ?? []).slice(0, MOST_MOMENTS), [list.data]);
  const counted = useQueries({
    queries: snapshots.map((snapshot) => countsQuery(owner, snapshot)),
    combine: (results) => ({
      isPending: results.some(({ isPending }) => isPending),
      counts: results.map(({ data }) => data),
    }),
  });
  const { takenAt, licenses } = now;
  const nameOfNow = t`Now`;
  return useMemo(() => {
    if (list.isPending || counted.isPending) return undefined;
    const past = snapshots.flatMap(({ id, name, takenAt }, place): TrendMoment[] => {
      const holders = counted.counts[place];
      return holders ? [{ key: id, name, takenAt, holders }] : [];
    });
    const holders = new Map(licenses.map((license) => [license.licenseId, license.holders]));
    return [...past.toReversed(), { key: 'now', name: nameOfNow, takenAt, holders }];
  }, [list.isPending, counted, snapshots, takenAt, licenses, nameOfNow]);
}

/** Null where the snapshot is not there any more. */
function countsQuery(owner: string | undefined, { id }: SnapshotInfo) {
  return queryOptions({
    queryKey: ['snapshots', 'counts', owner, id],
    queryFn: async () => {
      const holdings = await snapshotStore().load(owner ?? '', id);
      return holdings ? await runInWorker('holderCounts', holdings) : null;
    },
    enabled: owner !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}
