import { Bitset } from '@/model/bitset';
import type { CostOutliers } from '@/model/costOutliers';
import type { Amount } from '@/model/costs';
import type { Difference } from '@/model/difference';
import type { FindingFacts, Findings } from '@/model/findings';
import { packFacts, packTable, unpackFindings } from '@/model/findingsColumns';
import { readPeopleFacts } from '@/model/findingsPeople';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { packHolders, unpackRows } from '@/model/packedRows';
import type { Pictures } from '@/model/pictures';
import type { PackedHoldings } from '@/model/snapshotBytes';
import { runInWorker } from './runInWorker';

/** What looks wrong: the rules of the model, applied off the main thread. */
export async function findInWorker(facts: FindingFacts): Promise<Findings> {
  const people = await readPeopleFacts(facts.index, nextTask);
  const packed = packFacts({ ...facts, people });
  return unpackFindings(await runInWorker('findings', packed));
}

/** Whose licenses cost far more than is usual in their department. */
export async function outliersInWorker(
  index: OrganizationIndex,
  prices: ReadonlyMap<string, Amount>,
): Promise<CostOutliers[]> {
  const packed = packTable(index, await readPeopleFacts(index, nextTask));
  const found = await runInWorker('expensive', packed, prices);
  return found.map(({ words, ...outliers }) => ({ ...outliers, rows: Bitset.ofWords(words) }));
}

/** What charts of the organization show. */
export async function picturesInWorker(index: OrganizationIndex): Promise<Pictures> {
  return runInWorker('pictures', packTable(index, await readPeopleFacts(index, nextTask)));
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What everybody holds now, to be kept or compared. */
export function packInWorker(index: OrganizationIndex): Promise<PackedHoldings> {
  const userIds = Array.from({ length: index.size }, (_, row) => index.userId(row));
  return runInWorker('pack', { userIds, holders: packHolders(index) });
}

export async function differenceInWorker(
  before: PackedHoldings,
  after: PackedHoldings,
): Promise<Difference> {
  const { userIds, gained, lost } = await runInWorker('difference', before, after);
  return { userIds, gained: unpackRows(gained), lost: unpackRows(lost) };
}
