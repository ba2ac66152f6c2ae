import type { Assignments } from './organizationIndex';
import { applyChanges, type Change, type Pair, type Plan, pairOf } from './plan';

export type WarningKind =
  /** `other` is a prerequisite of `licenseId` that the users would lack. */
  | 'missingPrerequisite'
  /** `other` stays with the users and needs `licenseId`, which is removed. */
  | 'dependentStays'
  /** `licenseId` is added to users who have it within `other`. */
  | 'redundant'
  /** `licenseId` is held and comes within `other`, which is added. */
  | 'becomesRedundant'
  /** `licenseId` is removed from users of whom a role implies it: it may come back. */
  | 'impliedByRole'
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
  readonly userIds: readonly string[];
  readonly fixes: readonly Fix[];
}

export type KnownState = 'active' | 'inactive' | 'deleted' | 'unknown';

/** What warnings are drawn from, besides the plan. */
export interface PlanFacts {
  readonly current: Assignments;
  readonly definitions: {
    prerequisitesOf(licenseId: string): readonly string[];
    allPrerequisitesOf(licenseId: string): ReadonlySet<string>;
    comprisesOf(licenseId: string): ReadonlySet<string>;
    comprisedIn(licenseId: string): ReadonlySet<string>;
  };
  /** The state of a user, `unknown` for an id that no user has; undefined as long as that was not read. */
  readonly stateOf: (userId: string) => KnownState | undefined;
  /** What the roles of a user imply; undefined where that was not asked. */
  readonly impliedFor: (userId: string) => ReadonlySet<string> | undefined;
}

/** Everything about a plan that an administrator should see before applying it, the most serious first. */
export function findWarnings(plan: Plan, facts: PlanFacts): Warning[] {
  const after = applyChanges(facts.current, plan.changes);
  const found = new Findings();
  for (const change of plan.changes) {
    const before = facts.current.get(change.userId) ?? NOTHING;
    const held = after.get(change.userId) ?? NOTHING;
    if (change.action === 'add') warnOfAdding(change, before, held, facts, found);
    else warnOfRemoving(change, before, held, facts, found);
  }
  return found.inOrder();
}

const NOTHING: ReadonlySet<string> = new Set();

function warnOfAdding(
  change: Change,
  before: ReadonlySet<string>,
  held: ReadonlySet<string>,
  { definitions, stateOf }: PlanFacts,
  found: Findings,
): void {
  const { userId, licenseId } = change;
  for (const prerequisite of definitions.prerequisitesOf(licenseId)) {
    if (isCovered(prerequisite, held, definitions)) continue;
    const missing = [prerequisite, ...definitions.allPrerequisitesOf(prerequisite)].filter(
      (needed) => !isCovered(needed, held, definitions),
    );
    found.note('missingPrerequisite', change, prerequisite, {
      include: missing.map((needed) => ({
        userId,
        licenseId: needed,
        action: 'add',
        reason: { kind: 'prerequisite', of: licenseId },
      })),
      exclude: change,
    });
  }
  for (const whole of definitions.comprisedIn(licenseId)) {
    if (held.has(whole)) found.note('redundant', change, whole, { exclude: change });
  }
  for (const part of definitions.comprisesOf(licenseId)) {
    if (!before.has(part) || !held.has(part)) continue;
    found.note('becomesRedundant', { userId, licenseId: part }, licenseId, {
      include: [
        { userId, licenseId: part, action: 'remove', reason: { kind: 'within', of: licenseId } },
      ],
    });
  }
  const state = stateOf(userId);
  if (state === 'inactive' || state === 'deleted') {
    found.note('inactiveUser', { userId }, undefined, { exclude: change });
  } else if (state === 'unknown') {
    found.note('unknownUser', { userId }, undefined, { exclude: change });
  }
}

function warnOfRemoving(
  change: Change,
  before: ReadonlySet<string>,
  held: ReadonlySet<string>,
  { definitions, impliedFor }: PlanFacts,
  found: Findings,
): void {
  const { userId, licenseId } = change;
  for (const dependent of held) {
    const brokenBy = definitions
      .prerequisitesOf(dependent)
      .some(
        (needed) =>
          (needed === licenseId || definitions.comprisesOf(licenseId).has(needed)) &&
          isCovered(needed, before, definitions) &&
          !isCovered(needed, held, definitions),
      );
    if (!brokenBy) continue;
    found.note('dependentStays', change, dependent, {
      include: [
        {
          userId,
          licenseId: dependent,
          action: 'remove',
          reason: { kind: 'dependent', of: licenseId },
        },
      ],
      exclude: change,
    });
  }
  if (impliedFor(userId)?.has(licenseId)) {
    found.note('impliedByRole', change, undefined, { exclude: change });
  }
}

/** A prerequisite is met by the license itself and by one that comprises it. */
export function isCovered(
  licenseId: string,
  held: ReadonlySet<string>,
  definitions: PlanFacts['definitions'],
): boolean {
  if (held.has(licenseId)) return true;
  for (const whole of definitions.comprisedIn(licenseId)) if (held.has(whole)) return true;
  return false;
}

interface Draft {
  kind: WarningKind;
  licenseId: string | undefined;
  other: string | undefined;
  userIds: Set<string>;
  include: Change[];
  exclude: Pair[];
}

const ORDER: readonly WarningKind[] = [
  'missingPrerequisite',
  'dependentStays',
  'unknownUser',
  'inactiveUser',
  'impliedByRole',
  'redundant',
  'becomesRedundant',
];

/** Gathers what is found of single pairs into one warning a kind and license. */
class Findings {
  readonly #drafts = new Map<string, Draft>();

  note(
    kind: WarningKind,
    { userId, licenseId }: { userId: string; licenseId?: string },
    other: string | undefined,
    fix: { include?: readonly Change[]; exclude?: Pair },
  ): void {
    const key = [kind, licenseId, other].join('\n');
    const draft = this.#drafts.get(key) ?? {
      kind,
      licenseId,
      other,
      userIds: new Set<string>(),
      include: [],
      exclude: [],
    };
    this.#drafts.set(key, draft);
    draft.userIds.add(userId);
    if (fix.include) draft.include.push(...fix.include);
    if (fix.exclude) draft.exclude.push(pairOf(fix.exclude));
  }

  inOrder(): Warning[] {
    return [...this.#drafts.values()]
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
      .map(({ kind, licenseId, other, userIds, include, exclude }) => ({
        kind,
        ...(licenseId !== undefined && { licenseId }),
        ...(other !== undefined && { other }),
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
