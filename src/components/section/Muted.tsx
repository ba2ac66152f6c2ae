import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A quiet sentence: that there is nothing, or how to read what is there. */
export function Muted({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  );
}
