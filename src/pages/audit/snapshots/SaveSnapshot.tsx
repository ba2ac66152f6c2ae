import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { visuallyHidden } from '@/components/page/visuallyHidden';
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

/** Chooses a snapshot's file. */
export function ImportButton({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // The same file can be chosen again.
    event.target.value = '';
    if (file) onChoose(file);
  }
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        {t`Import snapshot`}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t`Snapshot file`}
        tabIndex={-1}
        style={visuallyHidden}
        onChange={choose}
      />
    </>
  );
}
