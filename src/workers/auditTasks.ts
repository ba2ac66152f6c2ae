import { Bitset } from '@/model/bitset';
import { type CostOutliers, findCostOutliers } from '@/model/costOutliers';
import { type Difference, differenceOf } from '@/model/difference';
import { applyRules } from '@/model/findings';
import {
  type PackedFacts,
  type PackedFindings,
  type PackedTable,
  packFindings,
  unpackFacts,
  unpackTable,
} from '@/model/findingsColumns';
import { type PackedRows, unpackRows } from '@/model/packedRows';
import { type Pictures, picturesOf } from '@/model/pictures';
import { type PreparedPeople, preparePeople } from '@/model/preparedPeople';
import { holdingsOf } from '@/model/snapshot';
import { holderCounts, type PackedHoldings, packHoldings } from '@/model/snapshotBytes';
import { type PortableSnapshot, readSnapshotFile, writeSnapshotFile } from '@/model/snapshotFile';

/** What everybody holds now, by column. */
export interface PackedNow {
  readonly userIds: readonly string[];
  readonly holders: readonly PackedRows[];
}

export type PackedOutliers = Omit<CostOutliers, 'rows'> & { readonly words: Uint32Array };

export interface PackedDifference {
  readonly userIds: readonly string[];
  readonly gained: readonly PackedRows[];
  readonly lost: readonly PackedRows[];
}

/** What the worker is asked, by the name of the task. All of it can be copied: columns and plain objects. */
interface TaskArgs {
  findings: [facts: PackedFacts];
  expensive: [table: PackedTable, prices: ReadonlyMap<string, number>];
  pictures: [table: PackedTable];
  preparePeople: [text: string];
  pack: [now: PackedNow];
  holderCounts: [holdings: PackedHoldings];
  difference: [before: PackedHoldings, after: PackedHoldings];
  writeSnapshotFile: [snapshot: PortableSnapshot];
  readSnapshotFile: [text: string, organization: PortableSnapshot['organization']];
}

interface TaskAnswers {
  findings: PackedFindings;
  expensive: PackedOutliers[];
  pictures: Pictures;
  preparePeople: PreparedPeople;
  pack: PackedHoldings;
  holderCounts: Map<string, number>;
  difference: PackedDifference;
  writeSnapshotFile: string;
  readSnapshotFile: PortableSnapshot;
}

export type TaskName = keyof TaskArgs;
export type Args<Name extends TaskName> = TaskArgs[Name];
export type Answer<Name extends TaskName> = TaskAnswers[Name];

const TASKS: {
  readonly [Name in TaskName]: (...args: Args<Name>) => Answer<Name> | Promise<Answer<Name>>;
} = {
  findings: (facts) => packFindings(applyRules(unpackFacts(facts))),
  expensive: (table, prices) => {
    const { index, people } = unpackTable(table);
    return findCostOutliers(index, people, prices).map(({ rows, ...outliers }) => ({
      ...outliers,
      words: rows.words,
    }));
  },
  pictures: (table) => {
    const { index, people } = unpackTable(table);
    return picturesOf(index, people);
  },
  preparePeople,
  pack: packNow,
  holderCounts,
  difference: (before, after) => packDifference(differenceOf(before, after)),
  writeSnapshotFile,
  readSnapshotFile,
};

export async function runTask<Name extends TaskName>(
  name: Name,
  args: Args<Name>,
): Promise<Answer<Name>> {
  return TASKS[name](...args);
}

function packNow({ userIds, holders }: PackedNow): PackedHoldings {
  const columns = unpackRows(holders);
  return packHoldings(
    holdingsOf({
      size: userIds.length,
      licenseIds: [...columns.keys()],
      holders: (licenseId) => columns.get(licenseId) ?? new Bitset(),
      userId: (row) => userIds[row] ?? '',
    }),
  );
}

function packDifference({ userIds, gained, lost }: Difference): PackedDifference {
  const pack = (columns: Difference['gained']) =>
    Array.from(columns, ([licenseId, rows]): PackedRows => [licenseId, rows.words]);
  return { userIds, gained: pack(gained), lost: pack(lost) };
}
