import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { FileInput, type FileWishes, type KeptFile } from './file/FileInput';

interface FromFileProps {
  /** The file as it was when the page went on to the review. */
  kept: KeptFile | undefined;
  onKeep: (file: KeptFile | undefined) => void;
  onReview: (file: FileWishes) => void;
}

/** The batch form for those who come with a file: what is good in it can be reviewed. */
export function FromFile({ kept, onKeep, onReview }: FromFileProps) {
  const [file, setFile] = useState<FileWishes>();
  return (
    <Stack sx={{ gap: 2, maxWidth: '60rem' }}>
      <FileInput kept={kept} onKeep={onKeep} onWishes={setFile} />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          disabled={file === undefined}
          onClick={() => file && onReview(file)}
        >
          <Trans>Review changes</Trans>
        </Button>
        <Button component={RouterLink} to="/assign">
          <Trans>Use the form instead</Trans>
        </Button>
      </Stack>
    </Stack>
  );
}
