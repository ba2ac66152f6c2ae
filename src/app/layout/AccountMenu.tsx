import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type MouseEvent, useState } from 'react';
import { useMe } from '@/api/session';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { ThemeItems } from './ThemeItems';

/** Who is signed in, how the console looks, and the way out. */
export function AccountMenu() {
  const { signOut } = useAuthActions();
  const session = useSession();
  const { data: me } = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);

  function leave(everywhere: boolean) {
    close();
    void signOut({ everywhere });
  }

  return (
    <>
      <IconButton
        aria-label="Account"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        edge="end"
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
      >
        <AccountIcon />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{
          paper: { sx: { minWidth: 240, maxWidth: 'min(360px, 92vw)' } },
          list: { 'aria-label': 'Account', dense: true },
        }}
      >
        <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
          <ListItemText
            primary={me?.name ?? me?.email ?? 'Signed in'}
            secondary={me?.name ? me.email : undefined}
            slotProps={{ primary: { noWrap: true }, secondary: { noWrap: true } }}
          />
        </MenuItem>
        <Divider />
        <ThemeItems />
        <Divider />
        <MenuItem onClick={() => leave(false)}>Sign out</MenuItem>
        {session.kind === 'oauth' && (
          <MenuItem onClick={() => leave(true)}>
            <ListItemText
              primary="Sign out of Genesys Cloud too"
              secondary="For a computer that you share"
            />
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
