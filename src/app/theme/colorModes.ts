import { msg } from '@lingui/core/macro';

/** What a person may choose, by the names that MUI has for them. */
export const COLOR_MODES = [
  { mode: 'light', label: msg`Light` },
  { mode: 'dark', label: msg`Dark` },
  {
    mode: 'system',
    label: msg({ message: 'System', comment: 'Light or dark as the computer is set' }),
  },
] as const;
