/** On paper there is nothing but the report, in black on white whatever the screen shows. */
export const ON_PAPER = {
  '@page': { margin: '15mm' },
  // Columns are named by licenses, whose names have no spaces, and paper does not scroll.
  'main th, main td': { overflowWrap: 'anywhere' },
  'main th': { minWidth: 'min(7em, 6.5vw)' },
  'main .MuiTableCell-head': { fontSize: '0.75rem' },
  'main .MuiTableCell-root': { paddingInline: '6px' },
  '@media print': {
    ':root': {
      colorScheme: 'light',
      '--mui-palette-text-primary': '#000 !important',
      '--mui-palette-text-secondary': '#333 !important',
      '--mui-palette-divider': '#999 !important',
      '--mui-palette-background-default': '#fff !important',
      '--mui-palette-background-paper': '#fff !important',
    },
    // Whatever is neither the report, nor in it, nor around it.
    'body *:not(:has(main)):not(main):not(main *)': { display: 'none !important' },
    'main, main section': { padding: '0 !important', border: '0 !important' },
    'main button, .screen-only': { display: 'none !important' },
    'main a': { color: 'inherit !important', textDecoration: 'none !important' },
    'main section': { marginBlockEnd: '6mm' },
    'h2, h3': { breakAfter: 'avoid' },
    tr: { breakInside: 'avoid' },
    thead: { display: 'table-header-group' },
    'th, td': { fontSize: '9pt !important', padding: '1mm 2mm 1mm 0 !important' },
  },
} as const;
