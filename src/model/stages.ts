import { type Action, type Change, pairKey, type Reason } from './plan';

/** A change with its place in the sequence of requests. */
export interface StagedChange extends Change {
  /** Requests of a lower stage are answered and read back before one of this stage is sent. */
  readonly stage: number;
  /** Licenses whose changes for the same user must be in place before this one is sent; all are of a lower stage. */
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
 * Each change names those that it needs, so that it can be kept back when one of them does not succeed.
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
  /** What a prerequisite is met by: itself where it is added too, otherwise whatever is added that comprises it. */
  const neededAdds = (userId: string, licenseId: string) => {
    const isAdded = (id: string) => id !== licenseId && isPlanned(userId, id, 'add');
    const needed = definitions
      .prerequisitesOf(licenseId)
      .flatMap((id) => (isAdded(id) ? [id] : [...definitions.comprisedIn(id)].filter(isAdded)));
    const stage = addStage(userId, licenseId);
    return [...new Set(needed)].filter((id) => addStage(userId, id) < stage);
  };
  const stagedAdds = adds.map((change) => ({
    ...change,
    stage: addStage(change.userId, change.licenseId),
    needs: neededAdds(change.userId, change.licenseId),
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
  const replacements = addsThatReplace(adds);
  const stagedRemoves = removes.map((change) => {
    const { userId, licenseId } = change;
    const stage = removeStage(userId, licenseId);
    const removedFirst = (dependents.get(pairKey(change)) ?? []).filter(
      (id) => removeStage(userId, id) < stage,
    );
    // The old license goes only once the new one is there.
    const addedFirst = replacements(change);
    return {
      ...change,
      stage: firstRemoveStage + stage,
      needs: [...new Set([...addedFirst, ...removedFirst])],
    };
  });
  return [...stagedAdds, ...stagedRemoves].sort((a, b) => a.stage - b.stage);
}

/** Orders that give a user one set of licenses in place of another: nothing is taken unless all was given. */
const REPLACING: ReadonlySet<Reason['kind']> = new Set(['set', 'undo', 'restore']);

/** Gives, for a removal, the licenses that its user is given in place of it. */
function addsThatReplace(adds: readonly Change[]): (removal: Change) => readonly string[] {
  const given = new Map<string, string[]>();
  for (const { userId, licenseId, reason } of adds) {
    if (!REPLACING.has(reason.kind)) continue;
    const key = `${userId}\n${reason.kind}`;
    const known = given.get(key);
    if (known) known.push(licenseId);
    else given.set(key, [licenseId]);
  }
  return ({ userId, reason }) =>
    reason.kind === 'swap' ? [reason.to] : (given.get(`${userId}\n${reason.kind}`) ?? []);
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
