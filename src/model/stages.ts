import { type Action, type Change, pairKey } from './plan';

/** A change with its place in the sequence of requests. */
export interface StagedChange extends Change {
  /** Requests of a lower stage are answered and read back before one of this stage is sent. */
  readonly stage: number;
  /** Licenses that the user must hold before this change is sent; without them it is not sent. */
  readonly needs: readonly string[];
}

/** What the order depends on. A DefinitionGraph has it. */
export interface Dependencies {
  prerequisitesOf(licenseId: string): readonly string[];
  /** The licenses that comprise this one: holding one of them meets the prerequisite as well. */
  comprisedIn(licenseId: string): Iterable<string>;
}

/**
 * Puts changes in an order in which a failure half-way leaves nobody worse off:
 * - a prerequisite, or what comprises it, is added in an earlier request than what needs it;
 * - everything is added before anything is removed, so that a swap never leaves a user without;
 * - a license is removed in an earlier request than its own prerequisites.
 */
export function stageChanges(
  changes: readonly Change[],
  definitions: Dependencies,
): StagedChange[] {
  const actions = new Map(changes.map((change) => [pairKey(change), change.action]));
  const isPlanned = (userId: string, licenseId: string, action: Action) =>
    actions.get(pairKey({ userId, licenseId })) === action;
  const supports = memoized((licenseId) => [...supportsOf(licenseId, definitions)]);
  const adds = changes.filter((change) => change.action === 'add');
  const removes = changes.filter((change) => change.action === 'remove');

  const addStage = memoizedDepth((userId, licenseId) =>
    supports(licenseId).filter((support) => isPlanned(userId, support, 'add')),
  );
  const stagedAdds = adds.map((change) => ({
    ...change,
    stage: addStage(change.userId, change.licenseId),
    needs: [],
  }));

  const dependents = new Map<string, string[]>();
  for (const { userId, licenseId } of removes) {
    for (const support of supports(licenseId)) {
      if (!isPlanned(userId, support, 'remove')) continue;
      const key = pairKey({ userId, licenseId: support });
      dependents.set(key, [...(dependents.get(key) ?? []), licenseId]);
    }
  }
  const removeStage = memoizedDepth(
    (userId, licenseId) => dependents.get(pairKey({ userId, licenseId })) ?? [],
  );
  const firstRemoveStage = stagedAdds.reduce((last, { stage }) => Math.max(last, stage + 1), 0);
  const stagedRemoves = removes.map((change) => ({
    ...change,
    stage: firstRemoveStage + removeStage(change.userId, change.licenseId),
    // In a swap the old license goes only once the new one is there.
    needs: change.reason.kind === 'swap' ? [change.reason.to] : [],
  }));
  return [...stagedAdds, ...stagedRemoves].sort((a, b) => a.stage - b.stage);
}

/** Whatever helps to meet a prerequisite of this license. */
function supportsOf(licenseId: string, definitions: Dependencies): Set<string> {
  const supports = new Set<string>();
  for (const prerequisite of definitions.prerequisitesOf(licenseId)) {
    supports.add(prerequisite);
    for (const whole of definitions.comprisedIn(prerequisite)) supports.add(whole);
  }
  supports.delete(licenseId);
  return supports;
}

/** The longest chain below a pair. A circle, which no order satisfies, ends where it closes. */
function memoizedDepth(below: (userId: string, licenseId: string) => readonly string[]) {
  const known = new Map<string, number>();
  return function depth(userId: string, licenseId: string): number {
    const key = pairKey({ userId, licenseId });
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const deepest = below(userId, licenseId).reduce(
      (highest, next) => Math.max(highest, depth(userId, next) + 1),
      0,
    );
    known.set(key, deepest);
    return deepest;
  };
}

function memoized<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
