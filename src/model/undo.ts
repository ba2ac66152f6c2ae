import type { Assignments } from './organizationIndex';
import { type Action, type Change, opposite, type Pair, pairOf, type Reason } from './plan';

export interface Undo {
  /** The inverse of what a job changed, where it still stands as the job left it. */
  readonly changes: readonly Change[];
  /** Pairs that somebody changed since: left alone unless the administrator says otherwise. */
  readonly changedSince: readonly Pair[];
  /** Pairs of users whose assignments could not be read now. */
  readonly unread: readonly Pair[];
}

/**
 * The way back from what really changed.
 * @param done the pairs that a job's read-back showed to be changed by it.
 * @param current what these users hold now.
 */
export function undoOf(
  done: Iterable<Pair & { readonly action: Action }>,
  current: Assignments,
  reason: Reason,
): Undo {
  const changes: Change[] = [];
  const changedSince: Pair[] = [];
  const unread: Pair[] = [];
  for (const pair of done) {
    const held = current.get(pair.userId);
    if (!held) unread.push(pairOf(pair));
    else if (held.has(pair.licenseId) !== (pair.action === 'add')) changedSince.push(pairOf(pair));
    else changes.push({ ...pairOf(pair), action: opposite(pair.action), reason });
  }
  return { changes, changedSince, unread };
}
