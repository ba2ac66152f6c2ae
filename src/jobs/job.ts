import { plural } from '@lingui/core/macro';
import type { Refusal } from '@/api/refusal';
import type { Action, Change, Reason } from '@/model/plan';
import type { StagedChange } from '@/model/stages';

export const PAIR_STATES = [
  'planned',
  'sent',
  'done',
  'alreadySo',
  'failed',
  'unconfirmed',
  'notSent',
] as const;

/** What is known of one pair; docs/decisions/0006 says what each claims and what leads from one to the next. */
export type PairState = (typeof PAIR_STATES)[number];

/** How the last request that held a pair ended. */
export type Ending =
  | 'answered'
  /** An error for this pair alone. */
  | 'refused'
  /** No answer that says what became of it. */
  | 'lost';

/** Why it is not sure that a pair that is as wished was changed by this job. */
export type Doubt =
  /** What the user held before was not known. */
  | 'unread'
  /** The service's word says in effect that it was so already. */
  | 'unchanged'
  /** The service's word says that it refused. */
  | 'refused';

export interface JobPair {
  readonly userId: string;
  /** What the user was called when the job was made: a history can be read without the organization. */
  readonly userName: string;
  readonly licenseId: string;
  readonly action: Action;
  readonly reason: Reason;
  stage: number;
  /** Licenses whose changes for this user must be in place before this one is sent. */
  needs: readonly string[];
  state: PairState;
  /** How often it was sent, in all lives of the job. */
  sends: number;
  /** Requests of these that may have changed it, or still may. */
  openSends: number;
  /** Requests of these that were not refused: without an answer, or accepted. They may show at any time. */
  undecided: number;
  /** What the last reading before it was sent showed; absent as long as it was not sent. */
  before?: 'different' | 'unknown';
  /** Absent while the request is under way, and where the tab died with it. */
  ending?: Ending;
  /** How often in a row its answer was lost. */
  attempts: number;
  /** Of a pair that is done. */
  doubt?: Doubt;
  /** Of a pair that was not sent. */
  why?: 'cancelled' | 'needs';
  /** The service's own word on this pair: a result, or the message of an error. */
  word?: string;
  /** What the console has to say of it, where the word alone would mislead. */
  note?: string;
  contextId?: string;
}

export type JobStatus =
  /** Reviewed, and not begun. */
  | 'planned'
  | 'running'
  /** Halted by the administrator, or by something that passes: sign-in, connection. */
  | 'paused'
  /** Every pair has its last word. */
  | 'finished'
  /** Ended early by the administrator: what was not sent stays unsent. */
  | 'cancelled';

export interface JobProblem {
  readonly kind:
    | 'signIn'
    | 'forbidden'
    | 'readOnly'
    | 'rateLimit'
    | 'connection'
    | 'storage'
    | 'service';
  readonly message: string;
  readonly contextId?: string;
  /** Of `forbidden`: what it was about. Jobs of earlier versions do not have it. */
  readonly refusal?: Refusal;
}

export interface Job {
  readonly id: string;
  /** Service, organization and user that the job belongs to: nobody else's jobs are shown or run. */
  readonly owner: string;
  readonly title: string;
  /** Epoch milliseconds, like the other times. */
  readonly createdAt: number;
  pairCount: number;
  readonly undoOf?: string;
  status: JobStatus;
  /** `verifying`: everything was sent; what is not yet certain is read once more. */
  phase: 'sending' | 'verifying';
  startedAt?: number;
  endedAt?: number;
  /** Time spent running, without pauses. */
  activeMs: number;
  /** Requests made, reads included. */
  requests: number;
  /** Why it is paused, when that was not the administrator's wish. */
  problem?: JobProblem;
}

export type Counts = Readonly<Record<PairState, number>>;

export function countStates(pairs: readonly JobPair[]): Counts {
  const counts: Record<PairState, number> = {
    planned: 0,
    sent: 0,
    done: 0,
    alreadySo: 0,
    failed: 0,
    unconfirmed: 0,
    notSent: 0,
  };
  for (const pair of pairs) counts[pair.state] += 1;
  return counts;
}

/** The pairs that have their last word, as far as the job can say. */
export function settledCount(counts: Counts): number {
  return counts.done + counts.alreadySo + counts.failed + counts.unconfirmed + counts.notSent;
}

/** Pairs that "Retry failed" plans once more: not those that the administrator cancelled. */
export function isRetryable(pair: JobPair): boolean {
  if (pair.state === 'notSent') return pair.why === 'needs';
  return pair.state === 'failed' || pair.state === 'unconfirmed';
}

/** Pairs that were never sent because the job was cancelled. */
export function isCancelled(pair: JobPair): boolean {
  return pair.state === 'notSent' && pair.why !== 'needs';
}

/** Pairs that "Check again" looks at: what was sent, and is not known to be in place. */
export function isOpen(pair: JobPair): boolean {
  return pair.state === 'failed' || pair.state === 'unconfirmed' || pair.state === 'sent';
}

export function newPairs(
  changes: readonly StagedChange[],
  nameOf: (userId: string) => string,
): JobPair[] {
  return changes.map(({ userId, licenseId, action, reason, stage, needs }) => ({
    userId,
    userName: nameOf(userId),
    licenseId,
    action,
    reason,
    stage,
    needs,
    state: 'planned' as const,
    sends: 0,
    openSends: 0,
    undecided: 0,
    attempts: 0,
  }));
}

/** "Assign wfm, cloudCX3 and unassign communicate: 12 users". A job keeps it, in the language of when it was made. */
export function titleOf(changes: readonly Change[]): string {
  const users = new Set(changes.map((change) => change.userId)).size;
  const added = licensesText(changes, 'add');
  const removed = licensesText(changes, 'remove');
  if (added && removed) {
    return plural(users, {
      one: `Assign ${added} and unassign ${removed}: # user`,
      other: `Assign ${added} and unassign ${removed}: # users`,
    });
  }
  if (removed) {
    return plural(users, {
      one: `Unassign ${removed}: # user`,
      other: `Unassign ${removed}: # users`,
    });
  }
  return plural(users, { one: `Assign ${added}: # user`, other: `Assign ${added}: # users` });
}

/** "wfm, cloudCX3", "12 licenses", or nothing where there are none. */
function licensesText(changes: readonly Change[], action: Action): string {
  const licenses = new Set(
    changes.filter((change) => change.action === action).map((change) => change.licenseId),
  );
  return licenses.size > 2
    ? plural(licenses.size, { one: '# license', other: '# licenses' })
    : [...licenses].join(', ');
}
