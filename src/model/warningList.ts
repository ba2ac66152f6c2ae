import { type Change, type Pair, pairOf } from './plan';

export type WarningKind =
  /** `other` is a prerequisite of `licenseId` that the users would lack. */
  | 'missingPrerequisite'
  /** `other` stays with the users and needs `licenseId`, which is removed. */
  | 'dependentStays'
  /** `licenseId` is added to users who have it within `other`. */
  | 'redundant'
  /** `licenseId` is held and comes within `other`, which is added. */
  | 'becomesRedundant'
  /** `licenseId` is removed from users of whom a role brings it: it is likely to come back. */
  | 'impliedByRole'
  /** `licenseId` is added to users of whom no role brings it: it may not stay. */
  | 'broughtByNoRole'
  /** What the roles bring was asked and could not be found out, for users to whom `licenseId` is added … */
  | 'unknownIfItStays'
  /** … or from whom it is removed. */
  | 'unknownIfItReturns'
  | 'inactiveUser'
  | 'unknownUser';

/** A way out that takes one click. */
export type Fix =
  | {
      readonly kind: 'include';
      readonly action: 'add' | 'remove';
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'exclude'; readonly pairs: readonly Pair[] };

/** One reason to look twice, for all users whom it concerns. */
export interface Warning {
  readonly kind: WarningKind;
  readonly licenseId?: string;
  readonly other?: string;
  /** Of `impliedByRole`: the names of the roles, those of most users first, as far as they are known. */
  readonly roles?: readonly string[];
  readonly userIds: readonly string[];
  readonly fixes: readonly Fix[];
}

interface Draft {
  kind: WarningKind;
  licenseId: string | undefined;
  other: string | undefined;
  userIds: Set<string>;
  include: Change[];
  exclude: Pair[];
  /** How many users have each role. */
  roles: Map<string, number>;
}

const ORDER: readonly WarningKind[] = [
  'missingPrerequisite',
  'dependentStays',
  'unknownUser',
  'inactiveUser',
  'impliedByRole',
  'broughtByNoRole',
  'unknownIfItReturns',
  'unknownIfItStays',
  'redundant',
  'becomesRedundant',
];

interface NoteDetails {
  include?: readonly Change[];
  exclude?: Pair;
  /** Names of roles that are the reason. */
  roles?: readonly string[];
}

/** Gathers what is found of single pairs into one warning a kind and license. */
export class WarningList {
  readonly #drafts = new Map<string, Draft>();

  note(
    kind: WarningKind,
    { userId, licenseId }: { userId: string; licenseId?: string },
    other: string | undefined,
    { include = [], exclude, roles = [] }: NoteDetails = {},
  ): void {
    const key = [kind, licenseId, other].join('\n');
    const draft = this.#drafts.get(key) ?? {
      kind,
      licenseId,
      other,
      userIds: new Set<string>(),
      include: [],
      exclude: [],
      roles: new Map<string, number>(),
    };
    this.#drafts.set(key, draft);
    draft.userIds.add(userId);
    draft.include.push(...include);
    if (exclude) draft.exclude.push(pairOf(exclude));
    for (const role of roles) draft.roles.set(role, (draft.roles.get(role) ?? 0) + 1);
  }

  inOrder(): Warning[] {
    return [...this.#drafts.values()]
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
      .map(({ kind, licenseId, other, userIds, include, exclude, roles }) => ({
        kind,
        ...(licenseId !== undefined && { licenseId }),
        ...(other !== undefined && { other }),
        ...(roles.size > 0 && { roles: mostFirst(roles) }),
        userIds: [...userIds],
        fixes: fixesOf(include, exclude),
      }));
  }
}

function fixesOf(include: readonly Change[], exclude: readonly Pair[]): Fix[] {
  const fixes: Fix[] = [];
  const [first] = include;
  if (first) fixes.push({ kind: 'include', action: first.action, changes: include });
  if (exclude.length > 0) fixes.push({ kind: 'exclude', pairs: exclude });
  return fixes;
}

function mostFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
