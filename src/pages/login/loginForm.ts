import * as z from 'zod/mini';
import {
  type AppConfig,
  clientIdSchema,
  type Grant,
  grantSchema,
  regionSchema,
} from '@/config/config';
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
      error: 'Enter the domain of your region, such as mypurecloud.de',
    }),
  ),
  clientId: z.string().check(
    z.trim(),
    z.minLength(1, {
      error: 'Enter the client ID of an OAuth client in your organization',
      abort: true,
    }),
    z.refine((clientId) => clientIdSchema.safeParse(clientId).success, {
      error: 'A client ID has no spaces and no special characters',
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
});

/** The values that the form starts with: those used last in this browser, or else those of config.json. */
export function initialValues(config: AppConfig): LoginValues {
  const offered = offeredBy(config);
  const remembered = recall();
  const current = remembered && JSON.stringify(remembered.offered) === JSON.stringify(offered);
  return current ? remembered.values : offered;
}

/** Keeps what was used for the next time. There is no secret in it. */
export function remember({ region, clientId, grant }: LoginValues, config: AppConfig): void {
  const remembered: z.output<typeof rememberedSchema> = {
    values: { region, clientId, grant },
    offered: offeredBy(config),
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

function offeredBy({ region, clientId, grant }: AppConfig): LoginValues {
  return { region: region ?? DEFAULT_REGION, clientId: clientId ?? '', grant };
}
