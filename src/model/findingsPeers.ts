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
  const { ofRow, parents } = licenseSets(index, index.assignmentsRead, index.licenseIds);
  /** Of each combination, how many of a department hold it. */
  const sizes = new Uint32Array(parents.length);
  const found: UnlikePeers[] = [];
  for (const { value: department, rows } of people.departmentsAmong(presentRows(index, people))) {
    if (rows.length < FEWEST_PEERS) continue;
    for (const row of rows) sizes[ofRow[row] ?? 0] = (sizes[ofRow[row] ?? 0] ?? 0) + 1;
    const sizeOf = (row: number) => sizes[ofRow[row] ?? 0] ?? 0;
    const typical = rows.find((row) => sizeOf(row) > MAJORITY * rows.length);
    const unlike = rows.filter((row) => isRare(sizeOf(row), rows.length));
    // There may be as many combinations as people: only what was counted is taken back.
    for (const row of rows) sizes[ofRow[row] ?? 0] = 0;
    if (typical === undefined || unlike.length === 0) continue;
    const licenseIds = index.licensesOf(typical) ?? [];
    found.push({ department, licenseIds, rows: Bitset.from(unlike) });
  }
  return found;
}

/** Whose assignments are known, and who is neither inactive nor deleted. */
function presentRows(index: RuleTable, people: PeopleFacts): Bitset {
  return index.assignmentsRead
    .clone()
    .subtract(people.inState('inactive'))
    .subtract(people.inState('deleted'));
}

/**
 * Nearly unique: held by one person alone, or by a small share of many. The share by itself would find nobody where a
 * single person already is more than it: below 50 people, one of them is more than 2 %.
 */
function isRare(holders: number, members: number): boolean {
  return holders === 1 || holders < RARE_SHARE * members;
}
