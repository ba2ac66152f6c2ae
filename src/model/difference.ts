import { Bitset } from './bitset';
import { type Action, type Change, opposite, type Reason } from './plan';
import { moved } from './snapshot';
import { columnsOf, type PackedHoldings, userIdAt } from './snapshotBytes';
import { joinUsers } from './snapshotUsers';

/** What differs between two moments. Rows are the users of whom something differs. */
export interface Difference {
  readonly userIds: readonly string[];
  /** License → who holds it at the later moment and did not at the earlier; licenses without any are left out. */
  readonly gained: ReadonlyMap<string, Bitset>;
  readonly lost: ReadonlyMap<string, Bitset>;
}

export interface LicenseDifference {
  readonly licenseId: string;
  readonly gained: number;
  readonly lost: number;
}

export interface UserDifference {
  readonly userId: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

export interface DepartmentDifference {
  /** '' where none is known. */
  readonly department: string;
  readonly users: number;
  readonly gained: number;
  readonly lost: number;
}

export function differenceOf(before: PackedHoldings, after: PackedHoldings): Difference {
  const { size, placeOf, onlyLater } = joinUsers(before, after);
  const held = columnsOf(before);
  const holds = columnsOf(after);
  // Mostly the same people are in the same rows at both moments.
  const areInPlace = placeOf.every((place, row) => place === row);
  const gained = new Map<string, Bitset>();
  const lost = new Map<string, Bitset>();
  const changed = new Bitset(size);
  for (const licenseId of new Set([...held.keys(), ...holds.keys()])) {
    const was = held.get(licenseId) ?? new Bitset();
    const later = holds.get(licenseId) ?? new Bitset();
    const is = areInPlace ? later : moved(later.toRows(), placeOf, size);
    const more = is.clone().subtract(was);
    const less = was.clone().subtract(is);
    changed.unite(more).unite(less);
    if (!more.isEmpty) gained.set(licenseId, more);
    if (!less.isEmpty) lost.set(licenseId, less);
  }

  const placeIn = new Uint32Array(size);
  const sizeBefore = size - onlyLater.length;
  const userIds = Array.from(changed.toRows(), (row, place) => {
    placeIn[row] = place;
    if (row < sizeBefore) return userIdAt(before, row);
    return userIdAt(after, onlyLater[row - sizeBefore] ?? 0);
  });
  const ofChanged = (columns: ReadonlyMap<string, Bitset>) =>
    new Map(
      Array.from(columns, ([licenseId, rows]) => [
        licenseId,
        moved(rows.toRows(), placeIn, userIds.length),
      ]),
    );
  return { userIds, gained: ofChanged(gained), lost: ofChanged(lost) };
}

/** The changes that lead from the earlier moment to the later. */
export function changesOf(difference: Difference, reason: Reason): Change[] {
  return [...toChanges(difference, difference.gained, 'add', reason)].concat([
    ...toChanges(difference, difference.lost, 'remove', reason),
  ]);
}

/** The changes that lead back from the later moment to the earlier. */
export function restoringChanges(difference: Difference, reason: Reason): Change[] {
  return changesOf(difference, reason).map((change) => ({
    ...change,
    action: opposite(change.action),
  }));
}

function* toChanges(
  { userIds }: Difference,
  columns: ReadonlyMap<string, Bitset>,
  action: Action,
  reason: Reason,
): Generator<Change> {
  for (const [licenseId, rows] of columns) {
    for (const row of rows.toRows()) {
      const userId = userIds[row];
      if (userId !== undefined) yield { userId, licenseId, action, reason };
    }
  }
}

/** By license, the most changed first. */
export function byLicense({ gained, lost }: Difference): LicenseDifference[] {
  return [...new Set([...gained.keys(), ...lost.keys()])]
    .map((licenseId) => ({
      licenseId,
      gained: gained.get(licenseId)?.count ?? 0,
      lost: lost.get(licenseId)?.count ?? 0,
    }))
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost));
}

/** Only the users of whom something differs. */
export function byUser({ userIds, gained, lost }: Difference): UserDifference[] {
  const users = new Map<number, { gained: string[]; lost: string[] }>();
  const note = (columns: ReadonlyMap<string, Bitset>, side: 'gained' | 'lost') => {
    for (const [licenseId, rows] of columns) {
      for (const row of rows.toRows()) {
        const user = users.get(row) ?? { gained: [], lost: [] };
        user[side].push(licenseId);
        users.set(row, user);
      }
    }
  };
  note(gained, 'gained');
  note(lost, 'lost');
  return [...users]
    .sort(([a], [b]) => a - b)
    .map(([row, user]) => ({ userId: userIds[row] ?? '', ...user }));
}

/** By department, the most changed first. */
export function byDepartment(
  users: readonly UserDifference[],
  departmentOf: (userId: string) => string,
): DepartmentDifference[] {
  const departments = new Map<string, { users: number; gained: number; lost: number }>();
  for (const { userId, gained, lost } of users) {
    const department = departmentOf(userId);
    const sums = departments.get(department) ?? { users: 0, gained: 0, lost: 0 };
    sums.users += 1;
    sums.gained += gained.length;
    sums.lost += lost.length;
    departments.set(department, sums);
  }
  return [...departments]
    .map(([department, sums]) => ({ department, ...sums }))
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost));
}
