import type { OrganizationIndex } from '@/model/organizationIndex';

export interface LicenseHolders {
  readonly licenseId: string;
  readonly holders: number;
}

/** The licenses that somebody holds, those of many first. */
export function licenseHolders(
  index: Pick<OrganizationIndex, 'licenseIds' | 'holders'>,
): LicenseHolders[] {
  return index.licenseIds
    .map((licenseId) => ({ licenseId, holders: index.holders(licenseId).count }))
    .filter(({ holders }) => holders > 0)
    .sort((a, b) => b.holders - a.holders || a.licenseId.localeCompare(b.licenseId));
}
