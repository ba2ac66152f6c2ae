import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useAuth } from '@/auth/AuthProvider';
import { visuallyHidden } from '@/components/page/visuallyHidden';
import { Countdown } from './Countdown';

/** Announces the end of the session before it comes, above the page and without touching it. */
export function SessionExpiryBar() {
  const { session, expiry, reauthenticate, checkExpiry } = useAuth();

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
        {expiry === 'soon' && 'Your session ends soon. Sign in again to go on.'}
      </Box>
      {expiry !== 'none' && (
        <Alert
          role="region"
          aria-label="Session"
          severity={expiry === 'soon' ? 'warning' : 'error'}
          square
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => void reauthenticate()}
              sx={{ whiteSpace: 'nowrap' }}
            >
              Sign in again
            </Button>
          }
        >
          {expiry === 'soon' && session?.expiresAt ? (
            <>
              Your session ends in <Countdown until={session.expiresAt} onZero={checkExpiry} />
            </>
          ) : (
            'Your session has ended'
          )}
        </Alert>
      )}
    </Box>
  );
}
