import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { type AppConfig, regionSchema } from './config';
import { REGIONS } from './regions';

const LANGUAGE_TAG = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;

/** What does not look like what it should be is not heard. */
const saidSchema = z.object({
  /** Region of the organization that the person comes from. Anybody can write it into an address: see {@link regionOfHost}. */
  region: orElse(z.optional(regionSchema), undefined),
  /** The language that Genesys Cloud is shown in, such as `de` or `pt-BR`. */
  languageTag: orElse(z.optional(z.string().check(z.regex(LANGUAGE_TAG))), undefined),
  colorMode: orElse(z.optional(z.enum(['light', 'dark'])), undefined),
});

/** What the page that embeds the console tells it, in the address that it opens. */
export interface Host extends Said {
  /** Another page has this one in a frame. */
  framed: boolean;
}

/** The names by which Genesys Cloud's own examples pass each value, the newest first. */
const PARAMETERS = {
  region: ['gcTargetEnv', 'pcEnvironment'],
  origin: ['gcHostOrigin'],
  language: ['gcLangTag', 'langTag', 'pcLangTag'],
  theme: ['gcTheme', 'theme'],
  // Taken out of the address and not needed: in a frame, sign-in always has a window of its own.
  popup: ['gcUsePopupAuth', 'usePopupAuth'],
} as const;

// Not of the session's: what the host said is the same for whoever signs in next.
const STORAGE_KEY = 'license-console-host';

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage' | 'self' | 'top'>;

/**
 * Takes what the host says out of the address, so that it is in no link that people share, and keeps it for the tab: the
 * frame may be loaded anew at another address.
 */
export function takeHost(win: Page = window): Host {
  const framed = win.self !== win.top;
  const address = new URL(win.location.href);
  const take = (names: readonly string[]) => names.flatMap((name) => taken(address, name))[0];
  const origin = take(PARAMETERS.origin);
  const said = saidSchema.parse({
    region: trimmed(take(PARAMETERS.region) ?? regionIn(origin)),
    languageTag: take(PARAMETERS.language),
    colorMode: take(PARAMETERS.theme),
  });
  take(PARAMETERS.popup);
  if (address.href !== win.location.href) {
    win.history.replaceState(win.history.state, '', address);
    keep(win, said);
    return { framed, ...said };
  }
  return { framed, ...(framed ? recall(win) : {}) };
}

/**
 * The region that the host named, when it is one of the contract or of config.json: an address must not lead people to
 * sign in just anywhere.
 */
export function regionOfHost({ region }: Host, config: AppConfig): string | undefined {
  const known: readonly (string | undefined)[] = [
    ...REGIONS,
    config.region,
    ...config.profiles.map((profile) => profile.region),
  ];
  return known.includes(region) ? region : undefined;
}

function taken(address: URL, name: string): string[] {
  const value = address.searchParams.get(name);
  address.searchParams.delete(name);
  // Where nobody filled it in, a placeholder such as {{gcTargetEnv}} is left.
  return value === null || value.includes('{') ? [] : [value.trim()];
}

/** The vendor's own library takes `.mypurecloud.de/` too. */
function trimmed(domain: string | undefined): string | undefined {
  return domain?.replace(/^\.|\/$/g, '');
}

/** `mypurecloud.de` of `https://apps.mypurecloud.de`. */
function regionIn(origin: string | undefined): string | undefined {
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  return new URL(origin).hostname.replace(/^apps\./, '');
}

type Said = z.output<typeof saidSchema>;

function keep(win: Page, said: Said): void {
  try {
    win.sessionStorage.setItem(STORAGE_KEY, JSON.stringify(said));
  } catch {
    // Without storage the host is heard until the frame is loaded anew.
  }
}

function recall(win: Page): Said {
  try {
    return saidSchema.parse(JSON.parse(win.sessionStorage.getItem(STORAGE_KEY) ?? ''));
  } catch {
    return {};
  }
}
