import { type Change, pairKey } from './plan';

/** A change with its place in the sequence of requests. */
export interface StagedChange extends Change {
  /** Requests of a lower stage are answered and read back before one of this stage is sent. */
  readonly stage: number;
  /** Licenses of the same user that must be in place before this change is sent; without them it is not sent. */
  readonly needs: readonly string[];
}

/** What the order depends on: which licenses a license needs directly. */
export interface Prerequisites {
  prerequisitesOf(licenseId: string): readonly string[];
}

/**
 * Puts changes in an order in which a failure half-way leaves nobody worse off:
 * - a prerequisite is added in an earlier request than what needs it;
 * - everything is added before anything is removed, so that a swap never leaves a user without;
 * - a license is removed before its own prerequisites are.
 */
export function stageChanges(
  changes: readonly Change[],
  definitions: Prerequisites,
): StagedChange[] {
  const planned = new Map(changes.map((change) => [pairKey(change), change]));
  const depthOfAdd = memoizedDepth((userId, licenseId) =>
    needsOf(userId, licenseId, 'add', definitions, planned),
  );

  const adds = changes.filter((change) => change.action === 'add');
  const removes = changes.filter((change) => change.action === 'remove');
  const dependents = dependentsAmong(removes, definitions, planned);
  const depthOfRemove = memoizedDepth(
    (userId, licenseId) => dependents.get(pairKey({ userId, licenseId })) ?? [],
  );

  const stagedAdds = adds.map((change) => {
    const { userId, licenseId } = change;
    const stage = depthOfAdd(userId, licenseId);
    // In a circle of prerequisites each would wait for the other: only what comes earlier can be waited for.
    const needs = needsOf(userId, licenseId, 'add', definitions, planned).filter(
      (needed) => depthOfAdd(userId, needed) < stage,
    );
    return { ...change, stage, needs };
  });
  const firstRemoveStage = stagedAdds.reduce(
    (highest, { stage }) => Math.max(highest, stage + 1),
    0,
  );
  const stagedRemoves = removes.map((change) => ({
    ...change,
    stage: firstRemoveStage + depthOfRemove(change.userId, change.licenseId),
    needs: swapTarget(change, planned),
  }));
  return [...stagedAdds, ...stagedRemoves].sort((a, b) => a.stage - b.stage);
}

/** In a swap, the old license goes only once the new one is there. */
function swapTarget(change: Change, planned: ReadonlyMap<string, Change>): string[] {
  if (change.reason.kind !== 'swap') return [];
  const target = { userId: change.userId, licenseId: change.reason.to };
  return planned.get(pairKey(target))?.action === 'add' ? [target.licenseId] : [];
}

function needsOf(
  userId: string,
  licenseId: string,
  action: 'add' | 'remove',
  definitions: Prerequisites,
  planned: ReadonlyMap<string, Change>,
): string[] {
  return definitions
    .prerequisitesOf(licenseId)
    .filter((needed) => planned.get(pairKey({ userId, licenseId: needed }))?.action === action);
}

/** For each removed pair, the licenses removed from the same user that need it. */
function dependentsAmong(
  removes: readonly Change[],
  definitions: Prerequisites,
  planned: ReadonlyMap<string, Change>,
): ReadonlyMap<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const { userId, licenseId } of removes) {
    for (const needed of needsOf(userId, licenseId, 'remove', definitions, planned)) {
      const key = pairKey({ userId, licenseId: needed });
      dependents.set(key, [...(dependents.get(key) ?? []), licenseId]);
    }
  }
  return dependents;
}

/** The longest chain below a pair. A circle of prerequisites, which no order satisfies, ends where it closes. */
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
