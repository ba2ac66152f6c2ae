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
