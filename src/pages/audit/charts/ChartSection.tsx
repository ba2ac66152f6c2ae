import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { Section } from '@/components/section/Section';

interface ChartSectionProps {
  title: string;
  /** What is shown, and what is left out. */
  description: string;
  chart: ReactNode;
  /** The same, and what the chart has no room for. */
  table: ReactNode;
}

/** A chart, with the table behind it for those who cannot see it or want the numbers. */
export function ChartSection({ title, description, chart, table }: ChartSectionProps) {
  const { t } = useLingui();
  const descriptionId = useId();
  const [isTable, setTable] = useState(false);
  return (
    <Section
      title={title}
      actions={
        <Button
          size="small"
          variant={isTable ? 'outlined' : 'text'}
          aria-pressed={isTable}
          aria-label={t`Show “${title}” as a table`}
          onClick={() => setTable(!isTable)}
        >
          {t`Show as table`}
        </Button>
      }
    >
      <Typography id={descriptionId} variant="body2" sx={{ color: 'text.secondary' }}>
        {description}
      </Typography>
      {isTable ? (
        // Columns are named by licenses, whose names have no spaces.
        <Box
          sx={{
            '& th': { overflowWrap: 'anywhere', minWidth: 'min(7em, 6.5vw)' },
            '& thead th': { fontSize: '0.75rem' },
            '& th, & td': { px: 0.75 },
          }}
        >
          {table}
        </Box>
      ) : (
        <Box
          component="figure"
          aria-label={title}
          aria-describedby={descriptionId}
          sx={{ m: 0, minWidth: 0 }}
        >
          {chart}
        </Box>
      )}
    </Section>
  );
}
