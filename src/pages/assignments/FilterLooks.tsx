import GlobalStyles from '@mui/material/GlobalStyles';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { FIELD, FIELDS } from './filterLayout';

/** How the filters look. Plain classes, worked out once: the filters are drawn anew with every key. */
export const FilterLooks = memo(function FilterLooks() {
  return <GlobalStyles styles={looks} />;
});

function looks(theme: Theme) {
  const secondary = (theme.vars ?? theme).palette.text.secondary;
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
    '.filter-chosen': {
      paddingInlineStart: 6,
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
    '.filter-option': { flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' },
    '.filter-option small': { display: 'block' },
    '.filter-list small': { color: secondary, fontSize: '0.75rem' },
  } as const;
}
