import Container from '@mui/material/Container';
import { useRouteError } from 'react-router';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';

/** The last resort: for what goes wrong outside of any page. */
export function RouteError() {
  const error = useRouteError();
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      <Page title="The console has failed">
        <ErrorNotice error={error} onRetry={() => window.location.reload()} />
      </Page>
    </Container>
  );
}
