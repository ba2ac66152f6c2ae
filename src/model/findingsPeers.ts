import { Bitset } from './bitset';
import { licenseSets } from './combinations';
import type { PeopleFacts } from './findingsPeople';
import type { RuleTable } from './ruleTable';

/** Smaller departments have no habits to speak of. */
export const FEWEST_PEERS = 20;
/** A combination that a smaller share of a large department holds is out of the ordinary. */
export const RARE_SHARE = 0.02;
const MAJORITY = 0.5;

interface UnlikePeers {
  readonly department: string;
  /** What more than half of the department holds. */
  readonly licenseIds: readonly string[];
  /** Who holds a combination that hardly anybody else there does. */
  readonly rows: Bitset;
}

/**
 * People who hold something else than everybody around them. Only people who are neither inactive nor deleted count, and
 * a department without a combination that most of it holds has none to differ from.
 */
export function findUnlikePeers(index: RuleTable, people: PeopleFacts): UnlikePeers[] {
  const absent = people.inState('inactive').clone().unite(people.inState('deleted'));
  const { ofRow } = licenseSets(index, index.assignmentsRead, index.licenseIds);
  const found: UnlikePeers[] = [];
  for (const { value: department, rows } of people.departments) {
    const members = rows.clone().intersect(index.assignmentsRead).subtract(absent).toRows();
    if (members.length < FEWEST_PEERS) continue;

    const sizes = new Map<number, number>();
    for (const row of members) {
      const combination = ofRow[row] ?? 0;
      sizes.set(combination, (sizes.get(combination) ?? 0) + 1);
    }
    const common = [...sizes].find(([, size]) => size > MAJORITY * members.length)?.[0];
    if (common === undefined) continue;
    const unlike = new Bitset();
    let typical = members[0] ?? 0;
    for (const row of members) {
      const combination = ofRow[row] ?? 0;
      if (combination === common) typical = row;
      else if (isRare(sizes.get(combination) ?? 0, members.length)) unlike.add(row);
    }
    if (unlike.isEmpty) continue;
    found.push({ department, licenseIds: index.licensesOf(typical) ?? [], rows: unlike });
  }
  return found;
}

/**
 * Nearly unique: held by one person alone, or by a small share of many. The share by itself would find nobody where a
 * single person already is more than it: below 50 people, one of them is more than 2 %.
 */
function isRare(holders: number, members: number): boolean {
  return holders === 1 || holders < RARE_SHARE * members;
}
