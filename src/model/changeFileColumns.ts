import { foldText } from './text';

export type ColumnRole = 'user' | 'license' | 'action';

export interface FileColumn {
  /** As it stands in the file. */
  readonly header: string;
  /** What it was taken for; undefined when it is not used. */
  readonly role: ColumnRole | undefined;
}

/** Which column of a file holds what. */
export interface FileColumns {
  /** Every column, in the order of the file. */
  readonly columns: readonly FileColumn[];
  /** The columns that name the user, the most exact first. */
  readonly user: readonly number[];
  readonly license: number | undefined;
  /** A file without it asks the same of every row. */
  readonly action: number | undefined;
  /** Why the rows cannot be read. */
  readonly problems: readonly ColumnProblem[];
}

export type ColumnProblem =
  | { readonly kind: 'noUserColumn' | 'noLicenseColumn' }
  /** Columns that would mean the same. */
  | { readonly kind: 'sameColumns'; readonly headers: readonly string[] };

/** What headers may say, the most exact first. Case, blanks and marks do not count. */
const HEADERS: Readonly<Record<ColumnRole, readonly (readonly string[])[]>> = {
  user: [
    ['userid', 'useridentifier', 'userguid', 'genesysid', 'genesysuserid', 'personid', 'agentid'],
    ['email', 'emailaddress', 'useremail', 'mail', 'username'],
    ['user', 'users', 'person', 'agent', 'member', 'employee'],
    ['name', 'fullname', 'displayname', 'personname', 'agentname', 'employeename'],
  ],
  license: [
    ['licenseid', 'licenceid', 'licenseids', 'licenceids'],
    ['license', 'licence', 'licenses', 'licences'],
  ],
  action: [['action', 'change', 'operation', 'addremove', 'addorremove', 'assignunassign']],
};

export function findColumns(header: readonly string[]): FileColumns {
  const keys = header.map((text) => foldText(text).replace(/[^\p{L}\p{N}]/gu, ''));
  const problems: ColumnProblem[] = [];
  const user = placesOf('user', keys);
  const license = placesOf('license', keys).slice(0, 1);
  const action = placesOf('action', keys).slice(0, 1);

  for (const places of [...user, ...license, ...action]) {
    if (places.length > 1) {
      const headers = places.map((place) => header[place]?.trim() ?? '');
      problems.push({ kind: 'sameColumns', headers });
    }
  }
  if (user.length === 0) problems.push({ kind: 'noUserColumn' });
  if (license.length === 0) problems.push({ kind: 'noLicenseColumn' });

  const roles = new Map<number, ColumnRole>([
    ...user.flat().map((place) => [place, 'user'] as const),
    ...license.flat().map((place) => [place, 'license'] as const),
    ...action.flat().map((place) => [place, 'action'] as const),
  ]);
  return {
    columns: header.map((text, place) => ({ header: text.trim(), role: roles.get(place) })),
    user: user.flat(),
    license: license[0]?.[0],
    action: action[0]?.[0],
    problems,
  };
}

/** The columns of a role: a list for each way of saying it that occurs, the most exact first. */
function placesOf(role: ColumnRole, keys: readonly string[]): number[][] {
  return HEADERS[role]
    .map((names) => [...keys.keys()].filter((place) => names.includes(keys[place] ?? '')))
    .filter((places) => places.length > 0);
}
