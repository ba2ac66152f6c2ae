import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { type Holdings, holdingsOf, type SnapshotInfo } from '@/model/snapshot';
import { useOrganization } from '@/organization/OrganizationProvider';
import { snapshotQuery } from '@/snapshots/useSnapshots';

/** Stands in the address for what is so now; snapshots stand there by their id. */
export const NOW = 'now';

/** What was held at a moment, or why that cannot be told. */
export type Moment =
  | {
      readonly kind: 'known';
      readonly name: string;
      readonly takenAt: number;
      readonly holdings: Holdings;
    }
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Undefined as long as not all of the organization was read: half of it would pass for losses. */
export function useHoldingsNow(): { holdings: Holdings; takenAt: number } | undefined {
  const organization = useOrganization();
  const { index, version, loadedAt } = organization;
  const isWhole = assignmentsComplete(organization) && peopleComplete(organization);
  return useMemo(() => {
    // The index changes in place: the version says when it did.
    if (!isWhole || loadedAt === undefined || version < 0) return undefined;
    return { holdings: cachedHoldings(index), takenAt: loadedAt };
  }, [index, version, loadedAt, isWhole]);
}

export function useMoment(
  id: string,
  owner: string | undefined,
  snapshots: readonly SnapshotInfo[] | undefined,
): Moment {
  const { status } = useOrganization();
  const now = useHoldingsNow();
  const isNow = id === NOW;
  const content = useQuery(snapshotQuery(owner, isNow ? undefined : id));
  const info = snapshots?.find((snapshot) => snapshot.id === id);
  return useMemo((): Moment => {
    if (isNow) {
      if (now) return { kind: 'known', name: 'Now', ...now };
      return status === 'loading' || status === 'idle'
        ? { kind: 'loading' }
        : { kind: 'unknown', why: 'The organization is not completely read.' };
    }
    if (content.isError) return { kind: 'unknown', why: 'The snapshot could not be read.' };
    if (content.data === null || (snapshots && !info)) {
      return { kind: 'unknown', why: 'There is no such snapshot in this browser.' };
    }
    if (!content.data || !info) return { kind: 'loading' };
    const { name, takenAt } = info;
    return { kind: 'known', name, takenAt, holdings: content.data };
  }, [isNow, now, status, content.isError, content.data, snapshots, info]);
}

const holdingsOfIndex = new WeakMap<OrganizationIndex, { version: number; holdings: Holdings }>();

/** Several parts of the page ask for the same: it is worked out once a version. */
function cachedHoldings(index: OrganizationIndex): Holdings {
  const known = holdingsOfIndex.get(index);
  if (known?.version === index.version) return known.holdings;
  const holdings = holdingsOf(index);
  holdingsOfIndex.set(index, { version: index.version, holdings });
  return holdings;
}
