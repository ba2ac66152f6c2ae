import GlobalStyles from '@mui/material/GlobalStyles';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { mix } from '@/components/mix';
import { checkMark } from './checkMark';
import { FIELD, FIELDS } from './filterLayout';

/** On the theme's primary color, which is a dark one in light mode and a light one in dark mode. */
const MARK_ON_DARK = '#ffffff';
const MARK_ON_LIGHT = '#12161b';

/** How the filters look. Plain classes, worked out once: the filters are drawn anew with every key. */
export const FilterLooks = memo(function FilterLooks() {
  return <GlobalStyles styles={looks} />;
});

function looks(theme: Theme) {
  const { palette } = theme.vars ?? theme;
  return {
    '.filter-bar': { display: 'grid', gap: theme.spacing(FIELDS.gap) },
    '.filter-fields': { ...FIELDS, gap: theme.spacing(FIELDS.gap) },
    '.filter-fields[hidden]': { display: 'none' },
    '.filter-field': {
      ...FIELD,
      position: 'relative',
      maxWidth: 'none',
      [theme.breakpoints.up('sm')]: { maxWidth: FIELD.maxWidth.sm },
    },
    // One line, however much is chosen: the matrix below is not to move.
    '.filter-field .MuiAutocomplete-root .MuiAutocomplete-inputRoot': { flexWrap: 'nowrap' },
    '.filter-field .MuiAutocomplete-root .MuiAutocomplete-inputRoot .MuiAutocomplete-input': {
      minWidth: 16,
    },
    // Told from what is typed beside it.
    '.filter-chosen': {
      marginInlineStart: 2,
      padding: '0 6px',
      borderRadius: 4,
      backgroundColor: mix(palette.primary.main, 14, 'transparent'),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '.filter-list': {
      position: 'absolute',
      top: '100%',
      insetInlineStart: 0,
      zIndex: theme.zIndex.modal,
      width: 'max(100%, min(22rem, 90vw))',
    },
    '.filter-list .MuiAutocomplete-option': { gap: theme.spacing(1) },
    '.filter-box': {
      width: 16,
      height: 16,
      flexShrink: 0,
      border: `2px solid ${palette.text.secondary}`,
      borderRadius: 3,
    },
    '[aria-selected=true] > .filter-box': {
      borderColor: palette.primary.main,
      backgroundColor: palette.primary.main,
      backgroundImage: checkMark(MARK_ON_DARK),
      backgroundPosition: 'center',
      ...theme.applyStyles('dark', { backgroundImage: checkMark(MARK_ON_LIGHT) }),
      // The mark is seen on its own background only, whatever colors someone has chosen.
      forcedColorAdjust: 'none',
    },
    '.filter-option': { flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' },
    '.filter-option small': { display: 'block' },
    '.filter-list small': { color: palette.text.secondary, fontSize: '0.75rem' },
  } as const;
}
