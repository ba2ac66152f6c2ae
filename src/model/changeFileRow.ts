import type { ColumnProblem, FileColumns } from './changeFileColumns';
import type { LicenseFinder } from './changeFileLicenses';
import type { FileRow } from './changeFileTable';
import type { RowFault } from './fileFaults';
import type { Action } from './plan';
import type { ResolvedLine } from './resolveUsers';

export interface FileError {
  readonly line: number;
  /** The header of the column that is meant, where it is one. */
  readonly column?: string;
  readonly problem: LineProblem;
}

/** What is wrong with a line; `text` is what stands in its cell. */
export type LineProblem =
  | ColumnProblem
  | RowFault
  | { readonly kind: 'noUser' | 'noLicense' | 'noAction' }
  /** The user is nobody at all, or nobody yet: not every person has been read. */
  | { readonly kind: 'nobody' | 'nobodyYet'; readonly text: string }
  /** A name is no proof as long as not every person has been read. */
  | { readonly kind: 'uncertainName'; readonly text: string }
  | {
      readonly kind: 'severalUsers';
      readonly text: string;
      readonly by: ResolvedLine['by'];
      readonly userIds: readonly string[];
    }
  /** Another column names somebody else. */
  | { readonly kind: 'otherUser'; readonly text: string; readonly than: string }
  | {
      readonly kind: 'unknownLicense';
      readonly text: string;
      readonly nearest: readonly string[];
    }
  | {
      readonly kind: 'ambiguousLicense';
      readonly text: string;
      readonly licenseIds: readonly string[];
    }
  | { readonly kind: 'unknownAction'; readonly text: string }
  /** Other lines ask for the opposite of what this one does. */
  | {
      readonly kind: 'contradiction';
      readonly action: Action;
      readonly licenseId: string;
      readonly otherLines: readonly number[];
    };

/** Whom a text means; a `UserDirectory`. */
export interface PeopleFinder {
  find(text: string): Pick<ResolvedLine, 'by' | 'userIds'>;
}

export interface RowOptions {
  /** What every row asks for, in a file that has no column for it. */
  readonly actionForAll?: Action | undefined;
  /** False as long as not every person was read: a name may then mean somebody who is not known yet. */
  readonly everybodyKnown: boolean;
}

/** One row understood, or everything that is wrong with it. */
export type RowRead =
  | { readonly userId: string; readonly licenseId: string; readonly action: Action }
  | { readonly errors: readonly FileError[] };

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ...['add', 'added', 'assign', 'assigned', 'grant', 'give', '+'].map(
    (word) => [word, 'add'] as const,
  ),
  ...['remove', 'removed', 'unassign', 'unassigned', 'revoke', 'delete', 'take'].map(
    (word) => [word, 'remove'] as const,
  ),
  // A hyphen, and the dash and the minus that programs make of it.
  ...['-', '\u2013', '\u2212'].map((sign) => [sign, 'remove'] as const),
]);

/** Reads rows one by one. A row with a mistake says all of its mistakes at once. */
export class RowReader {
  readonly #columns: FileColumns;
  readonly #people: PeopleFinder;
  readonly #licenses: LicenseFinder;
  readonly #options: RowOptions;
  /** Licenses that were written in other case, with how many rows did. */
  readonly otherCase = new Map<string, { readonly licenseId: string; rows: number }>();

  constructor(
    columns: FileColumns,
    people: PeopleFinder,
    licenses: LicenseFinder,
    options: RowOptions,
  ) {
    this.#columns = columns;
    this.#people = people;
    this.#licenses = licenses;
    this.#options = options;
  }

  read(row: FileRow): RowRead {
    const unreadable = (row.problems ?? []).filter(
      ({ column }) => column === undefined || this.#columns.columns[column]?.role !== undefined,
    );
    if (unreadable.length > 0) {
      return { errors: unreadable.map(({ column, fault }) => this.#error(row, column, fault)) };
    }
    const errors: FileError[] = [];
    const fail = (column: number | undefined, problem: LineProblem): undefined => {
      errors.push(this.#error(row, column, problem));
    };
    const userId = this.#user(row, fail);
    const licenseId = this.#license(row, fail);
    const action = this.#action(row, fail);
    if (userId === undefined || licenseId === undefined || action === undefined) return { errors };
    if (errors.length > 0) return { errors };
    return { userId, licenseId, action };
  }

  /** The most exact cell that is filled says who is meant; the others must not mean somebody else. */
  #user(row: FileRow, fail: Fail): string | undefined {
    let userId: string | undefined;
    let saidBy = '';
    for (const place of this.#columns.user) {
      const text = cell(row, place);
      if (text === '') continue;
      const { by, userIds } = this.#people.find(text);
      if (userId !== undefined) {
        if (userIds.length > 0 && !userIds.includes(userId)) {
          return fail(place, { kind: 'otherUser', text, than: saidBy });
        }
        continue;
      }
      const [only] = userIds;
      if (only === undefined) {
        const kind = this.#options.everybodyKnown ? 'nobody' : 'nobodyYet';
        return fail(place, { kind, text });
      }
      if (userIds.length > 1) return fail(place, { kind: 'severalUsers', text, by, userIds });
      if (by === 'name' && !this.#options.everybodyKnown) {
        return fail(place, { kind: 'uncertainName', text });
      }
      userId = only;
      saidBy = text;
    }
    return userId ?? fail(this.#columns.user[0], { kind: 'noUser' });
  }

  #license(row: FileRow, fail: Fail): string | undefined {
    const place = this.#columns.license;
    const text = cell(row, place);
    if (text === '') return fail(place, { kind: 'noLicense' });
    const found = this.#licenses.find(text);
    switch (found.kind) {
      case 'exact':
        return found.licenseId;
      case 'otherCase': {
        const noted = this.otherCase.get(text) ?? { licenseId: found.licenseId, rows: 0 };
        noted.rows += 1;
        this.otherCase.set(text, noted);
        return found.licenseId;
      }
      case 'ambiguous':
        return fail(place, { kind: 'ambiguousLicense', text, licenseIds: found.licenseIds });
      case 'unknown':
        return fail(place, { kind: 'unknownLicense', text, nearest: found.nearest });
    }
  }

  #action(row: FileRow, fail: Fail): Action | undefined {
    const place = this.#columns.action;
    if (place === undefined) return this.#options.actionForAll;
    // Exports put an apostrophe before signs, so that no spreadsheet takes them for formulas.
    const text = cell(row, place).replace(/^'(?=[+\-\u2013\u2212]$)/u, '');
    if (text === '') return fail(place, { kind: 'noAction' });
    return ACTIONS.get(text.toLowerCase()) ?? fail(place, { kind: 'unknownAction', text });
  }

  #error({ line }: FileRow, place: number | undefined, problem: LineProblem): FileError {
    const column = place === undefined ? undefined : this.#columns.columns[place]?.header;
    return column === undefined ? { line, problem } : { line, column, problem };
  }
}

type Fail = (column: number | undefined, problem: LineProblem) => undefined;

function cell(row: FileRow, place: number | undefined): string {
  return (place === undefined ? undefined : row.cells[place])?.trim() ?? '';
}
