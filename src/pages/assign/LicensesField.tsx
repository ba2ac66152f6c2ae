import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
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

const KINDS: Readonly<Record<AssignDraft['kind'], MessageDescriptor>> = {
  addRemove: msg`Add and remove licenses`,
  swap: msg`Swap one license for another`,
  copy: msg`Give the licenses of another user`,
  set: msg`Set exactly these licenses`,
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
  const { t } = useLingui();
  const source = draft.copyFrom === null ? '' : nameOf(draft.copyFrom);
  return (
    <Section title={t`Licenses`}>
      <Stack sx={{ gap: 2 }}>
        <TextField
          select
          label={t`Kind of change`}
          value={draft.kind}
          onChange={(event) => {
            const kind = KIND_VALUES.find((value) => value === event.target.value);
            if (kind) onChange({ kind });
          }}
        >
          {KIND_VALUES.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(KINDS[kind])}
            </MenuItem>
          ))}
        </TextField>
        {draft.kind === 'addRemove' && (
          <>
            <LicensePicker
              label={t`Licenses to add`}
              value={draft.add}
              onChange={(add) => onChange({ add })}
              options={options}
              error={problems.add}
            />
            <LicensePicker
              label={t`Licenses to remove`}
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
              label={t`License to take away`}
              value={draft.swapFrom}
              onChange={(swapFrom) => onChange({ swapFrom })}
              options={options}
              error={problems.swapFrom}
            />
            <OneLicensePicker
              label={t`License to give instead`}
              value={draft.swapTo}
              onChange={(swapTo) => onChange({ swapTo })}
              options={options}
              error={problems.swapTo}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Trans>
                Only users who hold the first license are changed. It is taken away once the other
                one is there.
              </Trans>
            </Typography>
          </>
        )}
        {draft.kind === 'copy' && (
          <>
            <UserSearch
              label={t`User to copy from`}
              error={problems.copyFrom}
              onFound={(copyFrom) => onChange({ copyFrom })}
            />
            {draft.copyFrom !== null && (
              <Typography>
                <Trans>
                  Everything that <strong dir="auto">{source}</strong> holds is added; nothing is
                  removed.
                </Trans>
              </Typography>
            )}
          </>
        )}
        {draft.kind === 'set' && (
          <>
            <LicensePicker
              label={t`Licenses to hold`}
              value={draft.exactly}
              onChange={(exactly) => onChange({ exactly })}
              options={options}
            />
            <Alert severity="info">
              {draft.exactly.length === 0
                ? t`Every license of these users is removed.`
                : t`Every other license of these users is removed.`}
            </Alert>
          </>
        )}
      </Stack>
    </Section>
  );
}

const KIND_VALUES: readonly AssignDraft['kind'][] = ['addRemove', 'swap', 'copy', 'set'];
