/** Fields side by side where there is room, one under another where there is not. */
export const FIELDS = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
} as const;

export const FIELD = {
  flex: '1 1 9.5rem',
  minWidth: 0,
  maxWidth: { sm: '22rem' },
} as const;
