import type { Assignments } from './organizationIndex';
import { applyChanges, type Change, type Plan } from './plan';
import { type Warning, WarningList } from './warningList';

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
  /** The licenses that the roles of a user bring; undefined where that was not asked. */
  readonly impliedFor: (userId: string) => ReadonlySet<string> | 'unknown' | undefined;
  /** The names of the roles of a user that bring a license, as far as they are known. */
  readonly rolesBringing?: (userId: string, licenseId: string) => readonly string[];
}

/** Everything about a plan that an administrator should see before applying it, the most serious first. */
export function findWarnings(plan: Plan, facts: PlanFacts): Warning[] {
  const after = applyChanges(facts.current, plan.changes);
  const found = new WarningList();
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
  { definitions, stateOf, impliedFor }: PlanFacts,
  found: WarningList,
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
  const implied = impliedFor(userId);
  if (implied === 'unknown') found.note('unknownIfItStays', change, undefined);
  else if (implied && !implied.has(licenseId)) {
    found.note('broughtByNoRole', change, undefined, { exclude: change });
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
  { definitions, impliedFor, rolesBringing }: PlanFacts,
  found: WarningList,
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
  const implied = impliedFor(userId);
  if (implied === 'unknown') found.note('unknownIfItReturns', change, undefined);
  else if (implied?.has(licenseId)) {
    const roles = rolesBringing?.(userId, licenseId) ?? [];
    found.note('impliedByRole', change, undefined, { exclude: change, roles });
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
