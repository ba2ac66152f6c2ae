import { useLingui } from '@lingui/react/macro';
import LinearProgress from '@mui/material/LinearProgress';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '@/api/session';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { ErrorNotice } from '@/components/page/ErrorNotice';

/**
 * After a session has run out, the tab still holds the drafts of whoever had it. Nothing is shown until it is known that
 * the same person is back; for somebody else the tab is emptied first.
 */
export function IdentityGate({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const auth = useAuthActions();
  const { apiUrl } = useSession();
  const navigate = useNavigate();
  const { data: me, error, refetch } = useMe();
  const [held, setHeld] = useState(() => auth.needsIdentification());

  useEffect(() => {
    async function identify(person: string) {
      if (await auth.identify(person)) await navigate('/', { replace: true });
      setHeld(false);
    }
    if (me?.id) void identify([apiUrl, me.organization?.id ?? '', me.id].join('|'));
  }, [apiUrl, auth, me, navigate]);

  if (!held) return children;
  return error ? (
    <ErrorNotice
      title={t`It could not be checked who you are`}
      error={error}
      onRetry={() => void refetch()}
    />
  ) : (
    <LinearProgress aria-label={t`Checking who signed in`} />
  );
}
