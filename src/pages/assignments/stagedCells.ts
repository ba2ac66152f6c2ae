import { Bitset } from '@/model/bitset';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { Action } from '@/model/plan';
import type { Staged } from '@/organization/StagedStore';

interface StagedRows {
  readonly add: Bitset;
  readonly remove: Bitset;
}

/** Changes that were marked and not yet reviewed, as sets of rows: marking thousands costs no more than a few bits each. */
export interface StagedCells {
  /** Rows of which anything is to change. */
  readonly rows: Bitset;
  readonly byLicense: ReadonlyMap<string, StagedRows>;
}

/** Changes of users who are not read yet have no row, and wait. */
export function stagedCells(staged: Staged, index: OrganizationIndex): StagedCells {
  const rows = new Bitset();
  const byLicense = new Map<string, StagedRows>();
  for (const { userId, licenseId, action } of staged.values()) {
    const row = index.rowOf(userId);
    if (row === undefined) continue;
    let ofLicense = byLicense.get(licenseId);
    if (!ofLicense) {
      ofLicense = { add: new Bitset(), remove: new Bitset() };
      byLicense.set(licenseId, ofLicense);
    }
    ofLicense[action].add(row);
    rows.add(row);
  }
  return { rows, byLicense };
}

/** What is to become of a cell. */
export function stagedAction(
  { byLicense }: StagedCells,
  licenseId: string,
  row: number,
): Action | undefined {
  const ofLicense = byLicense.get(licenseId);
  if (ofLicense?.add.has(row)) return 'add';
  return ofLicense?.remove.has(row) ? 'remove' : undefined;
}
