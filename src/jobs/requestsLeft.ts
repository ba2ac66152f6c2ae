import { FIRST_BATCH_SIZE } from './batches';
import type { JobPair } from './job';
import type { Progress } from './ProgressLog';
import { USERS_A_READ } from './service';

interface Facts {
  readonly pairs: readonly Readonly<JobPair>[];
  readonly recent: Progress;
  /** Requests that were made since nothing is left to send. */
  readonly requestsSinceAllSent: number;
}

/** The users of a batch may be read before, the batch is sent, and they are read back. */
const REQUESTS_A_BATCH = 3;
/** So many pairs tell how many requests a pair really takes. */
const TELLING_PAIRS = 3 * FIRST_BATCH_SIZE;

/** The requests that a job still needs, as far as can be told: to send what is open, and to look at it for a last time. */
export function requestsLeft({ pairs, recent, requestsSinceAllSent }: Facts): number {
  const open = pairs.filter(({ state }) => state === 'planned' || state === 'sent').length;
  const usersLookedAt = new Set(pairs.filter(isLookedAtAgain).map(({ userId }) => userId));
  const lastLook = Math.ceil(usersLookedAt.size / USERS_A_READ);
  if (open === 0) return Math.max(1, lastLook - requestsSinceAllSent);
  return open * requestsAPair(recent) + lastLook;
}

function requestsAPair({ requests, settled }: Progress): number {
  return settled < TELLING_PAIRS ? REQUESTS_A_BATCH / FIRST_BATCH_SIZE : requests / settled;
}

function isLookedAtAgain({ state, action }: Readonly<JobPair>): boolean {
  if (state === 'unconfirmed' || state === 'failed') return true;
  return action === 'remove' && (state === 'done' || state === 'planned' || state === 'sent');
}
