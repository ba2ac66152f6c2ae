import { useLingui } from '@lingui/react/macro';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useRef, useState } from 'react';
import { isPaletteKey } from '../shortcuts/keys';
import type { Entry } from './entries';
import { PaletteList } from './PaletteList';
import { PaletteStatus } from './PaletteStatus';
import { useEntries } from './useEntries';

/** One field that leads to any page, license, user and action. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      transitionDuration={0}
      // At the top, so that it does not move while the list gets shorter.
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        transition: { onEntered: () => frame.current?.querySelector('input')?.focus() },
        paper: {
          ref: frame,
          'aria-label': t`Command palette`,
          sx: { mt: { xs: 1, sm: 8 }, mx: { xs: 1, sm: 4 }, width: 1 },
        },
      }}
    >
      <PaletteCombobox onClose={onClose} />
    </Dialog>
  );
}

function PaletteCombobox({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const found = useEntries(text);

  const { getRootProps, getInputProps, getListboxProps, getOptionProps } = useAutocomplete<Entry>({
    options: found.entries,
    open: true,
    value: null,
    inputValue: text,
    autoHighlight: true,
    // They fit what was typed already.
    filterOptions: (entries) => entries,
    getOptionKey: ({ id }) => id,
    getOptionLabel: ({ label }) => label,
    isOptionEqualToValue: (a, b) => a.id === b.id,
    onInputChange: (_, typed, reason) => {
      if (reason === 'input') setText(typed);
    },
    onClose: (_, reason) => {
      if (reason === 'escape') onClose();
    },
    onChange: (_, entry) => {
      if (entry) choose(entry);
    },
  });

  /** Done once the palette is gone and the focus back where it was: a page or a dialog takes it from there. */
  function choose(entry: Entry): void {
    onClose();
    setTimeout(() => entry.run());
  }

  return (
    <>
      <Stack
        {...getRootProps()}
        direction="row"
        onKeyDownCapture={(event) => {
          if (!isPaletteKey(event)) return;
          event.preventDefault();
          onClose();
        }}
        sx={{ alignItems: 'center', gap: 1, px: 2 }}
      >
        <SearchIcon aria-hidden sx={{ color: 'text.secondary' }} />
        <Box
          component="input"
          {...getInputProps()}
          aria-label={t`Go to or do`}
          placeholder={t`Page, license, user or action`}
          sx={{
            flex: 1,
            minWidth: 0,
            py: 1.5,
            border: 0,
            outline: 'none',
            font: 'inherit',
            fontSize: '1rem',
            color: 'text.primary',
            backgroundColor: 'transparent',
            '&::placeholder': { color: 'text.secondary', opacity: 1 },
          }}
        />
      </Stack>
      <LinearProgress
        aria-hidden
        sx={{
          height: 2,
          flexShrink: 0,
          visibility: found.users.isSearching ? 'visible' : 'hidden',
        }}
      />
      <PaletteList
        label={t`Found`}
        entries={found.entries}
        listboxProps={getListboxProps()}
        optionProps={(option, index) => getOptionProps({ option, index })}
      />
      <PaletteStatus text={text} {...found} />
    </>
  );
}
