import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import { Keys } from './Keys';
import { setLetterKeys, useLetterKeys } from './letterKeys';
import { SHORTCUT_GROUPS, type ShortcutGroup } from './shortcutList';

/** All shortcuts of the console, and the switch of those that are single letters. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const areLettersOn = useLetterKeys();
  const titleId = useId();
  const closeButton = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      transitionDuration={0}
      aria-labelledby={titleId}
      slotProps={{ transition: { onEntered: () => closeButton.current?.focus() } }}
    >
      <DialogTitle id={titleId}>
        <Trans>Keyboard shortcuts</Trans>
      </DialogTitle>
      {/* Scrolls, so the keyboard must get into it. */}
      <DialogContent tabIndex={0} dividers>
        {SHORTCUT_GROUPS.map((group) => (
          <GroupOfShortcuts
            key={group.title.id}
            group={group}
            isOff={group.areLetters && !areLettersOn}
          />
        ))}
      </DialogContent>
      <DialogActions sx={{ justifyContent: 'space-between', flexWrap: 'wrap', px: 3 }}>
        <FormControlLabel
          control={<Switch checked={areLettersOn} onChange={(_, areOn) => setLetterKeys(areOn)} />}
          label={<Trans>Shortcuts of single letters</Trans>}
        />
        <Button onClick={onClose} variant="contained" ref={closeButton}>
          <Trans>Close</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function GroupOfShortcuts({ group, isOff }: { group: ShortcutGroup; isOff: boolean }) {
  const { t } = useLingui();
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mb: 2.5 }}>
      <Typography variant="subtitle2" component="h3" id={titleId}>
        {t(group.title)}
      </Typography>
      {isOff && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>Turned off below.</Trans>
        </Typography>
      )}
      <Box component="dl" sx={{ m: 0 }}>
        {group.shortcuts.map(({ presses, does }) => (
          <Box
            key={does.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              justifyContent: 'space-between',
              columnGap: 2,
              py: 0.75,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Typography variant="body2" component="dt">
              {t(does)}
            </Typography>
            <Typography variant="body2" component="dd" sx={{ m: 0, color: 'text.secondary' }}>
              <Keys presses={presses} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
