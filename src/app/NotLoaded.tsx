import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';

/** In place of a page whose code could not be loaded: the network is gone, or the server has a newer build by now. */
export function PageNotLoaded() {
  const { t } = useLingui();
  const offline = !navigator.onLine;
  return (
    <Page title={offline ? t`You are offline` : t`A new version is available`}>
      <EmptyState
        title={t`This part of the console could not be loaded`}
        description={
          offline
            ? t`Connect to the network, then reload.`
            : t`The console on the server has probably been updated since you opened it. Reload to go on with the new version.`
        }
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            <Trans>Reload</Trans>
          </Button>
        }
      />
    </Page>
  );
}

/** The same where there is no frame around the page. */
export function ScreenNotLoaded() {
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      <PageNotLoaded />
    </Container>
  );
}
