import type { Session } from './session';

type AuthStatus = 'signed-out' | 'signed-in' | 'expired' | 'signing-out';

/** What the login page has to tell about how the last session ended, or the next one did not begin. */
type Notice =
  | { kind: 'signed-out' }
  | { kind: 'session-ended' }
  | { kind: 'demo-failed'; reason: string };

export interface AuthState {
  status: AuthStatus;
  session: Session | undefined;
  /** `soon` from two minutes before the end, `over` once the token is no longer good, for whatever reason. */
  expiry: 'none' | 'soon' | 'over';
  notice: Notice | undefined;
}

export const SIGNED_OUT: AuthState = {
  status: 'signed-out',
  session: undefined,
  expiry: 'none',
  notice: undefined,
};
