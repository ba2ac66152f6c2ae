import type { LicenseDefinition } from '@/api/schema';
import { Bitset } from './bitset';
import { DefinitionGraph } from './definitions';
import type { Finding, Findings, RuleFacts } from './findings';
import { type PeopleColumns, PeopleFacts } from './findingsPeople';
import { type PackedRows, packHolders, unpackRows } from './packedRows';
import type { RuleTable } from './ruleTable';

/** An organization in a form that a worker can be sent: columns of numbers, and no object a user. */
export interface PackedTable {
  readonly size: number;
  readonly holders: readonly PackedRows[];
  readonly assignmentsRead: Uint32Array;
  readonly usersRead: Uint32Array;
  readonly people: PeopleColumns;
}

/** What the rules need. */
export interface PackedFacts
  extends PackedTable,
    Pick<RuleFacts, 'isComplete' | 'absentDays' | 'now'> {
  readonly definitions: readonly LicenseDefinition[] | undefined;
}

export interface PackedFindings extends Pick<Findings, 'notChecked'> {
  readonly found: readonly PackedFinding[];
}

type PackedFinding = Omit<Finding, 'rows'> & { readonly words: Uint32Array };

/** Its columns are those of the index itself: they are to be copied, not to be changed. */
export function packTable(index: RuleTable, people: PeopleFacts): PackedTable {
  return {
    size: index.size,
    holders: packHolders(index),
    assignmentsRead: index.assignmentsRead.words,
    usersRead: index.usersRead.words,
    people: people.columns,
  };
}

export function unpackTable(packed: PackedTable): Pick<RuleFacts, 'index' | 'people'> {
  return { index: tableOf(packed), people: new PeopleFacts(packed.people) };
}

export function packFacts({ index, people, graph, ...rest }: RuleFacts): PackedFacts {
  return {
    ...packTable(index, people),
    isComplete: rest.isComplete,
    absentDays: rest.absentDays,
    now: rest.now,
    definitions: graph?.ids.flatMap((licenseId) => graph.definition(licenseId) ?? []),
  };
}

export function unpackFacts(packed: PackedFacts): RuleFacts {
  const { definitions, isComplete, absentDays, now } = packed;
  const graph = definitions && new DefinitionGraph(definitions);
  return { ...unpackTable(packed), graph, isComplete, absentDays, now };
}

export function packFindings({ found, notChecked }: Findings): PackedFindings {
  return {
    found: found.map(({ rows, ...finding }) => ({ ...finding, words: rows.words })),
    notChecked,
  };
}

export function unpackFindings({ found, notChecked }: PackedFindings): Findings {
  return {
    found: found.map(({ words, ...finding }) => ({ ...finding, rows: Bitset.ofWords(words) })),
    notChecked,
  };
}

function tableOf({ size, holders, assignmentsRead, usersRead }: PackedTable): RuleTable {
  const columns = unpackRows(holders);
  const read = Bitset.ofWords(assignmentsRead);
  return {
    size,
    licenseIds: [...columns.keys()],
    assignmentsRead: read,
    usersRead: Bitset.ofWords(usersRead),
    holders: (licenseId) => columns.get(licenseId) ?? new Bitset(),
    licensesOf: (row) =>
      read.has(row)
        ? [...columns].filter(([, rows]) => rows.has(row)).map(([licenseId]) => licenseId)
        : undefined,
  };
}
