import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAuthActions, useAuthState } from '@/auth/AuthProvider';
import type { SignInProblem } from '@/auth/callback';
import { Page, useDocumentTitle } from '@/components/page/Page';
import { PolicyNotice } from '@/components/signIn/PolicyNotice';

/** The redirect URI of both grants: goes on to the page that was asked for, or says why it cannot. */
export function CallbackPage() {
  const auth = useAuthActions();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<SignInProblem>();

  useEffect(() => {
    async function complete() {
      const outcome = await auth.completeSignIn();
      if (!outcome.ok) setProblem(outcome.problem);
      else if (outcome.tokenWasInAddress) startAfresh(auth.appUrl, outcome.returnTo);
      else await navigate(outcome.returnTo, { replace: true });
    }
    void complete();
  }, [auth, navigate]);

  return (
    <Container component="main" maxWidth="sm" sx={{ py: { xs: 4, sm: 8 } }}>
      {problem ? <SignInFailed problem={problem} /> : <SigningIn />}
    </Container>
  );
}

/** Only a new document forgets the address that this one was loaded from: it had the token in it. */
function startAfresh(appUrl: string, path: string): void {
  window.location.replace(appUrl + path.slice(1));
}

function SigningIn() {
  const { t } = useLingui();
  useDocumentTitle(t`Signing in`);
  return (
    <Stack role="status" sx={{ gap: 2 }}>
      <Typography>
        <Trans>Signing you in…</Trans>
      </Typography>
      <LinearProgress aria-label={t`Signing you in`} />
    </Stack>
  );
}

function SignInFailed({ problem }: { problem: SignInProblem }) {
  const { status } = useAuthState();
  const signedIn = status === 'signed-in';
  return (
    <Page title={problem.title}>
      {problem.forbiddenHosts && <PolicyNotice hosts={problem.forbiddenHosts} />}
      <Alert severity="error">
        {problem.message}
        {problem.detail && (
          <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
            <Trans>The sign-in service says: {problem.detail}</Trans>
          </Typography>
        )}
      </Alert>
      {signedIn && (
        <Typography variant="body2">
          <Trans>You are still signed in as before.</Trans>
        </Typography>
      )}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {signedIn ? (
          <Button component={Link} to="/" replace variant="contained">
            <Trans>Go to the overview</Trans>
          </Button>
        ) : (
          <Button component={Link} to="/login" replace variant="contained">
            <Trans>Back to sign-in</Trans>
          </Button>
        )}
      </Stack>
    </Page>
  );
}
