import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';

/** Keeps an error inside the page where it happened; another address, or "Try again", gives the page a fresh start. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary FallbackComponent={PageFailed} resetKeys={[pathname]}>
      {children}
    </ErrorBoundary>
  );
}

function PageFailed({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useLingui();
  const notice = useRef<HTMLDivElement>(null);

  // What had the focus is gone together with the page.
  useEffect(() => notice.current?.focus(), []);

  return (
    <Page title={t`This page has failed`}>
      <Box ref={notice} tabIndex={-1} sx={{ outline: 'none' }}>
        <ErrorNotice error={error} onRetry={resetErrorBoundary} />
      </Box>
    </Page>
  );
}
