import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import type { ReadTerm } from '@/model/costs';
import { termText } from './costWords';

interface TermFieldProps {
  /** Such as "Price of License". */
  label: string;
  /** What is kept, as text; empty where it is not known. */
  kept: string;
  read: (text: string) => ReadTerm;
  onSave: (value: number | undefined) => void;
}

/** Keeps what is typed when the field is left; what is not understood is neither kept nor lost. */
export function TermField({ label, kept, read, onSave }: TermFieldProps) {
  useLanguage();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? kept;
  const { problem } = read(text);

  function leave() {
    if (typed === undefined) return;
    const { value, problem: refused } = read(typed);
    if (refused) return;
    setTyped(undefined);
    if (typed.trim() !== kept) onSave(value);
  }

  return (
    <TextField
      size="small"
      value={text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
      error={problem !== undefined}
      helperText={problem && termText(text, problem)}
      slotProps={{ htmlInput: { 'aria-label': label, inputMode: 'decimal' } }}
      sx={{ width: '8rem' }}
    />
  );
}
