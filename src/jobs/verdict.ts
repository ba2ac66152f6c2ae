import { t } from '@lingui/core/macro';
import type { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import type { JobPair, JobProblem, PairState } from './job';

/** What is known of a pair besides its state. */
export type Said = Pick<JobPair, 'word' | 'note' | 'contextId'>;

export interface Verdict {
  readonly state: PairState;
  readonly said: Said;
}

/** What a request left behind: the service's word on a pair, or the error in which the answer was lost. */
export interface Outcome {
  readonly word: string | undefined;
  readonly lost: ApiError | undefined;
}

/**
 * What became of a pair that was sent, by the read-back that followed.
 * `planned` says that an unanswered request was not carried out, so that it can be sent again.
 */
export function verdictOn(pair: JobPair, read: Assignments, { word, lost }: Outcome): Verdict {
  const said: Said = word ? { word } : {};
  if (!read.has(pair.userId)) {
    return {
      state: 'unconfirmed',
      said: { ...said, note: t`The service did not say what this user holds` },
    };
  }
  if (isAsWished(pair, read)) return { state: 'done', said };
  if (lost) return { state: 'planned', said: {} };
  return word === undefined
    ? { state: 'unconfirmed', said: { note: t`The answer left this pair out` } }
    : { state: 'failed', said: { ...said, note: notSeen(pair) } };
}

/**
 * The last look at a pair that is not certain: what the service says now is its last word. Undefined where that changes
 * nothing.
 */
export function lastVerdictOn(pair: JobPair, read: Assignments): Verdict | undefined {
  if (!read.has(pair.userId)) return undefined;
  const said: Said = pair.word ? { word: pair.word } : {};
  if (isAsWished(pair, read)) return { state: 'done', said };
  return pair.state === 'done'
    ? { state: 'failed', said: { ...said, note: notSeen(pair) } }
    : undefined;
}

export function isAsWished(pair: JobPair, read: Assignments): boolean {
  const held = read.get(pair.userId);
  return held !== undefined && held.has(pair.licenseId) === (pair.action === 'add');
}

export function saidBy({ message, contextId }: ApiError): Said {
  return { word: message, ...(contextId !== undefined && { contextId }) };
}

/** For a change that the service answered and the read-back does not show. */
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
