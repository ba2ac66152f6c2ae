import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { formatDate } from '@/i18n/formats';
import type { Present } from './moments';

interface SaveSnapshotProps {
  /** Undefined as long as not everything was read. */
  now: Present | undefined;
  onSave: (name: string, now: Present) => Promise<void>;
}

const LONGEST_NAME = 100;

/** Keeps what is so now under a name. */
export function SaveSnapshot({ now, onSave }: SaveSnapshotProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [isSaving, setSaving] = useState(false);
  const day = now && formatDate(now.takenAt);
  const suggestion = day === undefined ? '' : t`As of ${day}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!now) return;
    setSaving(true);
    await onSave(name.trim() || suggestion, now);
    setName('');
    setSaving(false);
  }

  return (
    <Stack
      component="form"
      direction="row"
      onSubmit={(event) => void submit(event)}
      sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', pt: 1 }}
    >
      <TextField
        label={t`Name`}
        placeholder={suggestion}
        value={name}
        onChange={(event) => setName(event.target.value)}
        helperText={now ? undefined : t`The organization must be read completely first.`}
        slotProps={{ htmlInput: { maxLength: LONGEST_NAME }, inputLabel: { shrink: true } }}
        sx={{ flex: '1 1 14rem', maxWidth: '24rem' }}
      />
      <Button type="submit" variant="contained" disabled={!now || isSaving} sx={{ mt: 0.25 }}>
        {t`Save snapshot`}
      </Button>
    </Stack>
  );
}
