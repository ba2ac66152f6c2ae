import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProvider } from '@/api/ApiProvider';
import { createApi } from '@/api/client';
import { createQueryClient } from '@/api/queryClient';
import { ReadOnlyMode } from '@/api/ReadOnlyMode';
import { useAuthActions } from '@/auth/AuthProvider';
import type { Session } from '@/auth/session';
import { onSignOut } from '@/auth/signOutTasks';
import { useConfig } from '@/config/ConfigProvider';

/** The service and what was read from it, for one session and not a moment longer. Give it the session's id as key. */
export function SessionScope({ session, children }: { session: Session; children: ReactNode }) {
  const auth = useAuthActions();
  const { readOnly } = useConfig();
  const [queryClient] = useState(() => createQueryClient({ isLocal: session.kind === 'demo' }));
  const [api] = useState(() =>
    createApi({
      baseUrl: session.apiUrl,
      getToken: () => auth.tokenOf(session.id),
      life: () => auth.lifeOf(session.id),
      onUnauthorized: () => auth.reportUnauthorized(session.id),
      readOnly: new ReadOnlyMode({ configured: readOnly }),
    }),
  );

  useEffect(() => onSignOut(() => queryClient.clear()), [queryClient]);

  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={api}>{children}</ApiProvider>
    </QueryClientProvider>
  );
}
