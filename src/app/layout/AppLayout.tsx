import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import { type ReactNode, useState } from 'react';
import { useAuthState } from '@/auth/AuthProvider';
import { useProductName } from '@/components/page/Page';
import { OfflineBar } from '../notices/OfflineBar';
import { ReadOnlyBar } from '../notices/ReadOnlyBar';
import { StorageNotice } from '../notices/StorageNotice';
import { SessionEndedDialog } from '../session/SessionEndedDialog';
import { SessionExpiryBar } from '../session/SessionExpiryBar';
import { SigningOut } from '../session/SigningOut';
import { AppHeader } from './AppHeader';
import { MainNavigation } from './MainNavigation';
import { CONTENT_ID, SkipLink } from './SkipLink';

const RAIL_WIDTH = 208;

/** The frame around every page: header, navigation, and what has to be said about the session. */
export function AppLayout({ children }: { children: ReactNode }) {
  const [drawerOpen, setDrawerOpen] = useState(false);
  const { status } = useAuthState();
  const productName = useProductName();
  const closeDrawer = () => setDrawerOpen(false);

  return (
    <Box
      sx={{
        '--app-header-height': '52px',
        display: 'flex',
        flexDirection: 'column',
        minHeight: '100dvh',
        // A page that scrolls by itself takes what the window has left, where that is enough to be of use.
        '@media (min-height: 560px)': { '&:has([data-page-fill])': { height: '100dvh' } },
      }}
    >
      <SkipLink />
      <AppHeader onOpenNavigation={() => setDrawerOpen(true)} />
      <SessionExpiryBar />
      <OfflineBar />
      <ReadOnlyBar />
      <StorageNotice />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0, minHeight: 0 }}>
        <Box
          sx={{
            display: { xs: 'none', md: 'block' },
            width: RAIL_WIDTH,
            flexShrink: 0,
            borderInlineEnd: '1px solid',
            borderColor: 'divider',
            backgroundColor: 'background.paper',
          }}
        >
          <Box sx={{ position: 'sticky', top: 'var(--app-header-height)' }}>
            <MainNavigation />
          </Box>
        </Box>
        <Box
          component="main"
          id={CONTENT_ID}
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            flexDirection: 'column',
            p: { xs: 2, sm: 3 },
            outline: 'none',
            scrollMarginTop: 'var(--app-header-height)',
          }}
        >
          {children}
        </Box>
      </Box>
      <Drawer
        open={drawerOpen}
        onClose={closeDrawer}
        sx={{ display: { md: 'none' } }}
        slotProps={{ paper: { sx: { width: 264 }, 'aria-label': productName } }}
      >
        <MainNavigation onNavigate={closeDrawer} />
      </Drawer>
      <SessionEndedDialog />
      {status === 'signing-out' && <SigningOut />}
    </Box>
  );
}
