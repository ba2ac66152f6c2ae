import type { Assignments } from './organizationIndex';
import { applyChanges, type Change } from './plan';

/** A permission that some users gain or lose by a plan. */
export interface PermissionChange {
  readonly permission: string;
  readonly userCount: number;
}

export interface PermissionChanges {
  readonly gained: readonly PermissionChange[];
  readonly lost: readonly PermissionChange[];
}

/**
 * Which permissions a plan gives and takes, by what licenses give: a permission that another license gives as well is
 * neither gained nor lost. The most users first.
 */
export function permissionChanges(
  changes: readonly Change[],
  current: Assignments,
  definitions: { permissionsOf(licenseId: string): ReadonlySet<string> },
): PermissionChanges {
  const after = applyChanges(current, changes);
  const gained = new Map<string, number>();
  const lost = new Map<string, number>();
  // Users who hold the same before and after change alike; there are few such pairs of sets among many users.
  for (const { before, now, userCount } of alikeUsers(changes, current, after)) {
    const had = permissionsOf(before, definitions);
    const has = permissionsOf(now, definitions);
    for (const permission of has) if (!had.has(permission)) count(gained, permission, userCount);
    for (const permission of had) if (!has.has(permission)) count(lost, permission, userCount);
  }
  return { gained: byUsers(gained), lost: byUsers(lost) };
}

interface Alike {
  before: ReadonlySet<string>;
  now: ReadonlySet<string>;
  userCount: number;
}

function alikeUsers(
  changes: readonly Change[],
  current: Assignments,
  after: Assignments,
): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const userId of new Set(changes.map((change) => change.userId))) {
    const before = current.get(userId) ?? new Set();
    const now = after.get(userId) ?? new Set();
    const key = [...[...before].sort(), '', ...[...now].sort()].join('\n');
    const group = groups.get(key);
    if (group) group.userCount += 1;
    else groups.set(key, { before, now, userCount: 1 });
  }
  return groups.values();
}

function permissionsOf(
  licenseIds: ReadonlySet<string>,
  definitions: { permissionsOf(licenseId: string): ReadonlySet<string> },
): Set<string> {
  return new Set(Array.from(licenseIds, (id) => [...definitions.permissionsOf(id)]).flat());
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function byUsers(counts: ReadonlyMap<string, number>): PermissionChange[] {
  return Array.from(counts, ([permission, userCount]) => ({ permission, userCount })).sort(
    (a, b) => b.userCount - a.userCount || a.permission.localeCompare(b.permission),
  );
}
