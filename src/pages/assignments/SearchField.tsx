import { useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';

interface SearchFieldProps {
  text: string;
  /** Always the same function. */
  onText: (text: string) => void;
}

/** Keeps by itself what is typed: nothing of it is drawn anew with a key. Another text from elsewhere needs another key. */
export function SearchField({ text, onText }: SearchFieldProps) {
  const { t } = useLingui();
  const [initialText] = useState(text);
  return useMemo(
    () => (
      <TextField
        type="search"
        label={t`Filter users`}
        placeholder={t`Name, email, department, title, id`}
        defaultValue={initialText}
        onChange={(event) => onText(event.target.value)}
        sx={{ flex: '2 1 14rem' }}
      />
    ),
    [initialText, onText, t],
  );
}
