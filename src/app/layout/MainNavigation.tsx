import { useLingui } from '@lingui/react/macro';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { NavLink } from 'react-router';
import { navigationItems } from './navigation';

/** The links to the pages. `onNavigate` closes the drawer that they may be in. */
export function MainNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Main`}>
      <List sx={{ px: 1 }}>
        {navigationItems.map(({ to, label, Icon }) => (
          <ListItem key={to} disablePadding sx={{ mb: 0.25 }}>
            <ListItemButton
              component={NavLink}
              to={to}
              end={to === '/'}
              onClick={onNavigate}
              sx={{
                borderRadius: 1,
                py: 0.75,
                color: 'text.secondary',
                '& .MuiListItemIcon-root': { color: 'inherit', minWidth: 36 },
                '&.active': {
                  color: 'primary.main',
                  backgroundColor: 'rgba(var(--mui-palette-primary-mainChannel) / 0.12)',
                  '& .MuiListItemText-primary': { fontWeight: 650 },
                },
              }}
            >
              <ListItemIcon>
                <Icon />
              </ListItemIcon>
              <ListItemText primary={t(label)} slotProps={{ primary: { variant: 'body2' } }} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </nav>
  );
}
