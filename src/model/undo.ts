import { type Action, opposite, type Pair, pairOf, type Wish } from './plan';

/** A pair that a job's readings showed to be as the job wished. */
interface DonePair extends Pair {
  readonly action: Action;
  /** Set where it is not sure that the job changed it. */
  readonly doubt?: unknown;
}

/**
 * The wish to take back what a job verifiably changed. Planned like any other, it leaves out the pairs that somebody put
 * back since: they are as wished already.
 * @param withDoubtful takes back what the job may not have changed as well.
 */
export function undoWish(done: Iterable<DonePair>, jobId: string, withDoubtful = false): Wish {
  const changes = Array.from(done)
    .filter(({ doubt }) => withDoubtful || doubt === undefined)
    .map((pair) => ({
      ...pairOf(pair),
      action: opposite(pair.action),
      reason: { kind: 'undo' as const, jobId },
    }));
  return { kind: 'cells', changes };
}
