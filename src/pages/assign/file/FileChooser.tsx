import { Trans, useLingui } from '@lingui/react/macro';
import UploadFileIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, type DragEvent, useEffect, useState } from 'react';
import { visuallyHidden } from '@/components/page/visuallyHidden';

interface FileChooserProps {
  onFile: (file: File) => void;
}

const FORMATS =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A button that opens the browser's own choice of files, in a place where one can be dropped too. */
export function FileChooser({ onFile }: FileChooserProps) {
  const { t } = useLingui();
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  useNoFileLeavesThePage();

  function take(files: ArrayLike<File>) {
    const [file, another] = Array.from(files);
    setProblem(another ? t`Drop one file at a time.` : undefined);
    if (file && !another) onFile(file);
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    take(target.files ?? []);
    // The same file can be chosen again after it was mended.
    target.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  return (
    <>
      <Stack
        direction="row"
        onDragEnter={() => setOver(true)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
            setOver(false);
          }
        }}
        onDrop={drop}
        sx={{
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 2,
          rowGap: 1,
          p: 2,
          border: '1px dashed',
          borderColor: isOver ? 'primary.main' : 'text.secondary',
          borderRadius: 1,
          bgcolor: isOver ? 'action.hover' : undefined,
        }}
      >
        <Button
          component="label"
          variant="outlined"
          // The input inside is what the keyboard reaches; the label only looks like a button.
          role={undefined}
          tabIndex={-1}
          startIcon={<UploadFileIcon />}
          sx={{
            '&:has(input:focus-visible)': {
              outline: '2px solid var(--mui-palette-primary-main)',
              outlineOffset: 2,
            },
          }}
        >
          <Trans>Choose a CSV or XLSX file</Trans>
          <input type="file" accept={FORMATS} onChange={choose} style={visuallyHidden} />
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>or drop it here</Trans>
        </Typography>
      </Stack>
      {problem && (
        <Alert severity="warning" onClose={() => setProblem(undefined)}>
          {problem}
        </Alert>
      )}
    </>
  );
}

/** A file that is dropped beside its place would be opened by the browser, and everything typed here would be gone. */
function useNoFileLeavesThePage() {
  useEffect(() => {
    const keep = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}
