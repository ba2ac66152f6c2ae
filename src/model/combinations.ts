import type { Bitset } from './bitset';
import type { RuleTable } from './ruleTable';

/** Users who hold the very same licenses. */
export interface Combination {
  readonly licenseIds: readonly string[];
  readonly count: number;
}

/** Rows by the set of licenses that they hold. A set grew from another by one license; set 0 is the empty one. */
interface LicenseSets {
  /** The set of each row. */
  readonly ofRow: Uint32Array;
  /** Of each set the one that it grew from. */
  readonly parents: readonly number[];
  /** The place in `licenseIds` of what each set has beside. */
  readonly columns: readonly number[];
}

/**
 * Which of these rows hold the same. A tree of sets is grown column by column: its root is the empty set, and a license
 * moves each of its holders from the set they were in to that set's child. What it costs is the number of assignments,
 * however many licenses there are.
 */
export function licenseSets(
  index: RuleTable,
  rows: Bitset,
  licenseIds: readonly string[],
): LicenseSets {
  const ofRow = new Uint32Array(index.size);
  const parents = [0];
  const columns = [0];
  licenseIds.forEach((licenseId, column) => {
    const children = new Uint32Array(parents.length);
    for (const row of rows.clone().intersect(index.holders(licenseId)).toRows()) {
      const parent = ofRow[row] ?? 0;
      let child = children[parent] ?? 0;
      if (child === 0) {
        child = parents.push(parent) - 1;
        columns.push(column);
        children[parent] = child;
      }
      ofRow[row] = child;
    }
  });
  return { ofRow, parents, columns };
}

/**
 * The sets of licenses that are held by some of these rows, largest group first. Rows of which it is not known what they
 * hold are left out. Each set lists its licenses in the order of `licenseIds`, which names all that are to be told apart.
 */
export function combinationsOf(
  index: RuleTable,
  rows: Bitset,
  licenseIds: readonly string[] = index.licenseIds,
): Combination[] {
  const known = rows.clone().intersect(index.assignmentsRead);
  const { ofRow, parents, columns } = licenseSets(index, known, licenseIds);
  const counts = new Uint32Array(parents.length);
  for (const row of known.toRows()) {
    const set = ofRow[row] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
  const combinations: Combination[] = [];
  counts.forEach((count, set) => {
    if (count === 0) return;
    const held: string[] = [];
    for (let at = set; at !== 0; at = parents[at] ?? 0)
      held.push(licenseIds[columns[at] ?? 0] ?? '');
    combinations.push({ licenseIds: held.reverse(), count });
  });
  return combinations.sort(
    (a, b) => b.count - a.count || a.licenseIds.length - b.licenseIds.length,
  );
}
