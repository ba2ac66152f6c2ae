import { Trans, useLingui } from '@lingui/react/macro';
import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import CheckIcon from '@mui/icons-material/CheckOutlined';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { type MouseEvent, useState } from 'react';
import { useMe } from '@/api/session';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { LANGUAGES } from '@/i18n/languages';
import { useLanguageChoice } from '@/i18n/useLanguage';
import { SwitchOrganizationDialog } from '../session/SwitchOrganizationDialog';
import { COLOR_MODES } from '../theme/colorModes';
import { ReadOnlySwitch } from './ReadOnlySwitch';

/** Who is signed in, how the console looks, and the way out. */
export function AccountMenu() {
  const { t } = useLingui();
  const { host, signOut } = useAuthActions();
  const session = useSession();
  const { data: me } = useMe();
  const { mode: chosenMode, setMode } = useColorScheme();
  const { language: chosenLanguage, failed, choose } = useLanguageChoice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [switching, setSwitching] = useState(false);
  const close = () => setAnchor(null);

  function chooseOrganization() {
    close();
    setSwitching(true);
  }

  function leave(everywhere: boolean) {
    close();
    void signOut({ everywhere });
  }

  return (
    <>
      <IconButton
        aria-label={t`Account`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
      >
        <AccountIcon />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        // Inside the header, so that what it says belongs to a landmark of the page.
        disablePortal
        slotProps={{
          paper: { sx: { minWidth: 240, maxWidth: 'min(360px, 92vw)' } },
          list: { 'aria-label': t`Account`, dense: true },
        }}
      >
        <ListSubheader
          role="presentation"
          sx={{ lineHeight: 1.5, py: 1, overflowWrap: 'anywhere' }}
        >
          <ListItemText
            primary={me?.name ?? me?.email ?? t`Signed in`}
            secondary={me?.name ? me.email : undefined}
            slotProps={{ primary: { sx: { color: 'text.primary', fontWeight: 600 } } }}
          />
        </ListSubheader>
        <Divider />
        <ListSubheader role="presentation" sx={{ lineHeight: 2.5 }}>
          <Trans comment="Light or dark">Theme</Trans>
        </ListSubheader>
        {COLOR_MODES.map(({ mode, label }) => (
          <MenuItem
            key={mode}
            role="menuitemradio"
            aria-checked={mode === chosenMode}
            onClick={() => setMode(mode)}
          >
            <ListItemIcon>{mode === chosenMode && <CheckIcon fontSize="small" />}</ListItemIcon>
            <ListItemText>{t(label)}</ListItemText>
          </MenuItem>
        ))}
        <Divider />
        <ListSubheader role="presentation" sx={{ lineHeight: 2.5 }}>
          <Trans>Language</Trans>
        </ListSubheader>
        {LANGUAGES.map(({ language, name }) => (
          <MenuItem
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === chosenLanguage}
            onClick={() => void choose(language)}
          >
            <ListItemIcon>
              {language === chosenLanguage && <CheckIcon fontSize="small" />}
            </ListItemIcon>
            <ListItemText
              primary={name}
              secondary={failed === language && t`The language could not be loaded.`}
            />
          </MenuItem>
        ))}
        <Divider />
        <ReadOnlySwitch />
        <Divider />
        <MenuItem onClick={chooseOrganization}>
          <Trans>Switch organization</Trans>
        </MenuItem>
        <MenuItem onClick={() => leave(false)}>
          <Trans>Sign out</Trans>
        </MenuItem>
        {/* In a frame this would be the end of the page around it, which is Genesys Cloud. */}
        {session.kind === 'oauth' && !host.framed && (
          <MenuItem onClick={() => leave(true)}>
            <ListItemText
              primary={t`Sign out of Genesys Cloud too`}
              secondary={t`For a computer that you share`}
            />
          </MenuItem>
        )}
      </Menu>
      {switching && <SwitchOrganizationDialog onClose={() => setSwitching(false)} />}
    </>
  );
}
