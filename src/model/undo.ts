import { type Action, opposite, type Pair, pairOf, type Wish } from './plan';

/**
 * The wish to take back what a job really changed. Planned like any other, it leaves out the pairs that somebody put
 * back since: they are as wished already.
 * @param done the pairs that the job's read-back showed to be changed by it.
 */
export function undoWish(done: Iterable<Pair & { readonly action: Action }>, jobId: string): Wish {
  const changes = Array.from(done, (pair) => ({
    ...pairOf(pair),
    action: opposite(pair.action),
    reason: { kind: 'undo' as const, jobId },
  }));
  return { kind: 'cells', changes };
}
