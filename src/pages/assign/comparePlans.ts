import { type Change, pairKey } from '@/model/plan';

/** What became of a plan when the users were read again. */
export interface Difference {
  readonly added: readonly Change[];
  readonly gone: readonly Change[];
}

/** Undefined where both plans change the same pairs in the same way. */
export function differenceOf(
  before: readonly Change[],
  after: readonly Change[],
): Difference | undefined {
  const key = (change: Change) => `${change.action}\n${pairKey(change)}`;
  const was = new Set(before.map(key));
  const is = new Set(after.map(key));
  const added = after.filter((change) => !was.has(key(change)));
  const gone = before.filter((change) => !is.has(key(change)));
  return added.length + gone.length > 0 ? { added, gone } : undefined;
}
