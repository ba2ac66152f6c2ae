import type { SxProps, Theme } from '@mui/material/styles';

const HIDDEN_FROM_SIGHT = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** On a narrow window each row becomes a card: the row's name on top, then "header: value" lines. */
export const stackedWhenNarrow: SxProps<Theme> = (theme) => ({
  '& td, & th': { verticalAlign: 'top' },
  [theme.breakpoints.down('sm')]: {
    '& table, & tbody': { display: 'block' },
    '& thead tr': { display: 'flex', flexWrap: 'wrap', columnGap: 2 },
    '& thead th': { border: 0, px: 0, display: 'block' },
    '& thead .MuiTableSortLabel-root': { flexDirection: 'row' },
    // The others are still read out, and stand in each card.
    '& thead th:not([data-sortable])': HIDDEN_FROM_SIGHT,
    '& tbody tr': {
      display: 'block',
      borderBottom: `1px solid ${theme.vars?.palette.divider ?? theme.palette.divider}`,
      py: 0.75,
    },
    '& tbody th': { display: 'block', border: 0, px: 0, py: 0.25 },
    '& tbody td': {
      display: 'flex',
      flexDirection: 'row',
      justifyContent: 'space-between',
      gap: 2,
      border: 0,
      px: 0,
      py: 0.25,
      textAlign: 'end',
      // Beside a long label a long word would reach out of the card.
      overflowWrap: 'anywhere',
    },
    '& tbody td::before': {
      // The second form keeps screen readers from saying the header twice, where the browser knows it.
      content: ['attr(data-label)', 'attr(data-label) / ""'],
      color: 'text.secondary',
      textAlign: 'start',
      flexShrink: 0,
      maxWidth: '50%',
    },
    '& tbody .MuiSkeleton-root': { flex: 1 },
    '& tbody td:has(> div:empty)': { display: 'none' },
  },
});
