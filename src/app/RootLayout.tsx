import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { NavigationAnnouncer } from './NavigationAnnouncer';

/** What every address shares, signed in or not: the sign that a page is loading, the focus, and the scroll position on the way back. */
export function RootLayout() {
  const { t } = useLingui();
  const { state } = useNavigation();
  return (
    <>
      {state === 'loading' && (
        <Box sx={{ position: 'fixed', inset: '0 0 auto', zIndex: 'tooltip' }}>
          <LinearProgress aria-label={t`Loading the page`} sx={{ height: 3 }} />
        </Box>
      )}
      <Outlet />
      <NavigationAnnouncer />
      <ScrollRestoration />
    </>
  );
}
