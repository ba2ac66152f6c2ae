import { Trans, useLingui } from '@lingui/react/macro';
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useSession } from '@/auth/AuthProvider';
import { isApple } from '../shortcuts/keys';
import { useTools } from './ToolsProvider';

/** In the header: the command palette, and what helps to find one's way. */
export function HeaderTools() {
  return (
    <>
      <PaletteButton />
      <HelpMenu />
    </>
  );
}

function PaletteButton() {
  const { t } = useLingui();
  const { show } = useTools();
  const name = t`Command palette`;
  return (
    <Tooltip describeChild title={isApple ? `${name} (⌘K)` : `${name} (Ctrl+K)`}>
      <IconButton
        aria-label={name}
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onClick={() => show('palette')}
      >
        <SearchIcon />
      </IconButton>
    </Tooltip>
  );
}

function HelpMenu() {
  const { t } = useLingui();
  const { show, startTour } = useTools();
  const isDemo = useSession().kind === 'demo';
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  /** Once the menu is gone and the focus is back where it opened. */
  function closeAnd(act: () => void): void {
    setAnchor(null);
    setTimeout(act);
  }

  return (
    <>
      <IconButton
        aria-label={t`Help`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <HelpIcon />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        // Inside the header, so that what it says belongs to a landmark of the page.
        disablePortal
        transitionDuration={0}
        slotProps={{ list: { 'aria-label': t`Help`, dense: true } }}
      >
        <MenuItem onClick={() => closeAnd(() => show('shortcuts'))}>
          <Trans>Keyboard shortcuts</Trans>
        </MenuItem>
        {isDemo && (
          <MenuItem onClick={() => closeAnd(startTour)}>
            <Trans>Tour of the demo</Trans>
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
