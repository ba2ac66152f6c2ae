import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import type { SignInProblem } from '@/auth/callback';
import { SignInFailure } from '@/auth/failure';
import { describeError } from '../page/describeError';
import { PolicyNotice } from './PolicyNotice';

/** Why a sign-in came to nothing, and what can be done about it. */
export function SignInFailureNotice({ error }: { error: unknown }) {
  if (!(error instanceof SignInFailure)) {
    const { message } = describeError(error);
    return (
      <Alert severity="error">
        <Trans>The sign-in could not start: {message}</Trans>
      </Alert>
    );
  }
  const { reason } = error;
  switch (reason.kind) {
    case 'policy':
      return <PolicyNotice hosts={reason.hosts} />;
    case 'popup-blocked':
      return (
        <Alert severity="error">
          <Trans>
            The browser did not open the sign-in window. Allow windows for this page, or open the
            console in a tab of its own.
          </Trans>
        </Alert>
      );
    case 'popup-closed':
      return (
        <Alert severity="warning">
          <Trans>
            The sign-in window was closed before the sign-in was complete, or it cannot reach this
            page. Try again, or open the console in a tab of its own.
          </Trans>
        </Alert>
      );
    case 'answer':
      return <ProblemNotice problem={reason.problem} />;
  }
}

/** What the sign-in service answered, or that it did not. */
function ProblemNotice({ problem }: { problem: SignInProblem }) {
  const { title, message, detail, forbiddenHosts } = problem;
  if (forbiddenHosts) return <PolicyNotice hosts={forbiddenHosts} />;
  return (
    <Alert severity="error">
      <AlertTitle>{title}</AlertTitle>
      {message}
      {detail && (
        <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          <Trans>The sign-in service says: {detail}</Trans>
        </Typography>
      )}
    </Alert>
  );
}
