import { t } from '@lingui/core/macro';
import { formatNumber } from '@/i18n/formats';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

/** How many users hold a license, and how sure that is: a count of a part of the organization is only a lower bound. */
export interface HolderCount {
  readonly count: number;
  readonly certainty: 'exact' | 'atLeast';
  /** Whether more is still being read. */
  readonly isLoading: boolean;
}

/** Whether every assignment of the organization is in the index. */
export function assignmentsComplete({ loadedAt, gaps }: OrganizationSnapshot): boolean {
  return loadedAt !== undefined && gaps.every((gap) => gap.part !== 'assignments');
}

/** Whether every user of the organization is in the index. */
export function peopleComplete({ loadedAt, gaps }: OrganizationSnapshot): boolean {
  return loadedAt !== undefined && gaps.every((gap) => gap.part !== 'people');
}

export function holderCountOf(licenseId: string, snapshot: OrganizationSnapshot): HolderCount {
  return {
    count: snapshot.index.holders(licenseId).count,
    certainty: assignmentsComplete(snapshot) ? 'exact' : 'atLeast',
    isLoading: snapshot.status === 'loading' || snapshot.status === 'idle',
  };
}

/** A count as words; what is not known is never shown as a number. */
export function holderCountText({ count, certainty, isLoading }: HolderCount): string {
  if (certainty === 'exact') return formatNumber(count);
  if (count > 0) {
    const number = formatNumber(count);
    return t`at least ${number}`;
  }
  return isLoading ? '…' : t`unknown`;
}
