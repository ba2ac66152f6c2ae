import type { SignInProblem } from './callback';

/** Why a sign-in came to nothing on this page. */
export type FailureReason =
  /** The page's Content-Security-Policy does not let the browser ask these hosts. */
  | { kind: 'policy'; hosts: readonly string[] }
  | { kind: 'popup-blocked' }
  /** Closed by the person, or out of the reach of this page. */
  | { kind: 'popup-closed' }
  /** The answer, or that there was none. */
  | { kind: 'answer'; problem: SignInProblem };

export class SignInFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(`The sign-in failed: ${reason.kind}`);
    this.name = 'SignInFailure';
    this.reason = reason;
  }
}
