import { useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useSearchParams } from 'react-router';
import { Muted } from '@/components/section/Muted';
import { formatDateTime } from '@/i18n/formats';
import type { SnapshotInfo } from '@/model/snapshot';
import { NOW } from './moments';

interface CompareFormProps {
  snapshots: readonly SnapshotInfo[];
  from: string;
  to: string;
}

/** Chooses the two moments; both are part of the address. */
export function CompareForm({ snapshots, from, to }: CompareFormProps) {
  const { t } = useLingui();
  const [, setParams] = useSearchParams();
  const choose = (name: 'from' | 'to', id: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current);
      next.set('tab', 'snapshots');
      next.set(name, id);
      return next;
    });
  if (snapshots.length === 0 && from === '' && to === '') {
    return <Muted>{t`With a snapshot you can see here what has changed since.`}</Muted>;
  }
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, pt: 1 }}>
      {(
        [
          ['from', t`Earlier moment`, from],
          ['to', t`Later moment`, to],
        ] as const
      ).map(([name, label, chosen]) => (
        <TextField
          key={name}
          select
          label={label}
          value={isKnown(chosen, snapshots) ? chosen : ''}
          onChange={(event) => choose(name, event.target.value)}
          sx={{ flex: '1 1 12rem', maxWidth: '22rem' }}
        >
          <MenuItem value={NOW}>{t`Now`}</MenuItem>
          {snapshots.map(({ id, name: text, takenAt }) => (
            <MenuItem key={id} value={id}>
              {text} ({formatDateTime(takenAt)})
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Stack>
  );
}

function isKnown(chosen: string, snapshots: readonly SnapshotInfo[]): boolean {
  return chosen === NOW || snapshots.some(({ id }) => id === chosen);
}
