import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import { useRouteError } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { ChunkLoadError } from './ChunkLoadError';

/** In place of a route that could not be loaded or shown at all. */
export function RouteError() {
  const error = useRouteError();
  return (
    <Container maxWidth="md" sx={{ py: 3 }}>
      {error instanceof ChunkLoadError ? (
        <ChunkMissing />
      ) : (
        <Page title="This page has failed">
          <ErrorNotice error={error} onRetry={reload} />
        </Page>
      )}
    </Container>
  );
}

function ChunkMissing() {
  const offline = !navigator.onLine;
  return (
    <Page title={offline ? 'You are offline' : 'A new version is available'}>
      <EmptyState
        title="This part of the console could not be loaded"
        description={
          offline
            ? 'Connect to the network, then reload.'
            : 'The console on the server has probably been updated since you opened it. Reload to go on with the new version.'
        }
        action={
          <Button variant="contained" onClick={reload}>
            Reload
          </Button>
        }
      />
    </Page>
  );
}

function reload() {
  window.location.reload();
}
