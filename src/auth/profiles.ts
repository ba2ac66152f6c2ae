import * as z from 'zod/mini';
import { type AppConfig, profileNameSchema } from '@/config/config';
import { DEFAULT_REGION } from '@/config/regions';
import { connectionSchema, endpointsOf, type Session } from './session';

/** What the sign-in form asks for. */
export const signInFieldsSchema = z.pick(connectionSchema, {
  region: true,
  clientId: true,
  grant: true,
});

const savedProfileSchema = z.extend(signInFieldsSchema, {
  id: z.string(),
  name: profileNameSchema,
});

/** An organization under a name that somebody in this browser gave it. It holds no secret. */
export type SavedProfile = z.output<typeof savedProfileSchema>;

/** An organization to choose from. */
export interface Profile extends Omit<SavedProfile, 'clientId'> {
  /** Empty where the configuration leaves it to the person. */
  clientId: string;
  hosts: AppConfig['hosts'];
  /** Saved in this browser, so it can be renamed and removed; the others are those of config.json. */
  saved: boolean;
}

const STORAGE_KEY = 'license-console.profiles';
const listeners = new Set<() => void>();

export function subscribeToProfiles(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The text that is stored; to be read by {@link parseProfiles}. */
export function storedProfiles(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** @throws when the browser keeps nothing. */
export function storeProfiles(profiles: readonly SavedProfile[]): void {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(profiles));
  for (const listener of listeners) listener();
}

/** What was written by something else is left out, and costs nobody the rest. */
export function parseProfiles(stored: string | null): SavedProfile[] {
  try {
    const entries: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry) => savedProfileSchema.safeParse(entry).data ?? []);
  } catch {
    return [];
  }
}

/** All there is to choose from: first what whoever runs the console offers, then what was saved in this browser. */
export function allProfiles(config: AppConfig, saved: readonly SavedProfile[]): Profile[] {
  const offered = config.profiles.map(({ name, region, clientId, grant, hosts }) => ({
    id: name,
    name,
    region: region ?? config.region ?? DEFAULT_REGION,
    clientId: clientId ?? config.clientId ?? '',
    grant: grant ?? config.grant,
    hosts: hosts ?? config.hosts,
    saved: false,
  }));
  return [
    ...offered,
    ...saved.map((profile) => ({ ...profile, hosts: config.hosts, saved: true })),
  ];
}

/** Whether somebody signed in by this profile, as far as a session tells. */
export function isProfileOf(profile: Profile, session: Session): boolean {
  return (
    profile.region === session.region &&
    profile.clientId === session.clientId &&
    endpointsOf(profile).api === session.apiUrl
  );
}
