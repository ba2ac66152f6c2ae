import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useAuth } from '@/auth/AuthProvider';
import { NoticeAction } from '@/components/page/NoticeAction';
import { visuallyHidden } from '@/components/page/visuallyHidden';
import { SignInFailureNotice } from '@/components/signIn/SignInFailureNotice';
import { Countdown } from './Countdown';
import { useSignInAgain } from './useSignInAgain';

/** Announces the end of the session before it comes, above the page and without touching it. */
export function SessionExpiryBar() {
  const { t } = useLingui();
  const { session, expiry, checkExpiry } = useAuth();
  const { signInAgain, leaving, failure } = useSignInAgain();

  return (
    <Box
      sx={{
        position: 'sticky',
        top: 'var(--app-header-height)',
        zIndex: ({ zIndex }) => zIndex.appBar - 1,
      }}
    >
      {/* The countdown would be read out every second; screen readers get this sentence once instead. */}
      <Box role="status" sx={visuallyHidden}>
        {expiry === 'soon' && t`Your session ends soon. Sign in again to go on.`}
      </Box>
      {expiry !== 'none' && (
        <Alert
          role="region"
          aria-label={t`Session`}
          severity={expiry === 'soon' ? 'warning' : 'error'}
          square
          action={
            <NoticeAction loading={leaving} onClick={signInAgain}>
              <Trans>Sign in again</Trans>
            </NoticeAction>
          }
        >
          {expiry === 'soon' && session?.expiresAt ? (
            <Trans>
              Your session ends in <Countdown until={session.expiresAt} onZero={checkExpiry} />
            </Trans>
          ) : (
            t`Your session has ended`
          )}
        </Alert>
      )}
      {expiry !== 'none' && failure !== undefined && <SignInFailureNotice error={failure} />}
    </Box>
  );
}
