import { Trans } from '@lingui/react/macro';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useAuthActions } from '@/auth/AuthProvider';

/** What is different in a frame, and the way out of it: the console as a page of its own, with a session of its own. */
export function FramedHint() {
  const { appUrl } = useAuthActions();
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      <Trans>
        Signing in opens a window of its own.{' '}
        <Link href={appUrl} target="_blank" rel="noopener">
          Open the console in a tab of its own
        </Link>
      </Trans>
    </Typography>
  );
}
