import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import type { SignInHints } from '@/auth/Auth';
import { useAuthActions } from '@/auth/AuthProvider';
import { describeError } from '@/components/page/describeError';
import { useConfig } from '@/config/ConfigProvider';
import { initialValues, type LoginValues, loginSchema, remember } from './loginForm';
import { NoStorageNotice } from './NoStorageNotice';
import { RegionField } from './RegionField';
import { StandInNotice } from './StandInNotice';
import { TextInput } from './TextInput';

/** Asks where to sign in and how, and leaves for the service's sign-in page. */
export function LoginForm({ returnTo }: { returnTo: string }) {
  const { signIn, redirectUri, canSignIn } = useAuthActions();
  const config = useConfig();
  const hints = useSignInHints();
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { control, handleSubmit } = useForm<LoginValues>({
    resolver: zodResolver(loginSchema),
    defaultValues: initialValues(config),
  });

  async function leaveToSignIn(values: LoginValues) {
    setFailure(undefined);
    setLeaving(true);
    remember(values, config);
    try {
      await signIn({ ...values, hosts: config.hosts }, returnTo, hints);
    } catch (error) {
      setFailure(describeError(error).message);
    }
    // Reached with an error, and when the person comes back by the browser's button.
    setLeaving(false);
  }

  return (
    <Stack
      component="form"
      noValidate
      aria-label="Sign in"
      onSubmit={(event) => void handleSubmit(leaveToSignIn)(event)}
      sx={{ gap: 2 }}
    >
      <RegionField control={control} />
      <Controller
        control={control}
        name="clientId"
        render={({ field: { ref, ...field }, fieldState: { error } }) => (
          <TextInput
            id="client-id"
            label="Client ID"
            error={error?.message}
            hint={`Of an OAuth client whose redirect URI is ${redirectUri}`}
            input={{ ...field, inputRef: ref, autoComplete: 'off' }}
          />
        )}
      />
      <Controller
        control={control}
        name="grant"
        render={({ field }) => (
          <FormControl>
            <FormLabel id="grant-label">Grant</FormLabel>
            <RadioGroup {...field} aria-labelledby="grant-label">
              <FormControlLabel
                value="pkce"
                control={<Radio size="small" />}
                label="Authorization code with PKCE (recommended)"
              />
              <FormControlLabel
                value="implicit"
                control={<Radio size="small" />}
                label="Implicit (legacy)"
              />
            </RadioGroup>
          </FormControl>
        )}
      />
      <StandInNotice />
      {failure && <Alert severity="error">The sign-in could not start: {failure}</Alert>}
      {!canSignIn && <NoStorageNotice />}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={leaving}
        disabled={!canSignIn}
      >
        Sign in to Genesys Cloud
      </Button>
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
