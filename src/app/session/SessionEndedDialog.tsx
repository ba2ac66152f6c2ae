import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useAuth } from '@/auth/AuthProvider';
import { SignInFailureNotice } from '@/components/signIn/SignInFailureNotice';
import { useSignInAgain } from './useSignInAgain';

/** Over the page when the session has ended, by the clock or by the service's word. The page stays as it is behind. */
export function SessionEndedDialog() {
  const { status, session, signOut } = useAuth();
  const { signInAgain, leaving, failure } = useSignInAgain();
  const [dismissed, setDismissed] = useState<string>();
  const open = status === 'expired' && dismissed !== session?.id;

  return (
    <Dialog open={open} aria-labelledby="session-ended-title" maxWidth="xs" fullWidth>
      <DialogTitle id="session-ended-title">
        <Trans>Sign in again</Trans>
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          <Trans>Your session has ended. Sign in again and you come back to this page.</Trans>
        </DialogContentText>
        {failure !== undefined && <SignInFailureNotice error={failure} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap' }}>
        <Button onClick={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Button>
        <Button onClick={() => setDismissed(session?.id)}>
          <Trans>Not now</Trans>
        </Button>
        <Button variant="contained" loading={leaving} onClick={signInAgain}>
          <Trans>Sign in again</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
