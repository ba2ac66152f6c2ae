import type { LicenseDefinition } from '@/api/schema';
import { Bitset } from './bitset';
import { DefinitionGraph } from './definitions';
import type { Finding, Findings, RuleFacts } from './findings';
import { PeopleFacts } from './findingsPeople';
import { type PackedRows, packHolders, unpackRows } from './packedRows';
import type { RuleTable } from './ruleTable';

/** An organization in a form that a worker can be sent: columns of numbers, and no object a user. */
export interface PackedTable {
  readonly size: number;
  readonly holders: readonly PackedRows[];
  readonly assignmentsRead: Uint32Array;
  readonly usersRead: Uint32Array;
  readonly states: readonly PackedRows[];
  readonly departments: PackedDepartments;
  readonly lastLogin: Float64Array;
}

/** What the rules need. */
export interface PackedFacts
  extends PackedTable,
    Pick<RuleFacts, 'isComplete' | 'absentDays' | 'now'> {
  readonly definitions: readonly LicenseDefinition[] | undefined;
}

/** There may be thousands, and everybody is in no more than one: a number by row is shorter than a bitset for each. */
interface PackedDepartments {
  readonly names: readonly string[];
  /** The place of the name plus one; 0 where none is known. */
  readonly ofRow: Uint32Array;
}

export interface PackedFindings extends Pick<Findings, 'notChecked'> {
  readonly found: readonly PackedFinding[];
}

type PackedFinding = Omit<Finding, 'rows'> & { readonly words: Uint32Array };

/** Its columns are those of the index itself: they are to be copied, not to be changed. */
export function packTable(index: RuleTable, people: PeopleFacts): PackedTable {
  const { states, departments, lastLogin } = people.columns;
  return {
    size: index.size,
    holders: packHolders(index),
    assignmentsRead: index.assignmentsRead.words,
    usersRead: index.usersRead.words,
    states: states.map(({ value, rows }) => [value, rows.words]),
    departments: packDepartments(departments, index.size),
    lastLogin,
  };
}

export function unpackTable(packed: PackedTable): Pick<RuleFacts, 'index' | 'people'> {
  return {
    index: tableOf(packed),
    people: new PeopleFacts({
      states: Array.from(unpackRows(packed.states), ([value, rows]) => ({ value, rows })),
      departments: unpackDepartments(packed.departments),
      lastLogin: packed.lastLogin,
    }),
  };
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

function packDepartments(
  departments: PeopleFacts['columns']['departments'],
  size: number,
): PackedDepartments {
  const ofRow = new Uint32Array(size);
  departments.forEach(({ rows }, place) => {
    for (const row of rows.toRows()) ofRow[row] = place + 1;
  });
  return { names: departments.map(({ value }) => value), ofRow };
}

function unpackDepartments({ names, ofRow }: PackedDepartments) {
  const departments = names.map((value) => ({ value, rows: new Bitset() }));
  ofRow.forEach((place, row) => departments[place - 1]?.rows.add(row));
  return departments;
}
