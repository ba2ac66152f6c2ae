import { type FileColumns, findColumns } from './changeFileColumns';
import { type KnownLicense, LicenseFinder } from './changeFileLicenses';
import {
  type FileError,
  type LineProblem,
  type PeopleFinder,
  type RowOptions,
  RowReader,
} from './changeFileRow';
import type { FileTable } from './changeFileTable';
import { type Change, opposite, pairKey } from './plan';

/** A license that rows do not write exactly as its id. */
export interface OtherCase {
  readonly written: string;
  readonly licenseId: string;
  readonly rows: number;
}

/**
 * What a file of changes says. Each of its rows is one of these: a change, a repetition of one, undecided, a line with
 * errors, or hidden.
 */
export interface FileChanges {
  /** One for each good pair, with the first line that asks for it. */
  readonly changes: readonly Change[];
  /** In the order of the lines; a line can have several. */
  readonly errors: readonly FileError[];
  /** How many rows have errors. */
  readonly wrong: number;
  /** How many rows say once more what an earlier one said. */
  readonly repeated: number;
  /** How many rows were not read: a column is missing, or nobody has said what they shall do. */
  readonly undecided: number;
  readonly columns: FileColumns;
  /** Those written in other case. */
  readonly otherCase: readonly OtherCase[];
  /** Those called by their description. */
  readonly byDescription: readonly OtherCase[];
  /** How many rows were left out because the file does not show them. */
  readonly hidden: number;
  /** How many rows mark no license, in a file that has a column for each; those that do may give several changes. */
  readonly empty: number;
}

/** Whether the file leaves open what its rows shall do, so that the administrator has to say it. */
export function asksForAction(columns: FileColumns): boolean {
  return columns.problems.length === 0 && columns.action === undefined;
}

export function interpretRows(
  table: FileTable,
  people: PeopleFinder,
  licenses: Iterable<KnownLicense>,
  options: RowOptions,
): FileChanges {
  const steps = interpretInSteps(table, people, licenses, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Small enough that a page between two steps answers at once. */
const ROWS_A_STEP = 200;

/** The same, in steps between which a page can do other things. Each step tells the share that is done. */
export function* interpretInSteps(
  table: FileTable,
  people: PeopleFinder,
  licenses: Iterable<KnownLicense>,
  options: RowOptions,
): Generator<number, FileChanges> {
  const finder = new LicenseFinder(licenses);
  const columns = findColumns(table.header, options.columns, new Set(table.hiddenColumns), (text) =>
    finder.idOf(text),
  );
  const rows = options.withHidden ? table.rows : table.rows.filter((row) => !row.isHidden);
  const hidden = table.rows.length - rows.length;
  const isOpen = asksForAction(columns) && options.actionForAll === undefined;
  if (columns.problems.length > 0 || isOpen) {
    return undecided(table.headerLine, columns, { undecided: rows.length, hidden });
  }

  const reader = new RowReader(columns, people, finder, options, table.source.format);
  const errors: FileError[] = [];
  const pairs = new Map<string, Asked>();
  let empty = 0;
  for (const [position, row] of rows.entries()) {
    if (position % ROWS_A_STEP === 0) yield (0.9 * position) / rows.length;
    const read = reader.read(row);
    if ('errors' in read) {
      errors.push(...read.errors);
      continue;
    }
    const { userId, action, licenseIds } = read;
    if (licenseIds.length === 0) empty += 1;
    for (const licenseId of licenseIds) {
      const change: Change = {
        userId,
        licenseId,
        action,
        reason: { kind: 'file', line: row.line },
      };
      const key = pairKey(change);
      const asked = pairs.get(key);
      if (!asked) pairs.set(key, { change, lines: [row.line], against: [] });
      else if (asked.change.action === action) asked.lines.push(row.line);
      else asked.against.push(row.line);
    }
  }

  const changes: Change[] = [];
  let repeated = 0;
  let position = 0;
  for (const { change, lines, against } of pairs.values()) {
    if (position++ % ROWS_A_STEP === 0) yield 0.9 + (0.1 * position) / pairs.size;
    if (against.length === 0) {
      changes.push(change);
      repeated += lines.length - 1;
      continue;
    }
    for (const line of lines) errors.push({ line, problem: contradiction(change, against) });
    const other = { ...change, action: opposite(change.action) };
    for (const line of against) errors.push({ line, problem: contradiction(other, lines) });
  }
  errors.sort((a, b) => a.line - b.line);
  const wrong = new Set(errors.map(({ line }) => line)).size;
  const notes = (noted: typeof reader.otherCase) =>
    Array.from(noted, ([written, note]) => ({ written, ...note }));
  return {
    changes,
    errors,
    wrong,
    repeated,
    undecided: 0,
    hidden,
    empty,
    columns,
    otherCase: notes(reader.otherCase),
    byDescription: notes(reader.byDescription),
  };
}

/** A pair, the lines that ask for it as its first line does, and those that ask for the opposite. */
interface Asked {
  readonly change: Change;
  readonly lines: number[];
  readonly against: number[];
}

function undecided(
  headerLine: number,
  columns: FileColumns,
  counts: Pick<FileChanges, 'undecided' | 'hidden'>,
): FileChanges {
  return {
    changes: [],
    errors: columns.problems.map((problem) => ({ line: headerLine, problem })),
    wrong: 0,
    repeated: 0,
    ...counts,
    empty: 0,
    columns,
    otherCase: [],
    byDescription: [],
  };
}

function contradiction({ action, licenseId }: Change, otherLines: readonly number[]): LineProblem {
  return { kind: 'contradiction', action, licenseId, otherLines };
}
