import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useAuthState } from '@/auth/AuthProvider';

/** How the last session ended, or why the demo did not begin. */
export function LoginNotice() {
  const { notice } = useAuthState();
  if (!notice) return null;
  if (notice.kind === 'demo-failed') {
    return (
      <Alert severity="error">
        <Trans>The demo could not start: {notice.reason}</Trans>
      </Alert>
    );
  }
  return notice.kind === 'signed-out' ? (
    <Alert severity="success">
      <Trans>You are signed out.</Trans>
    </Alert>
  ) : (
    <Alert severity="info">
      <Trans>Your session has ended. Sign in again to go on where you were.</Trans>
    </Alert>
  );
}
