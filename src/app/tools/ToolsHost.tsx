import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { lazy, Suspense, useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { useSession } from '@/auth/AuthProvider';
import { useShortcutKeys } from '../shortcuts/useShortcutKeys';
import { wasTourSeen } from '../tour/tourMemory';
import { useTools } from './ToolsProvider';

const CommandPalette = lazy(async () => ({ default: (await import('./toolbox')).CommandPalette }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./toolbox')).ShortcutsDialog,
}));
const Tour = lazy(async () => ({ default: (await import('./toolbox')).Tour }));

/** The tools that were asked for. Their code is loaded with the first wish for them. */
export function ToolsHost() {
  const { shown, isTouring, show, close, endTour } = useTools();
  useShortcutKeys(show);
  useFirstTour();
  return (
    <>
      <ErrorBoundary FallbackComponent={ToolNotLoaded} resetKeys={[shown]}>
        <Suspense>
          {shown === 'palette' && <CommandPalette onClose={close} />}
          {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary FallbackComponent={ToolNotLoaded} resetKeys={[isTouring]}>
        <Suspense>{isTouring && <Tour onEnd={endTour} />}</Suspense>
      </ErrorBoundary>
    </>
  );
}

/** Who comes to the demo for the first time is shown around, from the overview and not from the page of a link. */
function useFirstTour(): void {
  const isDemo = useSession().kind === 'demo';
  const isAtStart = useLocation().pathname === '/';
  const { startTour } = useTools();
  useEffect(() => {
    if (isDemo && isAtStart && !wasTourSeen()) startTour();
  }, [isDemo, isAtStart, startTour]);
}

function ToolNotLoaded() {
  return (
    <Snackbar open>
      <Alert severity="error">
        <Trans>This part of the console could not be loaded. Reload the page to try again.</Trans>
      </Alert>
    </Snackbar>
  );
}
