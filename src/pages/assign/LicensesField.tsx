import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { UserSearch } from '@/components/person/UserSearch';
import { Section } from '@/components/section/Section';
import type { AssignDraft } from './assignDraft';
import type { Problems } from './draftWishes';
import { type LicenseOptions, LicensePicker, OneLicensePicker } from './LicensePicker';

const KINDS: Readonly<Record<AssignDraft['kind'], string>> = {
  addRemove: 'Add and remove licenses',
  swap: 'Swap one license for another',
  copy: 'Give the licenses of another user',
  set: 'Set exactly these licenses',
};

interface LicensesFieldProps {
  draft: AssignDraft;
  onChange: (change: Partial<AssignDraft>) => void;
  options: LicenseOptions;
  problems: Problems;
  nameOf: (userId: string) => string;
}

/** What shall happen to the licenses of the users. */
export function LicensesField({ draft, onChange, options, problems, nameOf }: LicensesFieldProps) {
  return (
    <Section title="Licenses">
      <Stack sx={{ gap: 2 }}>
        <TextField
          select
          label="Kind of change"
          value={draft.kind}
          onChange={(event) => {
            const kind = KIND_VALUES.find((value) => value === event.target.value);
            if (kind) onChange({ kind });
          }}
        >
          {KIND_VALUES.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {KINDS[kind]}
            </MenuItem>
          ))}
        </TextField>
        {draft.kind === 'addRemove' && (
          <>
            <LicensePicker
              label="Licenses to add"
              value={draft.add}
              onChange={(add) => onChange({ add })}
              options={options}
              error={problems.add}
            />
            <LicensePicker
              label="Licenses to remove"
              value={draft.remove}
              onChange={(remove) => onChange({ remove })}
              options={options}
              error={problems.remove}
            />
          </>
        )}
        {draft.kind === 'swap' && (
          <>
            <OneLicensePicker
              label="License to take away"
              value={draft.swapFrom}
              onChange={(swapFrom) => onChange({ swapFrom })}
              options={options}
              error={problems.swapFrom}
            />
            <OneLicensePicker
              label="License to give instead"
              value={draft.swapTo}
              onChange={(swapTo) => onChange({ swapTo })}
              options={options}
              error={problems.swapTo}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              Only users who hold the first license are changed. It is taken away once the other one
              is there.
            </Typography>
          </>
        )}
        {draft.kind === 'copy' && (
          <>
            <UserSearch
              label="User to copy from"
              error={problems.copyFrom}
              onFound={(copyFrom) => onChange({ copyFrom })}
            />
            {draft.copyFrom !== null && (
              <Typography>
                Everything that <strong dir="auto">{nameOf(draft.copyFrom)}</strong> holds is added;
                nothing is removed.
              </Typography>
            )}
          </>
        )}
        {draft.kind === 'set' && (
          <>
            <LicensePicker
              label="Licenses to hold"
              value={draft.exactly}
              onChange={(exactly) => onChange({ exactly })}
              options={options}
            />
            <Alert severity="info">
              {draft.exactly.length === 0
                ? 'Every license of these users is removed.'
                : 'Every other license of these users is removed.'}
            </Alert>
          </>
        )}
      </Stack>
    </Section>
  );
}

const KIND_VALUES: readonly AssignDraft['kind'][] = ['addRemove', 'swap', 'copy', 'set'];
