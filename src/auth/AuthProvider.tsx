import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Auth } from './Auth';
import type { AuthState } from './authState';
import type { Session } from './session';

const AuthContext = createContext<Auth | null>(null);

export function AuthProvider({ auth, children }: { auth: Auth; children: ReactNode }) {
  return <AuthContext.Provider value={auth}>{children}</AuthContext.Provider>;
}

/** What to do about the session: sign in, sign out, get its token. Never causes a render. */
export function useAuthActions(): Auth {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('useAuthActions is called outside AuthProvider');
  return auth;
}

/** How the session stands; renders again when that changes. */
export function useAuthState(): AuthState {
  const auth = useAuthActions();
  return useSyncExternalStore(auth.subscribe, auth.getState);
}

/** The session of the person who is signed in; only for what is rendered under the guard. */
export function useSession(): Session {
  const { session } = useAuthState();
  if (!session) throw new Error('useSession is called where nobody is signed in');
  return session;
}

/** How the session stands, and what to do about it. */
export function useAuth() {
  const auth = useAuthActions();
  const state = useAuthState();
  return {
    ...state,
    checkExpiry: auth.checkExpiry,
    signIn: auth.signIn,
    startDemo: auth.startDemo,
    signOut: auth.signOut,
    reauthenticate: auth.reauthenticate,
  };
}
