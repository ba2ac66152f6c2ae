import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useAuthActions, useAuthState } from './AuthProvider';
import { safeReturnTo } from './returnTo';

/** Shows what is inside to people who are signed in, and sends everybody else to sign in and then back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { status } = useAuthState();
  return status === 'signed-out' ? <ToSignIn /> : children;
}

function ToSignIn() {
  const { memory } = useAuthActions();
  const { notice } = useAuthState();
  const { pathname, search, hash } = useLocation();
  const wanted = safeReturnTo(pathname + search + hash);
  // Who signs out is done with this page; the next person shall not be led to it.
  const leaving = notice?.kind === 'signed-out';

  useEffect(() => {
    if (!leaving) memory.writeReturnTo(wanted);
  }, [memory, leaving, wanted]);

  return <Navigate to="/login" replace />;
}
