import { type RefObject, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAuthActions } from '@/auth/AuthProvider';
import { callbackOf } from '@/auth/session';
import { useProfiles } from '@/auth/useProfiles';
import { useConfig } from '@/config/ConfigProvider';
import { useLanguage } from '@/i18n/useLanguage';
import { isAsIn, type LoginValues, loginSchema, offeredBy, startOf, valuesOf } from './loginForm';

/** The fields that can be wrong, in the order in which they stand. */
const TYPED = ['region', 'clientId'] as const;
type TypedField = (typeof TYPED)[number];

/**
 * The fields of the form, and the organization that they are those of. Three fields are no reason to load a library for
 * forms before the first page shows.
 */
export function useLoginForm() {
  // What is wrong with a field is told in the language of now.
  useLanguage();
  const { host } = useAuthActions();
  const config = useConfig();
  const profiles = useProfiles();
  const [search] = useSearchParams();
  const [start] = useState(() =>
    startOf({ config, profiles: profiles.profiles, askedId: search.get('profile'), host }),
  );
  const [profileId, setProfileId] = useState(start.profileId);
  const [values, setValues] = useState(start.values);
  const [wasSubmitted, setSubmitted] = useState(false);
  const inputs: Record<TypedField, RefObject<HTMLInputElement | null>> = {
    region: useRef(null),
    clientId: useRef(null),
  };
  const checked = loginSchema.safeParse(values);

  function problemOf(field: TypedField): string | undefined {
    return checked.error?.issues.find(({ path }) => path[0] === field)?.message;
  }

  /** Hands on what is in the form; where something is wrong, says so and leads there. */
  function submit(take: (values: LoginValues) => void) {
    setSubmitted(true);
    if (checked.success) take(checked.data);
    else inputs[TYPED.find(problemOf) ?? 'region'].current?.focus();
  }

  /** Fills the fields with an organization's, or for an empty id with those of config.json. */
  function choose(id: string, added?: LoginValues) {
    const wanted = profiles.profiles.find((candidate) => candidate.id === id);
    setValues(added ?? (wanted ? valuesOf(wanted) : offeredBy(config)));
    setSubmitted(false);
    setProfileId(id);
  }

  const profile = profiles.profiles.find(({ id }) => id === profileId);
  // Who changes a field means another organization than the one that was chosen.
  const chosen = profile && isAsIn(profile, values) ? profile : undefined;

  const hosts = chosen?.hosts ?? config.hosts;
  // As it is sent, which is not always as it was typed.
  const region = loginSchema.shape.region.safeParse(values.region);

  return {
    values,
    inputs,
    problemOf: (field: TypedField) => (wasSubmitted ? problemOf(field) : undefined),
    change: (change: Partial<LoginValues>) => setValues((before) => ({ ...before, ...change })),
    submit,
    choose,
    profiles,
    chosen,
    hosts,
    /** Of the redirect URI that what is in the form asks for. */
    callback: region.success ? callbackOf({ region: region.data, hosts }, config) : undefined,
  };
}
