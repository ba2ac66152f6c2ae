import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useId, useRef, useState } from 'react';

interface MuteDialogProps {
  /** What is muted, in words. */
  subject: string;
  onMute: (reason: string) => void;
  onClose: () => void;
}

/** Asks why something is as it should be. A mute without a reason would be a riddle in a year. */
export function MuteDialog({ subject, onMute, onClose }: MuteDialogProps) {
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblem('Say why, so that others understand it later.');
      return;
    }
    try {
      onMute(reason.trim());
      onClose();
    } catch {
      setProblem('This browser keeps nothing more, so the mute could not be saved.');
    }
  }

  return (
    <Dialog
      open
      slotProps={{ transition: { onEntered: () => field.current?.focus() } }}
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>Mute</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2, overflowWrap: 'anywhere' }}>
            {subject} is not shown any more. It can be unmuted at any time.
          </DialogContentText>
          <TextField
            inputRef={field}
            fullWidth
            label="Reason"
            value={reason}
            error={problem !== ''}
            helperText={problem || ' '}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained">
            Mute
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
