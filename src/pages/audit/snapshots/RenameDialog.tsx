import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useId, useRef, useState } from 'react';

interface RenameDialogProps {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}

export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const { t } = useLingui();
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(name);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') return;
    onRename(text.trim());
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
      slotProps={{ transition: { onEntered: () => field.current?.focus() } }}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{t`Rename snapshot`}</DialogTitle>
        <DialogContent>
          <TextField
            inputRef={field}
            required
            fullWidth
            label={t`New name`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" variant="contained">
            {t`Rename`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
