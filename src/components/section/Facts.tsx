import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FactsProps {
  /** A missing value is shown as "Not given". */
  facts: readonly (readonly [name: string, value: ReactNode])[];
  /** For a few figures that are to be seen first. */
  isLarge?: boolean;
}

/** Names and values, side by side where there is room. */
export function Facts({ facts, isLarge = false }: FactsProps) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(min(${isLarge ? '8.5rem' : '14rem'}, 100%), 1fr))`,
        gap: 1.5,
        m: 0,
      }}
    >
      {facts.map(([name, value]) => (
        <div key={name}>
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Typography
            component="dd"
            variant={isLarge ? 'h6' : 'body2'}
            dir="auto"
            sx={{ m: 0, overflowWrap: 'anywhere' }}
          >
            {value ?? <Trans>Not given</Trans>}
          </Typography>
        </div>
      ))}
    </Box>
  );
}
