import { Bitset } from '@/model/bitset';
import type { CostOutliers } from '@/model/costOutliers';
import type { Amount } from '@/model/costs';
import type { Difference } from '@/model/difference';
import type { FindingFacts, Findings } from '@/model/findings';
import { packFacts, packTable, unpackFindings } from '@/model/findingsColumns';
import { type PeopleFacts, readPeopleFacts } from '@/model/findingsPeople';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { packHolders, unpackRows } from '@/model/packedRows';
import type { Pictures } from '@/model/pictures';
import type { PackedHoldings } from '@/model/snapshotBytes';
import { nextTask } from './nextTask';
import { prepareWorker, runInWorker } from './runInWorker';

/** What looks wrong: the rules of the model, applied off the main thread. */
export async function findInWorker(facts: FindingFacts): Promise<Findings> {
  const people = await readPeople(facts.index);
  const packed = packFacts({ ...facts, people });
  return unpackFindings(await runInWorker('findings', packed));
}

/** Whose licenses cost far more than is usual in their department. */
export async function outliersInWorker(
  index: OrganizationIndex,
  prices: ReadonlyMap<string, Amount>,
): Promise<CostOutliers[]> {
  const packed = packTable(index, await readPeople(index));
  const found = await runInWorker('expensive', packed, prices);
  return found.map(({ words, ...outliers }) => ({ ...outliers, rows: Bitset.ofWords(words) }));
}

/** What charts of the organization show. */
export async function picturesInWorker(index: OrganizationIndex): Promise<Pictures> {
  return runInWorker('pictures', packTable(index, await readPeople(index)));
}

/** What is known of people, in columns for the worker, which starts meanwhile. */
function readPeople(index: OrganizationIndex): Promise<PeopleFacts> {
  prepareWorker();
  return readPeopleFacts(index, nextTask);
}

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
