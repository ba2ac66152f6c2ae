import type { Bitset } from '@/model/bitset';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { Change } from '@/model/plan';
import type { Staged } from '@/organization/StagedStore';
import type { StagedCells } from './stagedCells';

/** One license among some users: how many hold it now, and how many would once the staged changes are made. */
export interface LicenseShare {
  readonly all: number;
  readonly now: number;
  readonly after: number;
}

export function shareOf(holders: Bitset, licenseId: string, users: Bitset, staged: StagedCells) {
  const now = holders.countIn(users);
  const marked = staged.byLicense.get(licenseId);
  if (!marked) return { all: users.count, now, after: now };
  const added = marked.add.clone().subtract(holders).countIn(users);
  const removed = marked.remove.clone().intersect(holders).countIn(users);
  return { all: users.count, now, after: now + added - removed };
}

/** What is to become of a license among some users. */
export type Target = 'all' | 'none' | 'asNow';

/** What the next click asks for: first everyone, then nobody, then, where that is something else, what is now. */
export function nextTarget({ all, now, after }: LicenseShare): Target {
  if (after > 0) return after < all ? 'all' : 'none';
  return now > 0 && now < all ? 'asNow' : 'all';
}

interface Aim {
  readonly index: OrganizationIndex;
  /** Of whom it is known what they hold. */
  readonly users: Bitset;
  readonly licenseId: string;
  readonly target: Target;
}

/** All that is staged once a license is to become `target` among these users; what is so already is not staged. */
export function restaged(staged: Staged, { index, users, licenseId, target }: Aim): Change[] {
  const changes: Change[] = [];
  for (const change of staged.values()) {
    const row = change.licenseId === licenseId ? index.rowOf(change.userId) : undefined;
    if (row === undefined || !users.has(row)) changes.push(change);
  }
  const holders = index.holders(licenseId);
  const action = target === 'all' ? 'add' : 'remove';
  for (const row of rowsToChange(users, holders, target)) {
    changes.push({ userId: index.userId(row), licenseId, action, reason: { kind: 'staged' } });
  }
  return changes;
}

function rowsToChange(users: Bitset, holders: Bitset, target: Target): Uint32Array {
  if (target === 'asNow') return new Uint32Array();
  const rows = users.clone();
  return (target === 'all' ? rows.subtract(holders) : rows.intersect(holders)).toRows();
}
