import { t } from '@lingui/core/macro';
import type { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import type { Doubt, JobPair, JobProblem, PairState } from './job';
import { hintOf } from './words';

/** What is known of a pair besides its state. */
export type Said = Pick<JobPair, 'word' | 'note' | 'contextId' | 'doubt' | 'why'>;

export interface Verdict {
  readonly state: PairState;
  readonly said: Said;
}

/** What a reading shows of a pair; `unknown` where it leaves the user out. */
export function shownIn(read: Assignments, pair: JobPair): 'asWished' | 'different' | 'unknown' {
  const held = read.get(pair.userId);
  if (!held) return 'unknown';
  return held.has(pair.licenseId) === (pair.action === 'add') ? 'asWished' : 'different';
}

/** For a pair that a reading shows as wished: whose work that is. */
export function inPlace(pair: JobPair): Verdict {
  if (pair.sends === 0) return { state: 'alreadySo', said: {} };
  const doubt = doubtAbout(pair);
  // The words of an error say nothing of a change that is there.
  const said = pair.ending === 'answered' ? wordsOn(pair) : {};
  return { state: 'done', said: { ...said, ...(doubt && { doubt }) } };
}

function doubtAbout(pair: JobPair): Doubt | undefined {
  if (pair.before !== 'different') return 'unread';
  if (pair.openSends === 0) return 'refused';
  // An earlier request of this job may have done what the last one found done.
  if (pair.openSends > 1 || pair.ending !== 'answered') return undefined;
  return hintOf(pair.word);
}

/** Whether a reading that shows this pair as wished shows the work of its last request, so that it does not lag. */
export function isWitness(pair: JobPair, read: Assignments): boolean {
  return (
    pair.sends === 1 &&
    pair.before === 'different' &&
    pair.ending === 'answered' &&
    hintOf(pair.word) === undefined &&
    shownIn(read, pair) === 'asWished'
  );
}

/** Whether the service's word says that it refused this pair. */
export function isRefusedByWord({ ending, word }: JobPair): boolean {
  return ending === 'answered' && hintOf(word) === 'refused';
}

/** The last word on a pair that was sent, was looked at for long enough, and does not show. */
export function lastWordOn(
  pair: JobPair,
  /** False where readings leave the user out. */
  isKnown: boolean,
  /** Whether a reading showed other changes of the same request: it is not that readings lag. */
  isWitnessed: boolean,
): Verdict {
  const said = wordsOn(pair);
  if (!isKnown) {
    return {
      state: 'unconfirmed',
      said: { ...said, note: t`The service did not say what this user holds` },
    };
  }
  const isLost = pair.ending === undefined || pair.ending === 'lost';
  // Another request may take effect later, whatever became of the last one.
  const others = pair.undecided - (isAccepted(pair) ? 1 : 0);
  if (isLost) return unanswered(pair);
  if (others > 0) return { state: 'unconfirmed', said: { ...said, note: notSeen(pair) } };
  if (pair.ending === 'refused') return { state: 'failed', said };
  if (pair.word === undefined) {
    return { state: 'unconfirmed', said: { note: t`The answer left this pair out` } };
  }
  const hasFailed = isRefusedByWord(pair) || (pair.action === 'remove' && isWitnessed);
  return { state: hasFailed ? 'failed' : 'unconfirmed', said: { ...said, note: notSeen(pair) } };
}

/** Answered by something that is no refusal. */
function isAccepted(pair: JobPair): boolean {
  return pair.ending === 'answered' && !isRefusedByWord(pair);
}

/** A removal that was seen, and is seen undone. */
export function cameBack(pair: JobPair): Verdict {
  // Another request may take effect later.
  if (pair.undecided > 1 || !isAccepted(pair)) return unanswered(pair);
  return { state: 'failed', said: { ...wordsOn(pair), note: notSeen(pair) } };
}

/** A request without an answer may take effect later, whatever became of the others. */
function unanswered(pair: JobPair): Verdict {
  const note = t`No answer arrived, and the service does not show the change`;
  return { state: 'unconfirmed', said: { ...wordsOn(pair), note } };
}

/** What the service said of a pair so far. */
export function wordsOn({ word, contextId }: JobPair): Said {
  return { ...(word && { word }), ...(contextId !== undefined && { contextId }) };
}

export function saidBy({ message, contextId }: ApiError): Said {
  return { word: message, ...(contextId !== undefined && { contextId }) };
}

/** For a change that the service answered and no reading shows. */
function notSeen({ action }: JobPair): string {
  return action === 'add'
    ? t`The user does not hold it`
    : t`The user still holds it, or holds it again: a role may give it back`;
}

/** Why a job halts at an error that is about none of its pairs. */
export function problemOf(error: ApiError): JobProblem {
  return {
    kind: problemKindOf(error),
    message: error.message,
    ...(error.contextId !== undefined && { contextId: error.contextId }),
    ...(error.refusal && { refusal: error.refusal }),
  };
}

function problemKindOf(error: ApiError): JobProblem['kind'] {
  if (error.isUnauthorized) return 'signIn';
  if (error.isForbidden) return 'forbidden';
  if (error.kind === 'notSent') return 'readOnly';
  if (error.status === 429) return 'rateLimit';
  return error.kind === 'network' ? 'connection' : 'service';
}
