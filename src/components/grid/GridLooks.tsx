import GlobalStyles from '@mui/material/GlobalStyles';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { mix } from '../mix';

/**
 * The box that scrolls, and how the parts of a grid lie in it. Rows and headers bring their own looks. Plain classes,
 * worked out once: a grid is drawn anew with every row that one scrolls.
 */
export const GridLooks = memo(function GridLooks() {
  return <GlobalStyles styles={looks} />;
});

function looks(theme: Theme) {
  const { palette } = theme.vars ?? theme;
  return {
    '.grid': {
      position: 'relative',
      overflow: 'auto',
      // The browser would otherwise scroll by itself when rows come and go.
      overflowAnchor: 'none',
      overscrollBehavior: 'contain',
      contain: 'strict',
      minHeight: 0,
      flex: 1,
      backgroundColor: palette.background.paper,
    },
    '.grid-extent': { position: 'relative', minHeight: '100%', minWidth: '100%' },
    // Clipped, not hidden: nothing may scroll inside it but by the scroller.
    '.grid-viewport': {
      position: 'sticky',
      top: 0,
      insetInlineStart: 0,
      overflow: 'clip',
      contain: 'strict',
    },
    '.grid-header': {
      position: 'absolute',
      inset: '0 0 auto',
      height: 'var(--grid-header-height)',
      overflow: 'clip',
    },
    '.grid-body': {
      position: 'absolute',
      inset: 'var(--grid-header-height) 0 0',
      overflow: 'clip',
    },
    '.grid-rows': { willChange: 'transform' },
    '.grid-row': {
      position: 'absolute',
      top: 0,
      insetInlineStart: 0,
      width: '100%',
      height: 'var(--grid-row-height)',
      contain: 'strict',
    },
    '.grid-pinned': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      insetInlineStart: 0,
      width: 'var(--grid-pinned-width)',
      zIndex: 1,
    },
    '.grid-scrolled': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      insetInlineStart: 'var(--grid-pinned-width)',
      transform: 'translateX(var(--grid-scroll-left, 0))',
    },
    '.grid-cell': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 'var(--grid-column-width)',
    },
    '.grid-mark-layer': { zIndex: 1, pointerEvents: 'none' },
    '.grid-mark': {
      backgroundColor: mix(palette.text.primary, 6, 'transparent'),
    },
    '.grid :focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  } as const;
}
