import { pairKey } from '@/model/plan';
import type { StagedChange } from '@/model/stages';
import { type JobPair, newPairs } from './job';
import type { LiveJob } from './LiveJob';
import { isRefusedByWord } from './verdict';

/** Whether a job can take these changes up: it has one pair for each user and license, which goes one way. */
export function canPlanAgain(
  pairs: readonly Readonly<JobPair>[],
  changes: readonly Pick<StagedChange, 'userId' | 'licenseId' | 'action'>[],
): boolean {
  const actions = new Map(pairs.map((pair) => [pairKey(pair), pair.action]));
  return changes.every(
    (change) => (actions.get(pairKey(change)) ?? change.action) === change.action,
  );
}

/**
 * Makes these changes wait to be sent. What a job knows of them stays with them: what it sent before and finds in place is
 * its own work. Changes that the review added are new pairs of the job.
 */
export function planAgain(
  live: LiveJob,
  changes: readonly StagedChange[],
  nameOf: (userId: string) => string,
): void {
  const numberOf = new Map(live.pairs.map((pair, number) => [pairKey(pair), number]));
  for (const change of changes) {
    const number = numberOf.get(pairKey(change));
    const pair = number === undefined ? undefined : live.pairs[number];
    if (number === undefined || !pair) {
      for (const added of newPairs([change], nameOf)) live.append(added);
      continue;
    }
    // Refused by its own word: what is found in place from now on is not the work of that request.
    if (isRefusedByWord(pair)) pair.openSends -= 1;
    delete pair.ending;
    pair.state = 'planned';
    pair.attempts = 0;
    pair.stage = change.stage;
    pair.needs = change.needs;
    delete pair.word;
    delete pair.note;
    delete pair.contextId;
    delete pair.doubt;
    delete pair.why;
    live.touch(number);
  }
}
