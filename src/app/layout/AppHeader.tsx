import { useLingui } from '@lingui/react/macro';
import MenuIcon from '@mui/icons-material/MenuOutlined';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useMe } from '@/api/session';
import { useSession } from '@/auth/AuthProvider';
import { useProductName } from '@/components/page/Page';
import { HeaderTools } from '../tools/HeaderTools';
import { AccountMenu } from './AccountMenu';

/** Which console this is, whose organization it shows, and who is signed in. */
export function AppHeader({ onOpenNavigation }: { onOpenNavigation: () => void }) {
  const { t } = useLingui();
  const productName = useProductName();
  const isDemo = useSession().kind === 'demo';
  const { data: me } = useMe();
  const organization = me?.organization?.name;

  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ borderBottom: 1, borderColor: 'divider', backgroundColor: 'background.paper' }}
    >
      <Toolbar
        disableGutters
        sx={{
          minHeight: 'var(--app-header-height) !important',
          px: { xs: 1, sm: 2 },
          gap: { xs: 1, sm: 1.5 },
        }}
      >
        <IconButton
          aria-label={t`Open navigation`}
          onClick={onOpenNavigation}
          sx={{ display: { md: 'none' } }}
        >
          <MenuIcon />
        </IconButton>
        <Box
          sx={{
            display: 'flex',
            flexDirection: { xs: 'column', sm: 'row' },
            alignItems: { sm: 'center' },
            columnGap: 1.5,
            flex: 1,
            minWidth: 0,
          }}
        >
          <Link
            component={RouterLink}
            to="/"
            underline="hover"
            noWrap
            sx={{ color: 'text.primary', fontWeight: 650, flexShrink: 0 }}
          >
            {productName}
          </Link>
          {organization && (
            <Typography
              variant="body2"
              noWrap
              title={organization}
              sx={{
                color: 'text.secondary',
                // A narrow screen has no room for both; that it is the demo matters more than its name.
                ...(isDemo && { display: { xs: 'none', sm: 'block' } }),
              }}
            >
              {organization}
            </Typography>
          )}
          {isDemo && (
            <Chip
              label={t`Demo organization`}
              size="small"
              color="primary"
              variant="outlined"
              sx={{ alignSelf: { xs: 'flex-start', sm: 'center' }, height: 20, flexShrink: 0 }}
            />
          )}
        </Box>
        <HeaderTools />
        <AccountMenu />
      </Toolbar>
    </AppBar>
  );
}
