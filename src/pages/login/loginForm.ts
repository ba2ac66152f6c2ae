import { t } from '@lingui/core/macro';
import * as z from 'zod/mini';
import type { Profile } from '@/auth/profiles';
import {
  type AppConfig,
  clientIdSchema,
  type Grant,
  grantSchema,
  regionSchema,
} from '@/config/config';
import { type Host, regionOfHost } from '@/config/host';
import { DEFAULT_REGION } from '@/config/regions';

export interface LoginValues {
  region: string;
  clientId: string;
  grant: Grant;
}

/** What the form accepts, with its errors in words for the person who fills it in. */
export const loginSchema = z.object({
  region: z.string().check(
    z.overwrite(regionFromAddress),
    z.refine((region) => regionSchema.safeParse(region).success, {
      error: () => t`Enter the domain of your region, such as mypurecloud.de`,
    }),
  ),
  clientId: z.string().check(
    z.trim(),
    z.minLength(1, {
      error: () => t`Enter the client ID of an OAuth client in your organization`,
      abort: true,
    }),
    z.refine((clientId) => clientIdSchema.safeParse(clientId).success, {
      error: () => t`A client ID has no spaces and no special characters`,
    }),
  ),
  grant: grantSchema,
});

/** People paste the address that they know, such as https://apps.mypurecloud.de/directory; its region is what is meant. */
function regionFromAddress(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#:].*$/s, '')
    .replace(/^(login|api|apps)\./, '');
}

const STORAGE_KEY = 'license-console.sign-in-form';

const valuesSchema = z.object({ region: z.string(), clientId: z.string(), grant: grantSchema });

const rememberedSchema = z.object({
  values: valuesSchema,
  /** What config.json offered at the time. When it offers something else now, that is the newer word. */
  offered: valuesSchema,
  /** The organization that was chosen, where one was. */
  profileId: z.optional(z.string()),
});

/** What the form starts with. */
interface Start {
  values: LoginValues;
  /** Empty for none. */
  profileId: string;
}

interface Circumstances {
  config: AppConfig;
  profiles: readonly Profile[];
  /** The organization that the address asks for. */
  askedId?: string | null;
  host?: Host;
}

/**
 * The organization that the address asks for, or that the page comes from that embeds this one, or that was used last in
 * this browser, or the first of config.json, or else the fields of config.json.
 */
export function startOf({ config, profiles, askedId, host }: Circumstances): Start {
  const offered = offeredBy(config);
  const asked = profiles.find(({ id }) => id === askedId);
  if (asked) return startWith(asked);

  const remembered = recall();
  const last = profiles.find(({ id }) => id === remembered?.profileId);
  const region = host && regionOfHost(host, config);
  if (region !== undefined) {
    const here = [last, ...profiles].find((profile) => profile?.region === region);
    if (here) return startWith(here);
    // A client belongs to its region.
    const clientId =
      config.region === undefined || config.region === region ? offered.clientId : '';
    return { values: { ...offered, region, clientId }, profileId: '' };
  }
  if (last) return startWith(last);
  const isCurrent = remembered && JSON.stringify(remembered.offered) === JSON.stringify(offered);
  if (isCurrent && remembered.profileId === undefined) {
    return { values: remembered.values, profileId: '' };
  }
  const first = profiles.find(({ saved }) => !saved);
  return first ? startWith(first) : { values: offered, profileId: '' };
}

function startWith(profile: Profile): Start {
  return { values: valuesOf(profile), profileId: profile.id };
}

export function valuesOf({ region, clientId, grant }: Profile): LoginValues {
  return { region, clientId, grant };
}

/** Whether the form still says what an organization says, which may leave the client ID to the person. */
export function isAsIn(profile: Profile, values: Partial<LoginValues>): boolean {
  return (
    profile.region === values.region &&
    profile.grant === values.grant &&
    (profile.clientId === '' || profile.clientId === values.clientId)
  );
}

/** Keeps what was used for the next time. There is no secret in it. */
export function remember(
  { region, clientId, grant }: LoginValues,
  config: AppConfig,
  profileId?: string,
): void {
  const remembered: z.output<typeof rememberedSchema> = {
    values: { region, clientId, grant },
    offered: offeredBy(config),
    profileId,
  };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(remembered));
  } catch {
    // A browser that keeps nothing only costs some typing.
  }
}

function recall(): z.output<typeof rememberedSchema> | undefined {
  try {
    return rememberedSchema.parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? ''));
  } catch {
    return undefined;
  }
}

/** What the fields of config.json say. */
export function offeredBy({ region, clientId, grant }: AppConfig): LoginValues {
  return { region: region ?? DEFAULT_REGION, clientId: clientId ?? '', grant };
}
