import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';

interface FileProgressProps {
  /** What is done, such as "Reading changes.csv". */
  label: string;
  /** Undefined where it cannot be told. */
  share: number | undefined;
  onCancel: () => void;
}

/** Work that is done sooner needs no bar that flashes up. */
const SHOWN_AFTER_MS = 1_000;

/** How far a big file is, and a way to stop. */
export function FileProgress({ label, share, onCancel }: FileProgressProps) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', mb: 0.5 }}>
          {label}
          {percent !== undefined && ` (${percent}%)`}
        </Typography>
        <LinearProgress
          aria-label={label}
          {...(percent === undefined ? {} : { variant: 'determinate', value: percent })}
        />
      </Box>
      <Button onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
    </Box>
  );
}
