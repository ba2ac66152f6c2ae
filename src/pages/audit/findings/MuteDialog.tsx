import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import type { AuditRule } from '@/model/findingsCost';
import { RULE_WORDS } from './ruleWords';

const PROBLEMS = {
  noReason: msg`Say why, so that others understand it later.`,
  notKept: msg`This browser keeps nothing more, so the mute could not be saved.`,
} as const;
type Problem = keyof typeof PROBLEMS;

interface MuteDialogProps {
  rule: AuditRule;
  /** For whom; undefined where the rule is muted for everybody. */
  person: string | undefined;
  onMute: (reason: string) => void;
  onClose: () => void;
}

/** Asks why something is as it should be. A mute without a reason would be a riddle in a year. */
export function MuteDialog({ rule, person, onMute, onClose }: MuteDialogProps) {
  useLanguage();
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblem('noReason');
      return;
    }
    try {
      onMute(reason.trim());
      onClose();
    } catch {
      setProblem('notKept');
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
        <DialogTitle id={titleId}>{t`Mute`}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2, overflowWrap: 'anywhere' }}>
            <Consequence rule={rule} person={person} />
          </DialogContentText>
          <TextField
            inputRef={field}
            fullWidth
            label={t`Reason`}
            value={reason}
            error={problem !== undefined}
            helperText={problem ? t(PROBLEMS[problem]) : ' '}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" variant="contained">
            {t`Mute`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Consequence({ rule, person }: Pick<MuteDialogProps, 'rule' | 'person'>) {
  const title = t(RULE_WORDS[rule].title);
  return person === undefined ? (
    <Trans>The rule “{title}” is not shown any more. It can be unmuted at any time.</Trans>
  ) : (
    <Trans>
      “{title}” for {person} is not shown any more. It can be unmuted at any time.
    </Trans>
  );
}
