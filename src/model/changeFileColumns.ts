import { type ColumnRole, meaningOf, type UserKind } from './changeFileHeaders';

export type { ColumnRole } from './changeFileHeaders';

export interface FileColumn {
  /** As it stands in the file. */
  readonly header: string;
  /** What it was taken for; undefined when it is not used. */
  readonly role: ColumnRole | undefined;
}

/** Columns that the administrator chose, counted from 0, in the place of what their headers say. */
export interface ChosenColumns {
  readonly user?: number | undefined;
  readonly license?: number | undefined;
  /** "none" where every row asks for the same. */
  readonly action?: number | 'none' | undefined;
}

/** A column that names the user, and how exactly. */
export interface UserColumn {
  readonly place: number;
  readonly kind: UserKind;
}

/** A column that is called like a license, and marks who is meant. */
export interface LicenseColumn {
  readonly place: number;
  readonly licenseId: string;
}

/** Which column of a file holds what. */
export interface FileColumns {
  /** Every column, in the order of the file. */
  readonly columns: readonly FileColumn[];
  /** The columns that name the user, the most exact first. Several are compared row by row. */
  readonly user: readonly UserColumn[];
  readonly license: number | undefined;
  /** In a file that has a column for each license, as the export of assignments has. */
  readonly licenses: readonly LicenseColumn[];
  /** A file without it asks the same of every row. */
  readonly action: number | undefined;
  /** Somebody chose the column of the users: the others say nothing about them. */
  readonly isUserChosen: boolean;
  /** Why the rows cannot be read. */
  readonly problems: readonly ColumnProblem[];
}

export type ColumnProblem =
  | { readonly kind: 'noUserColumn' | 'noLicenseColumn' }
  /** Columns that would mean the same. */
  | {
      readonly kind: 'sameColumns';
      readonly role: ColumnRole;
      readonly headers: readonly string[];
    };

/**
 * @param hidden columns that the file does not show, which are not used unless they are chosen.
 * @param licenseOf tells which license a text is, for files that have a column for each.
 */
export function findColumns(
  header: readonly string[],
  chosen: ChosenColumns = {},
  hidden: ReadonlySet<number> = new Set(),
  licenseOf: (text: string) => string | undefined = () => undefined,
): FileColumns {
  const meanings = header.map((text, place) => {
    const meaning = hidden.has(place) ? undefined : meaningOf(text);
    return meaning && { ...meaning, place };
  });
  const known = meanings
    .filter((meaning) => meaning !== undefined)
    .sort((a, b) => a.rank - b.rank || a.place - b.place);
  const user =
    chosen.user === undefined
      ? known.flatMap((meaning) =>
          meaning.role === 'user' ? [{ place: meaning.place, kind: meaning.kind }] : [],
        )
      : [{ place: chosen.user, kind: 'user' as const }];
  const problems: ColumnProblem[] = [];
  const single = (role: ColumnRole, choice: number | 'none' | undefined): number | undefined => {
    if (choice !== undefined) return choice === 'none' ? undefined : choice;
    const [first, ...others] = known.filter((meaning) => meaning.role === role);
    const same = others.filter(({ rank }) => rank === first?.rank);
    if (first && same.length > 0) {
      const headers = [first, ...same].map(({ place }) => header[place]?.trim() ?? '');
      problems.push({ kind: 'sameColumns', role, headers });
      return undefined;
    }
    return first?.place;
  };
  if (user.length === 0) problems.push({ kind: 'noUserColumn' });
  const license = single('license', chosen.license);
  const isNamed = license !== undefined || problems.some(({ kind }) => kind === 'sameColumns');
  const licenses = isNamed ? [] : licenseColumns(header, hidden, licenseOf);
  if (!isNamed && licenses.length === 0) problems.push({ kind: 'noLicenseColumn' });
  const action = single('action', chosen.action);

  const roles = new Map<number | undefined, ColumnRole>([
    ...user.map(({ place }) => [place, 'user'] as const),
    [license, 'license'],
    ...licenses.map(({ place }) => [place, 'license'] as const),
    [action, 'action'],
  ]);
  return {
    columns: header.map((text, place) => ({ header: text.trim(), role: roles.get(place) })),
    user,
    license,
    licenses,
    action,
    isUserChosen: chosen.user !== undefined,
    problems,
  };
}

function licenseColumns(
  header: readonly string[],
  hidden: ReadonlySet<number>,
  licenseOf: (text: string) => string | undefined,
): LicenseColumn[] {
  return header.flatMap((text, place) => {
    const licenseId = hidden.has(place) || meaningOf(text) ? undefined : licenseOf(text.trim());
    return licenseId === undefined ? [] : [{ place, licenseId }];
  });
}

/** Titles, and what an export says of itself, are shorter. */
export const MOST_RECORDS_ABOVE = 50;

/**
 * Which of the first records is the header: the one that names users and licenses, or else the one with several known
 * columns. Where there is none, it is the first that is no title, which stands alone in its line.
 */
export function headerPlace(records: readonly (readonly string[])[]): number {
  const first = records.slice(0, MOST_RECORDS_ABOVE);
  const named = first.findIndex((cells) => namesUsersAndLicenses(cells));
  if (named !== -1) return named;
  // Such as a table of users with a column for each license. One known word may be a job title in a row.
  const known = first.findIndex(
    (cells) => filled(cells) > 2 && cells.filter((text) => meaningOf(text)).length > 1,
  );
  if (known !== -1) return known;
  return Math.max(
    0,
    first.findIndex((cells) => filled(cells) > 1),
  );
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

function namesUsersAndLicenses(header: readonly string[]): boolean {
  const roles = rolesIn(header);
  return roles.has('user') && roles.has('license');
}

export function rolesIn(header: readonly string[]): ReadonlySet<ColumnRole> {
  return new Set(header.flatMap((text) => meaningOf(text)?.role ?? []));
}
