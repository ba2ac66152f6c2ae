import GlobalStyles from '@mui/material/GlobalStyles';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { mix } from '@/components/mix';
import { checkMark } from './checkMark';

/** As in the theme; see `checkMark`. */
const LIGHT_MARK = '#1f5aa8';
const DARK_MARK = '#8ab4f0';

/** In how many steps the headers darken with the share of holders. */
export const HEAT_STEPS = 5;
/** Of the darkest, in percent: dark enough to see, light enough to read on. */
const MOST_HEAT = 22;

/** How the matrix looks: what meets the eye first is the pattern of holdings, everything else steps back. */
export const MatrixLooks = memo(function MatrixLooks() {
  return <GlobalStyles styles={looks} />;
});

function looks(theme: Theme) {
  const { palette } = theme.vars ?? theme;
  const paper = palette.background.paper;
  return {
    '.matrix': {
      position: 'relative',
      display: 'flex',
      flex: '1 0 20rem',
      minWidth: 0,
      minHeight: 0,
      border: `1px solid ${palette.divider}`,
      borderRadius: `${theme.shape.borderRadius}px`,
      overflow: 'hidden',
      fontSize: '0.8125rem',
    },
    '.matrix .matrix-corner': {
      position: 'absolute',
      top: 0,
      insetInlineStart: 0,
      zIndex: 1,
      width: 'min(340px, 50%)',
      padding: 12,
      pointerEvents: 'none',
    },
    '.matrix .matrix-users strong': { fontWeight: 600, fontSize: '0.875rem', lineHeight: 1.43 },
    '.matrix .matrix-users p': { margin: 0, color: palette.text.secondary, fontSize: '0.75rem' },
    '.matrix .matrix-placeholder': { position: 'absolute', insetInline: 0 },

    '.matrix .matrix-row': {
      backgroundColor: paper,
      borderBottom: `1px solid ${palette.divider}`,
    },
    '.matrix .matrix-row:hover': { backgroundColor: mix(palette.text.primary, 5, paper) },
    '.matrix .matrix-selected, .matrix .matrix-selected:hover': {
      backgroundColor: mix(palette.primary.main, 14, paper),
    },
    '.matrix .grid-pinned': {
      display: 'flex',
      backgroundColor: 'inherit',
      borderInlineEnd: `1px solid ${palette.divider}`,
    },
    '.matrix .matrix-checkbox': {
      width: 40,
      flexShrink: 0,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      cursor: 'pointer',
    },
    '.matrix input[type=checkbox]': {
      width: 16,
      height: 16,
      margin: 0,
      cursor: 'pointer',
      accentColor: palette.primary.main,
    },
    '.matrix .matrix-name': {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      flex: 1,
      minWidth: 0,
      paddingInlineEnd: 8,
      overflow: 'hidden',
      whiteSpace: 'nowrap',
    },
    '.matrix .matrix-name a': {
      color: palette.text.primary,
      fontWeight: 550,
      textDecoration: 'none',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      flexShrink: 1,
      minWidth: '3em',
    },
    '.matrix .matrix-row:hover .matrix-name a, .matrix .matrix-name a:focus-visible': {
      textDecoration: 'underline',
    },
    '.matrix .matrix-department': {
      color: palette.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      flexShrink: 1000,
      fontSize: '0.75rem',
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    '.matrix .matrix-mark': {
      flexShrink: 0,
      padding: '0 6px',
      border: `1px solid ${palette.text.secondary}`,
      borderRadius: 8,
      color: palette.text.secondary,
      fontSize: '0.6875rem',
      lineHeight: '16px',
    },

    '.matrix .matrix-license': {
      borderInlineEnd: `1px solid ${mix(palette.divider, 55, 'transparent')}`,
      backgroundPosition: 'center',
      backgroundRepeat: 'no-repeat',
    },
    '.matrix .matrix-held': {
      backgroundColor: mix(palette.primary.main, 20, 'transparent'),
      backgroundImage: checkMark(LIGHT_MARK),
      ...theme.applyStyles('dark', { backgroundImage: checkMark(DARK_MARK) }),
      // The mark is seen on its own background only, whatever colors someone has chosen.
      '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: paper },
    },
    // To be added: a plus; to be removed: the mark struck through. The frame tells both from what is.
    '.matrix .matrix-staged': {
      border: `2px dashed ${palette.warning.main}`,
      backgroundColor: mix(palette.warning.main, 18, 'transparent'),
      backgroundImage: `linear-gradient(135deg, transparent calc(50% - 1px), ${palette.warning.main} calc(50% - 1px) calc(50% + 1px), transparent calc(50% + 1px))`,
    },
    '.matrix .matrix-staged-add': {
      backgroundImage: `linear-gradient(${palette.warning.main}, ${palette.warning.main}), linear-gradient(${palette.warning.main}, ${palette.warning.main})`,
      backgroundSize: '12px 2px, 2px 12px',
    },
    '.matrix .matrix-unknown': {
      backgroundImage: `repeating-linear-gradient(135deg, ${mix(palette.text.secondary, 30, 'transparent')} 0 1px, transparent 1px 6px)`,
      backgroundSize: '100% 100%',
    },
    '.matrix .matrix-count': {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      color: palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      borderInlineEnd: `1px solid ${palette.divider}`,
    },

    '.matrix .matrix-header': {
      position: 'absolute',
      inset: 0,
      backgroundColor: paper,
      borderBottom: `1px solid ${palette.text.secondary}`,
    },
    '.matrix .matrix-header button': {
      font: 'inherit',
      color: 'inherit',
      background: 'none',
      border: 0,
      padding: 0,
      cursor: 'pointer',
      textAlign: 'start',
    },
    '.matrix .matrix-header button:hover': { textDecoration: 'underline' },
    '.matrix .matrix-header .matrix-checkbox, .matrix .matrix-header .matrix-name': {
      alignItems: 'flex-end',
      paddingBottom: 8,
    },
    '.matrix .matrix-header .matrix-name': { fontWeight: 650, padding: 0 },
    // All of the cell: a click beside the word is one on the button, which then has the focus by itself.
    '.matrix .matrix-header .matrix-name button': {
      alignSelf: 'stretch',
      flex: 1,
      display: 'flex',
      alignItems: 'flex-end',
      paddingBlockEnd: 8,
      paddingInlineEnd: 8,
    },
    '.matrix .matrix-column': {
      borderInlineEnd: `1px solid ${mix(palette.divider, 55, 'transparent')}`,
    },
    '.matrix .matrix-column button': {
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'flex-end',
      paddingBottom: 6,
      gap: 2,
    },
    ...Object.fromEntries(
      Array.from({ length: HEAT_STEPS }, (_, i) => [
        `.matrix .matrix-column .matrix-heat-${i + 1}`,
        { backgroundColor: mix(palette.primary.main, (MOST_HEAT * (i + 1)) / HEAT_STEPS, paper) },
      ]),
    ),
    '.matrix .matrix-column-label': {
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
      flex: 1,
      minHeight: 0,
      maxWidth: 32,
      padding: '0 0 4px',
      overflow: 'hidden',
      lineHeight: '15px',
      fontSize: '0.75rem',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
    },
    '.matrix .matrix-column-count': {
      fontSize: '0.6875rem',
      color: palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    '.matrix .matrix-sort': { fontSize: '0.625rem', marginInlineStart: 4 },
  } as const;
}
