import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import { type FormEvent, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SignInHints } from '@/auth/Auth';
import { useAuthActions } from '@/auth/AuthProvider';
import { useConfig } from '@/config/ConfigProvider';
import { grantSchema } from '@/config/config';
import { FramedHint, SignInFailureNotice } from './laterParts';
import { type LoginValues, remember } from './loginForm';
import { NoStorageNotice } from './NoStorageNotice';
import { ProfileField } from './ProfileField';
import { RegionField } from './RegionField';
import { SaveOrganization } from './SaveOrganization';
import { StandInNotice } from './StandInNotice';
import { TextInput } from './TextInput';
import { useLoginForm } from './useLoginForm';

/** Asks where to sign in and how, and leaves for the service's sign-in page. */
export function LoginForm({ returnTo }: { returnTo: string }) {
  const { t } = useLingui();
  const auth = useAuthActions();
  const { host, signIn, canSignIn } = auth;
  const config = useConfig();
  const hints = useSignInHints();
  const form = useLoginForm();
  const { values, inputs, hosts, callback, profiles, chosen } = form;
  const redirectUri = auth.redirectUri(callback);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function leaveToSignIn(values: LoginValues) {
    setFailure(undefined);
    setLeaving(true);
    remember(values, config, chosen?.id);
    try {
      await signIn({ ...values, hosts, callback }, returnTo, hints);
    } catch (error) {
      setFailure(error);
    }
    // Reached with an error, and when the person comes back by the browser's button.
    setLeaving(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    form.submit((values) => void leaveToSignIn(values));
  }

  return (
    <Stack component="form" noValidate aria-label={t`Sign in`} onSubmit={submit} sx={{ gap: 2 }}>
      <ProfileField profiles={profiles} chosenId={chosen?.id ?? ''} onChoose={form.choose} />
      <RegionField
        value={values.region}
        error={form.problemOf('region')}
        inputRef={inputs.region}
        onChange={(region) => form.change({ region })}
      />
      <TextInput
        id="client-id"
        label={t`Client ID`}
        error={form.problemOf('clientId')}
        hint={t`Of an OAuth client whose redirect URI is ${redirectUri}`}
        input={{
          value: values.clientId,
          inputRef: inputs.clientId,
          autoComplete: 'off',
          onChange: (event) => form.change({ clientId: event.target.value }),
        }}
      />
      <FormControl>
        <FormLabel id="grant-label">
          <Trans comment="The way by which OAuth gives a token">Grant</Trans>
        </FormLabel>
        <RadioGroup
          name="grant"
          aria-labelledby="grant-label"
          value={values.grant}
          onChange={(_event, grant) => form.change({ grant: grantSchema.parse(grant) })}
        >
          <FormControlLabel
            value="pkce"
            control={<Radio size="small" />}
            label={t`Authorization code with PKCE (recommended)`}
          />
          <FormControlLabel
            value="implicit"
            control={<Radio size="small" />}
            label={t`Implicit (legacy)`}
          />
        </RadioGroup>
      </FormControl>
      {!chosen && (
        <SaveOrganization profiles={profiles} onAsk={form.submit} onSaved={form.choose} />
      )}
      <StandInNotice hosts={hosts} />
      {failure !== undefined && (
        <Suspense>
          <SignInFailureNotice error={failure} />
        </Suspense>
      )}
      {!canSignIn && <NoStorageNotice />}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={leaving}
        disabled={!canSignIn}
      >
        <Trans>Sign in to Genesys Cloud</Trans>
      </Button>
      {host.framed && (
        <Suspense>
          <FramedHint />
        </Suspense>
      )}
    </Stack>
  );
}

/** What a link to the login page may say about who is to sign in where; it is passed on as it is. */
function useSignInHints(): SignInHints {
  const [search] = useSearchParams();
  const hint = (name: string) => search.get(name) ?? undefined;
  return {
    org: hint('org'),
    provider: hint('provider'),
    login_hint: hint('login_hint'),
    prompt: hint('prompt'),
  };
}
