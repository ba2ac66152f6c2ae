import { actionOf, isMark, isNoMark } from './changeFileActions';
import type { ChosenColumns, ColumnProblem, FileColumns } from './changeFileColumns';
import type { LicenseFinder } from './changeFileLicenses';
import type { FileRow, FileSource } from './changeFileTable';
import { withoutFormulaGuard } from './csv';
import type { RowFault } from './fileFaults';
import { soleRecipient } from './mailRecipients';
import { type Found, type KnownUsers, looksLikeKey } from './pastedLines';
import type { Action } from './plan';
import type { ResolvedLine } from './resolveUsers';
import { plainText } from './text';

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
  /** A name alone decides nothing where a column that is not used has an id or an email. */
  | {
      readonly kind: 'keyBesideName';
      readonly text: string;
      readonly key: string;
      readonly header: string;
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
  /** In the column of a license: neither a mark nor empty. */
  | { readonly kind: 'unknownMark'; readonly text: string }
  /** Other lines ask for the opposite of what this one does. */
  | {
      readonly kind: 'contradiction';
      readonly action: Action;
      readonly licenseId: string;
      readonly otherLines: readonly number[];
    };

/** Whom a text means; a `UserDirectory`. */
export type PeopleFinder = Pick<KnownUsers, 'find'>;

export interface RowOptions {
  /** What every row asks for, in a file that has no column for it. */
  readonly actionForAll?: Action | undefined;
  /** False as long as not every person was read: a name may then mean somebody who is not known yet. */
  readonly everybodyKnown: boolean;
  /** Columns that were chosen, in the place of what the header says. */
  readonly columns?: ChosenColumns | undefined;
  /** Reads the rows that the file hides too. */
  readonly withHidden?: boolean | undefined;
}

/** One row understood, or everything that is wrong with it. A row that marks no license asks for none. */
export type RowRead =
  | {
      readonly userId: string;
      readonly licenseIds: readonly string[];
      readonly action: Action;
    }
  | { readonly errors: readonly FileError[] };

/** Reads rows one by one. A row with a mistake says all of its mistakes at once. */
export class RowReader {
  readonly #columns: FileColumns;
  readonly #people: PeopleFinder;
  readonly #licenses: LicenseFinder;
  readonly #options: RowOptions;
  readonly #format: FileSource['format'];
  /** Licenses that were written in other case, with how many rows did. */
  readonly otherCase = new Map<string, { readonly licenseId: string; rows: number }>();
  /** Licenses that were called by their description. */
  readonly byDescription = new Map<string, { readonly licenseId: string; rows: number }>();

  constructor(
    columns: FileColumns,
    people: PeopleFinder,
    licenses: LicenseFinder,
    options: RowOptions,
    format: FileSource['format'],
  ) {
    this.#format = format;
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
    const licenseIds = this.#licensesOf(row, fail);
    const action = this.#action(row, fail);
    if (userId === undefined || licenseIds === undefined || action === undefined) return { errors };
    if (errors.length > 0) return { errors };
    return { userId, licenseIds, action };
  }

  /** The most exact cell that is somebody says who is meant; the others must not mean somebody else. */
  #user(row: FileRow, fail: Fail): string | undefined {
    const { everybodyKnown } = this.#options;
    const nobody = everybodyKnown ? 'nobody' : 'nobodyYet';
    let taken: { userId: string; text: string; by: ResolvedLine['by'] } | undefined;
    /** The first that is nobody, and whether it is so exact that no name stands in for it. */
    let unknown: { place: number; text: string; isExact: boolean } | undefined;
    for (const { place, kind } of this.#columns.user) {
      const text = this.#cell(row, place);
      if (text === '') continue;
      const { by, userIds, other } = this.#find(text);
      if (other !== undefined) return fail(place, { kind: 'otherUser', ...other });
      if (taken) {
        if (userIds.length > 0 && !userIds.includes(taken.userId)) {
          return fail(place, { kind: 'otherUser', text, than: taken.text });
        }
        continue;
      }
      const [only] = userIds;
      if (only === undefined) {
        unknown ??= { place, text, isExact: kind === 'email' || looksLikeKey(text) };
        // Rows of other systems have an id or a login of their own beside the email.
        if (kind === 'email' || kind === 'otherId') continue;
        return fail(unknown.place, { kind: nobody, text: unknown.text });
      }
      if (userIds.length > 1) return fail(place, { kind: 'severalUsers', text, by, userIds });
      if (by === 'name') {
        if (unknown?.isExact) break;
        if (!everybodyKnown) return fail(place, { kind: 'uncertainName', text });
      }
      taken = { userId: only, text, by };
    }
    if (taken?.by === 'name') {
      const key = this.#keyOfAnother(row, taken.userId);
      if (key) {
        const { place, ...found } = key;
        return fail(place, { kind: 'keyBesideName', text: taken.text, ...found });
      }
    }
    if (taken) return taken.userId;
    return unknown
      ? fail(unknown.place, { kind: nobody, text: unknown.text })
      : fail(this.#columns.user[0]?.place, { kind: 'noUser' });
  }

  /** Whom a cell means; `other` where it has a name and an address of two users. */
  #find(text: string): Found & { other?: { text: string; than: string } } {
    const found = this.#people.find(text);
    const recipient = found.userIds.length === 0 ? soleRecipient(plainText(text)) : undefined;
    if (!recipient) return found;
    const byAddress = this.#people.find(recipient.address);
    const byName = this.#people.find(recipient.name).userIds;
    const isOther = byName.length > 0 && !byName.some((id) => byAddress.userIds.includes(id));
    return isOther && byAddress.userIds.length > 0
      ? { ...byAddress, other: { text: recipient.name, than: recipient.address } }
      : byAddress;
  }

  /** An id or email that is not the user's, in a column that is not used and that nobody said not to use. */
  #keyOfAnother(row: FileRow, userId: string) {
    if (this.#columns.isUserChosen) return undefined;
    for (const [place, { header, role }] of this.#columns.columns.entries()) {
      const key = role === undefined ? this.#cell(row, place) : '';
      if (looksLikeKey(key) && !this.#people.find(key).userIds.includes(userId)) {
        return { place, key, header };
      }
    }
    return undefined;
  }

  #licensesOf(row: FileRow, fail: Fail): readonly string[] | undefined {
    if (this.#columns.licenses.length === 0) {
      const licenseId = this.#license(row, fail);
      return licenseId === undefined ? undefined : [licenseId];
    }
    return this.#columns.licenses.flatMap(({ place, licenseId }) => {
      const text = this.#cell(row, place);
      if (isNoMark(text)) return [];
      if (isMark(text)) return [licenseId];
      return fail(place, { kind: 'unknownMark', text }) ?? [];
    });
  }

  #license(row: FileRow, fail: Fail): string | undefined {
    const place = this.#columns.license;
    const text = this.#cell(row, place);
    if (text === '') return fail(place, { kind: 'noLicense' });
    const found = this.#licenses.find(text);
    switch (found.kind) {
      case 'exact':
        return found.licenseId;
      case 'otherCase':
      case 'description': {
        const notes = found.kind === 'otherCase' ? this.otherCase : this.byDescription;
        const noted = notes.get(text) ?? { licenseId: found.licenseId, rows: 0 };
        noted.rows += 1;
        notes.set(text, noted);
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
    const text = this.#cell(row, place);
    if (text === '') return fail(place, { kind: 'noAction' });
    return actionOf(text) ?? fail(place, { kind: 'unknownAction', text });
  }

  #cell(row: FileRow, place: number | undefined): string {
    const text = (place === undefined ? undefined : row.cells[place])?.trim() ?? '';
    return this.#format === 'CSV' ? withoutFormulaGuard(text) : text;
  }

  #error({ line }: FileRow, place: number | undefined, problem: LineProblem): FileError {
    const column = place === undefined ? undefined : this.#columns.columns[place]?.header;
    return column === undefined ? { line, problem } : { line, column, problem };
  }
}

type Fail = (column: number | undefined, problem: LineProblem) => undefined;
