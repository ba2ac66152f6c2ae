import { useLingui } from '@lingui/react/macro';
import Container from '@mui/material/Container';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';

/** The last resort: for what goes wrong outside of any page. */
export function RouteError() {
  const { t } = useLingui();
  const error = useRouteError();
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      {isRouteErrorResponse(error) && error.status === 404 ? (
        <Page
          title={t`Page not found`}
          description={t`This address does not belong to the license console.`}
        />
      ) : (
        <Page title={t`The console has failed`}>
          <ErrorNotice error={error} onRetry={() => window.location.reload()} />
        </Page>
      )}
    </Container>
  );
}
