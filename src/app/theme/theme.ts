import type { Localization } from '@mui/material/locale';
import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';

const SYSTEM_FONTS = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Helvetica Neue"',
  '"Noto Sans"',
  'Arial',
  // For Japanese, where the fonts above have no characters of it.
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  'Meiryo',
  '"Noto Sans JP"',
  '"Noto Sans CJK JP"',
  'sans-serif',
].join(', ');

/** One accent on neutral grays, dense enough for data; every text color has a contrast of 4.5:1 or more. */
const OPTIONS: ThemeOptions = {
  cssVariables: { colorSchemeSelector: 'data' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#1f5aa8' },
        secondary: { main: '#4a5768' },
        error: { main: '#b3261e' },
        warning: { main: '#8a5a00' },
        success: { main: '#1e6b3a' },
        info: { main: '#1f5aa8' },
        background: { default: '#f5f6f8', paper: '#ffffff' },
        text: { primary: '#1a1f26', secondary: '#505a67' },
        divider: '#dde1e7',
      },
    },
    dark: {
      palette: {
        primary: { main: '#8ab4f0' },
        secondary: { main: '#a9b4c2' },
        error: { main: '#f2a09a' },
        warning: { main: '#e6b65c' },
        success: { main: '#82c99a' },
        info: { main: '#8ab4f0' },
        background: { default: '#12161b', paper: '#1a2027' },
        text: { primary: '#e6eaef', secondary: '#a5b0bd' },
        divider: '#323b46',
      },
    },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: SYSTEM_FONTS,
    fontSize: 14,
    h5: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h6: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        ':focus-visible': {
          outline: '2px solid var(--mui-palette-primary-main)',
          outlineOffset: 2,
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: {
          '&.Mui-focusVisible': {
            outline: '2px solid var(--mui-palette-primary-main)',
            outlineOffset: 2,
          },
        },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      // A choice that makes a button usable would have the page painted anew for a quarter of a second.
      styleOverrides: { root: { transition: 'none' } },
    },
    // Without the lighter shade by which dark mode tells raised surfaces apart: borders do that here.
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiAutocomplete: { defaultProps: { size: 'small' } },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: 'var(--mui-palette-divider)' },
        head: { fontWeight: 650 },
      },
    },
    MuiMenu: {
      styleOverrides: { paper: { border: '1px solid var(--mui-palette-divider)' } },
    },
    MuiTooltip: { defaultProps: { arrow: true } },
  },
};

/** In English, from left to right. */
export const theme: Theme = createTheme(OPTIONS);

export function createConsoleTheme(direction: 'ltr' | 'rtl', words: Localization): Theme {
  return createTheme({ ...OPTIONS, direction }, words);
}
