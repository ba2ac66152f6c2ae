import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { onlineManager } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSession } from '@/auth/AuthProvider';

const BACK_SHOWN_FOR_MS = 4_000;

/** Says that the network is gone, what that means here, and when it is back. The demo needs none. */
export function OfflineBar() {
  const { t } = useLingui();
  const isDemo = useSession().kind === 'demo';
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const isBack = useIsBack(isOnline);
  const isShown = !isDemo && (!isOnline || isBack);
  return (
    <Box role="status">
      {isShown && (
        <Alert
          role="region"
          aria-label={t`Network`}
          severity={isOnline ? 'success' : 'warning'}
          square
        >
          {isOnline ? (
            <Trans>You are online again. What was waiting goes on.</Trans>
          ) : (
            <Trans>
              You are offline. What you see may be old; reading and jobs wait, and go on by
              themselves when the network is back.
            </Trans>
          )}
        </Alert>
      )}
    </Box>
  );
}

/** True for a moment after the network has come back. */
function useIsBack(isOnline: boolean): boolean {
  const wasOnline = useRef(isOnline);
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    const before = wasOnline.current;
    wasOnline.current = isOnline;
    if (before || !isOnline) {
      setBack(false);
      return undefined;
    }
    setBack(true);
    const timer = setTimeout(() => setBack(false), BACK_SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isOnline]);
  return isBack;
}
