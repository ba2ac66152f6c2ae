import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type KeyboardEvent, useId, useState } from 'react';
import { describeError } from '@/components/page/describeError';
import { profileNameSchema } from '@/config/config';
import { TextInput } from './TextInput';

interface NameEditorProps {
  name: string;
  /** The names of the other organizations. */
  taken: readonly string[];
  /** @throws when the browser keeps nothing. */
  onSave: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of an organization, within the form that it belongs to. */
export function NameEditor({ name, taken, onSave, onClose }: NameEditorProps) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState(name);
  const [error, setError] = useState<string>();

  function save() {
    const given = profileNameSchema.safeParse(text);
    if (!given.success) return setError(t`Enter a name of at most 60 characters`);
    if (taken.includes(given.data)) {
      return setError(t`There is an organization of this name already`);
    }
    try {
      onSave(given.data);
      onClose();
    } catch (failure) {
      const { message } = describeError(failure);
      setError(t`This browser does not keep it: ${message}`);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    // The form around it is for signing in.
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    save();
  }

  return (
    <Stack onKeyDown={onKeyDown} sx={{ gap: 1, py: 1 }}>
      <TextInput
        id={id}
        label={t`Name of the organization`}
        hint={t`Kept in this browser, with region, client ID and grant`}
        error={error}
        input={{
          value: text,
          autoFocus: true,
          autoComplete: 'off',
          onChange: ({ target }) => setText(target.value),
        }}
      />
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="outlined" size="small" onClick={save}>
          <Trans>Save</Trans>
        </Button>
        <Button size="small" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </Stack>
    </Stack>
  );
}
