import { Bitset } from './bitset';
import type { Amount, LicenseTerms } from './costs';
import { FEWEST_PEERS } from './findingsPeers';
import type { PeopleFacts } from './findingsPeople';
import type { RuleTable } from './ruleTable';

/** So many times the usual distance from the median is far above it. */
export const DEVIATIONS = 5;
/** Where nearly all cost the same, any distance is unusual: less than this share above the median is never far. */
export const LEAST_SHARE = 0.5;

export interface CostOutliers {
  readonly department: string;
  /** What the licenses of the one in the middle cost a month. */
  readonly median: Amount;
  /** More than this is far above. */
  readonly limit: Amount;
  readonly rows: Bitset;
}

/** What the licenses of each row cost a month, as far as they have a price. */
function costByRow(
  index: Pick<RuleTable, 'size' | 'holders'>,
  prices: ReadonlyMap<string, Amount>,
): Float64Array {
  const costs = new Float64Array(index.size);
  for (const [licenseId, price] of prices) {
    for (const row of index.holders(licenseId).toRows()) costs[row] = (costs[row] ?? 0) + price;
  }
  return costs;
}

/** What licenses cost a month together, as far as they have a price. */
export function costOf(
  licenseIds: readonly string[],
  terms: ReadonlyMap<string, LicenseTerms>,
): Amount {
  return licenseIds.reduce((sum, licenseId) => sum + (terms.get(licenseId)?.price ?? 0), 0);
}

/**
 * People whose licenses cost far more than is usual in their department: above its median by five times the median
 * distance from it, and by at least half of it. Medians, as a few who cost very much would raise an average, and hide
 * themselves. Only people who hold something and are neither inactive nor deleted count, and a department where most of
 * them cost nothing has no usual cost.
 */
export function findCostOutliers(
  index: RuleTable,
  people: PeopleFacts,
  prices: ReadonlyMap<string, Amount>,
): CostOutliers[] {
  const costs = costByRow(index, prices);
  const absent = people.inState('inactive').unite(people.inState('deleted'));
  const holders = new Bitset(index.size);
  for (const licenseId of index.licenseIds) holders.unite(index.holders(licenseId));
  const counting = holders.intersect(index.assignmentsRead).subtract(absent);

  const found: CostOutliers[] = [];
  for (const { value: department, rows: members } of people.departmentsAmong(counting)) {
    if (members.length < FEWEST_PEERS) continue;
    const ofMembers = Float64Array.from(members, (row) => costs[row] ?? 0);
    const median = medianOf(ofMembers);
    if (median === 0) continue;
    const distance = medianOf(ofMembers.map((cost) => Math.abs(cost - median)));
    const limit = median + Math.max(DEVIATIONS * distance, LEAST_SHARE * median);
    const far = Bitset.from(members.filter((row) => (costs[row] ?? 0) > limit));
    if (!far.isEmpty) found.push({ department, median, limit, rows: far });
  }
  return found;
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
