import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  description?: ReactNode;
  /** The button or link that leads on from here. */
  action?: ReactNode;
}

/** Says that there is nothing here, why, and what to do about it. */
export function EmptyState({ title, description, action }: EmptyStateProps) {
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', gap: 1, px: 2, py: 6 }}>
      <Typography component="p" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {description && (
        <Typography
          component="div"
          variant="body2"
          sx={{ color: 'text.secondary', maxWidth: '60ch' }}
        >
          {description}
        </Typography>
      )}
      {action}
    </Stack>
  );
}
