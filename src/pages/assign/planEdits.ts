import type { Assignments } from '@/model/organizationIndex';
import { type Change, makePlan, type Pair, type Plan, pairKey, type Wish } from '@/model/plan';
import type { Fix } from '@/model/warningList';

/** What the administrator did to a plan while reviewing it. */
export interface PlanEdits {
  /** Keys of pairs taken out. */
  readonly excluded: ReadonlySet<string>;
  /** Changes put in. */
  readonly included: readonly Change[];
}

export const NO_EDITS: PlanEdits = { excluded: new Set(), included: [] };

/** Takes one click's way out of a warning. What was put in by an earlier click can be taken out by a later one. */
export function applyFix(edits: PlanEdits, fix: Fix): PlanEdits {
  if (fix.kind === 'include') {
    const keys = new Set(fix.changes.map(pairKey));
    return {
      excluded: new Set([...edits.excluded].filter((key) => !keys.has(key))),
      included: [...edits.included, ...fix.changes],
    };
  }
  return { ...edits, excluded: new Set([...edits.excluded, ...fix.pairs.map(pairKey)]) };
}

/** Takes a pair out of the plan, or puts it back. */
export function toggled(edits: PlanEdits, pair: Pair): PlanEdits {
  const excluded = new Set(edits.excluded);
  if (!excluded.delete(pairKey(pair))) excluded.add(pairKey(pair));
  return { ...edits, excluded };
}

export function planWith(wishes: readonly Wish[], edits: PlanEdits, current: Assignments): Plan {
  const all: Wish[] = [...wishes, { kind: 'cells', changes: edits.included }];
  return makePlan(all, current, edits.excluded);
}
