import type { FileColumns } from './changeFileColumns';
import type { LicenseFinder } from './changeFileLicenses';
import type { FileRow } from './changeFileTable';
import type { Action } from './plan';
import type { ResolvedLine } from './resolveUsers';

export interface FileError {
  readonly line: number;
  /** The header of the column that is meant, where it is one. */
  readonly column?: string;
  readonly message: string;
}

/** Whom a text means; a `UserDirectory`. */
export interface PeopleFinder {
  find(text: string): Pick<ResolvedLine, 'by' | 'userIds'>;
}

export interface RowOptions {
  /** What every row asks for, in a file that has no column for it. */
  readonly actionForAll?: Action | undefined;
  /** False as long as not every person was read: a name may then mean somebody who is not known yet. */
  readonly everybodyKnown: boolean;
  /** How a user is called in a message. */
  readonly describeUser: (userId: string) => string;
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

const MOST_CANDIDATES = 5;

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
      return { errors: unreadable.map(({ column, message }) => this.#error(row, column, message)) };
    }
    const errors: FileError[] = [];
    const fail = (column: number | undefined, message: string): undefined => {
      errors.push(this.#error(row, column, message));
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
          return fail(place, `${quote(text)} is somebody else than ${quote(saidBy)}`);
        }
        continue;
      }
      const [only] = userIds;
      if (only === undefined) return fail(place, this.#nobody(text));
      if (userIds.length > 1) return fail(place, this.#severalUsers(text, by, userIds));
      if (by === 'name' && !this.#options.everybodyKnown) {
        const why = 'not every person has been read. Use an id or an email.';
        return fail(place, `${quote(text)} may mean somebody else too, as ${why}`);
      }
      userId = only;
      saidBy = text;
    }
    return userId ?? fail(this.#columns.user[0], 'No user is given');
  }

  #nobody(text: string): string {
    return this.#options.everybodyKnown
      ? `${quote(text)} is nobody in this organization`
      : `${quote(text)} is nobody among the people who have been read`;
  }

  #severalUsers(text: string, by: ResolvedLine['by'], userIds: readonly string[]): string {
    const names = userIds.slice(0, MOST_CANDIDATES).map(this.#options.describeUser);
    const more = userIds.length - names.length;
    const all = `${names.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
    const advice = by === 'email' ? 'Use an id.' : 'Use an id or an email.';
    return `${quote(text)} means several users: ${all}. ${advice}`;
  }

  #license(row: FileRow, fail: Fail): string | undefined {
    const place = this.#columns.license;
    const text = cell(row, place);
    if (text === '') return fail(place, 'No license is given');
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
        return fail(
          place,
          `${quote(text)} could be ${found.licenseIds.map(quote).join(' or ')}. Write it exactly.`,
        );
      case 'unknown': {
        const hint = found.nearest.map(quote).join(' or ');
        return fail(
          place,
          `${quote(text)} is no license of this organization${hint && `. Did you mean ${hint}?`}`,
        );
      }
    }
  }

  #action(row: FileRow, fail: Fail): Action | undefined {
    const place = this.#columns.action;
    if (place === undefined) return this.#options.actionForAll;
    // Exports put an apostrophe before signs, so that no spreadsheet takes them for formulas.
    const text = cell(row, place).replace(/^'(?=[+\-\u2013\u2212]$)/u, '');
    if (text === '') return fail(place, 'No action is given: write “add” or “remove”');
    return (
      ACTIONS.get(text.toLowerCase()) ??
      fail(place, `${quote(text)} is no action: write “add” or “remove”`)
    );
  }

  #error({ line }: FileRow, place: number | undefined, message: string): FileError {
    const column = place === undefined ? undefined : this.#columns.columns[place]?.header;
    return column === undefined ? { line, message } : { line, column, message };
  }
}

type Fail = (column: number | undefined, message: string) => undefined;

function cell(row: FileRow, place: number | undefined): string {
  return (place === undefined ? undefined : row.cells[place])?.trim() ?? '';
}

const LONGEST_QUOTE = 80;

function quote(text: string): string {
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}
