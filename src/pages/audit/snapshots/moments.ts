import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { SnapshotInfo } from '@/model/snapshot';
import type { PackedHoldings } from '@/model/snapshotBytes';
import { useOrganization } from '@/organization/OrganizationProvider';
import { snapshotQuery } from '@/snapshots/useSnapshots';
import { differenceInWorker, packInWorker } from '@/workers/audit';

/** Stands in the address for what is so now; snapshots stand there by their id. */
export const NOW = 'now';

export interface KnownMoment {
  readonly kind: 'known';
  /** The same for the same holdings. */
  readonly key: string;
  readonly name: string;
  readonly takenAt: number;
  readonly holdings: PackedHoldings;
}

/** What was held at a moment, or why that cannot be told. */
export type Moment =
  | KnownMoment
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown'; readonly why: string };

/** The organization as it was read. */
export interface Present {
  readonly index: OrganizationIndex;
  readonly takenAt: number;
}

/** Undefined as long as not all of the organization was read: half of it would pass for losses. */
export function usePresent(): Present | undefined {
  const organization = useOrganization();
  const { index, loadedAt } = organization;
  const isWhole = assignmentsComplete(organization) && peopleComplete(organization);
  return useMemo(
    () => (isWhole && loadedAt !== undefined ? { index, takenAt: loadedAt } : undefined),
    [index, loadedAt, isWhole],
  );
}

/** Some megabytes: not to be kept longer than they are looked at. */
const LARGE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 60_000,
  structuralSharing: false,
} as const;

export function useMoment(
  id: string,
  owner: string | undefined,
  snapshots: readonly SnapshotInfo[] | undefined,
): Moment {
  const { t } = useLingui();
  const { status, version } = useOrganization();
  const present = usePresent();
  const isNow = id === NOW;
  // The index changes in place: the version says when it did.
  const nowKey = `${NOW} ${present?.takenAt} ${version}`;
  const now = useQuery({
    queryKey: ['audit', 'now', nowKey],
    queryFn: () => (present ? packInWorker(present.index) : null),
    enabled: isNow && present !== undefined,
    ...LARGE,
  });
  const content = useQuery(snapshotQuery(owner, isNow ? undefined : id));
  const info = snapshots?.find((snapshot) => snapshot.id === id);
  return useMemo((): Moment => {
    if (isNow) {
      if (now.isError) return { kind: 'unknown', why: now.error.message };
      if (present && now.data) {
        const { takenAt } = present;
        return { kind: 'known', key: nowKey, name: t`Now`, takenAt, holdings: now.data };
      }
      return present || status === 'loading' || status === 'idle'
        ? { kind: 'loading' }
        : { kind: 'unknown', why: t`The organization is not completely read.` };
    }
    if (content.isError) return { kind: 'unknown', why: t`The snapshot could not be read.` };
    if (content.data === null || (snapshots && !info)) {
      return { kind: 'unknown', why: t`There is no such snapshot in this browser.` };
    }
    if (!content.data || !info) return { kind: 'loading' };
    const { name, takenAt } = info;
    return { kind: 'known', key: id, name, takenAt, holdings: content.data };
  }, [
    id,
    isNow,
    nowKey,
    present,
    now.isError,
    now.error,
    now.data,
    status,
    content.isError,
    content.data,
    snapshots,
    info,
    t,
  ]);
}

/** What differs from one moment to another, as soon as both are known. */
export function useDifference(before: Moment, after: Moment) {
  const areKnown = before.kind === 'known' && after.kind === 'known';
  return useQuery({
    queryKey: ['audit', 'difference', ...(areKnown ? [before.key, after.key] : [])],
    queryFn: () => (areKnown ? differenceInWorker(before.holdings, after.holdings) : null),
    enabled: areKnown,
    ...LARGE,
  });
}
