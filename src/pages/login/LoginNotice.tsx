import Alert from '@mui/material/Alert';
import { useAuthState } from '@/auth/AuthProvider';

/** How the last session ended, or why the demo did not begin. */
export function LoginNotice() {
  const { notice } = useAuthState();
  if (!notice) return null;
  if (notice.kind === 'demo-failed') {
    return <Alert severity="error">The demo could not start: {notice.reason}</Alert>;
  }
  return notice.kind === 'signed-out' ? (
    <Alert severity="success">You are signed out.</Alert>
  ) : (
    <Alert severity="info">Your session has ended. Sign in again to go on where you were.</Alert>
  );
}
