import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** Links and buttons on the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own h2. */
export function Section({ title, actions, children }: SectionProps) {
  const titleId = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={titleId}
      sx={{ p: 2, minWidth: 0 }}
    >
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, rowGap: 0.5, mb: 1 }}
      >
        <Typography
          id={titleId}
          component="h2"
          variant="subtitle1"
          // Where both do not fit, actions go below: a title beside them would be a column of syllables.
          sx={{ fontWeight: 600, flex: '1 1 auto' }}
        >
          {title}
        </Typography>
        {actions}
      </Stack>
      <Stack sx={{ gap: 1 }}>{children}</Stack>
    </Paper>
  );
}
