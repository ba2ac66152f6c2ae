import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { RequireSession } from '@/auth/RequireSession';
import { IdentityGate } from './IdentityGate';
import { AppLayout } from './layout/AppLayout';
import { SessionData } from './SessionData';
import { SessionScope } from './SessionScope';
import { ToolsHost } from './tools/ToolsHost';
import { ToolsProvider } from './tools/ToolsProvider';

/** Everything that people see when they are signed in. */
export function AppFrame() {
  return (
    <RequireSession>
      <SignedIn />
    </RequireSession>
  );
}

function SignedIn() {
  const { memory } = useAuthActions();
  const session = useSession();

  useEffect(() => memory.forgetReturnTo(), [memory]);

  return (
    <SessionScope key={session.id} session={session}>
      <ToolsProvider>
        <AppLayout>
          <IdentityGate>
            <SessionData>
              <Outlet />
              <ToolsHost />
            </SessionData>
          </IdentityGate>
        </AppLayout>
      </ToolsProvider>
    </SessionScope>
  );
}
