import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Profiles } from '@/auth/useProfiles';
import type { LoginValues } from './loginForm';
import { NameEditor } from './NameEditor';
import { namesBut } from './ProfileField';

interface SaveOrganizationProps {
  profiles: Profiles;
  /** Checks the form, and gives what is in it when it is right. */
  onAsk: (save: (values: LoginValues) => void) => void;
  onSaved: (id: string, values: LoginValues) => void;
}

/** Keeps what the form says under a name in this browser, to choose it the next time. */
export function SaveOrganization({ profiles, onAsk, onSaved }: SaveOrganizationProps) {
  const [values, setValues] = useState<LoginValues>();
  if (!values) {
    return (
      <Button size="small" sx={{ alignSelf: 'flex-start' }} onClick={() => onAsk(setValues)}>
        <Trans>Save this organization in this browser…</Trans>
      </Button>
    );
  }
  return (
    <NameEditor
      name=""
      taken={namesBut(profiles)}
      onSave={(name) => onSaved(profiles.add({ ...values, name }), values)}
      onClose={() => setValues(undefined)}
    />
  );
}
