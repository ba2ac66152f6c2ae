import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import Divider from '@mui/material/Divider';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { useAuthActions, useAuthState } from '@/auth/AuthProvider';
import { safeReturnTo } from '@/auth/returnTo';
import { Page, useProductName } from '@/components/page/Page';
import { useConfig } from '@/config/ConfigProvider';
import { LanguageChoice } from './LanguageChoice';
import { LoginForm } from './LoginForm';
import { LoginNotice } from './LoginNotice';

export function LoginPage() {
  const { t } = useLingui();
  const productName = useProductName();
  const { memory, startDemo } = useAuthActions();
  const { status } = useAuthState();
  const { demo } = useConfig();
  const [starting, setStarting] = useState(false);
  const returnTo = safeReturnTo(memory.readReturnTo());

  if (status === 'signed-in') return <Navigate to={returnTo} replace />;

  async function exploreDemo() {
    setStarting(true);
    await startDemo().finally(() => setStarting(false));
  }

  return (
    <Container component="main" maxWidth="sm" sx={{ py: { xs: 3, sm: 8 }, px: { xs: 1.5, sm: 3 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, mb: 1.5 }}>
        <Typography component="p" sx={{ fontWeight: 650, flex: 1, whiteSpace: 'nowrap' }}>
          {productName}
        </Typography>
        <LanguageChoice />
      </Box>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 4 } }}>
        <Page
          title={t`Sign in`}
          description={t`See and change who holds which license in your Genesys Cloud organization.`}
        >
          <LoginNotice />
          <LoginForm returnTo={returnTo} />
          {demo && (
            <>
              <Divider>
                <Trans comment="Between two ways to begin">or</Trans>
              </Divider>
              <Button
                variant="outlined"
                fullWidth
                loading={starting}
                onClick={() => void exploreDemo()}
              >
                <Trans>Explore the demo organization</Trans>
              </Button>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                <Trans>
                  Invented people and licenses, in this browser only. Nothing you try there reaches
                  Genesys Cloud.
                </Trans>
              </Typography>
            </>
          )}
        </Page>
      </Paper>
    </Container>
  );
}
