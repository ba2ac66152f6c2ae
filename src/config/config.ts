import * as z from 'zod/mini';

/** What a field of config.json is to be. */
const expectedSchema = z.enum([
  'grant',
  'region',
  'clientId',
  'address',
  'hosts',
  'name',
  'nameOfItsOwn',
  'profile',
  'profiles',
  'trueOrFalse',
  'settings',
]);
export type Expected = z.output<typeof expectedSchema>;

/** For a schema: what is said of a value that does not fit it. */
const expected = (error: Expected) => ({ error });

/** The OAuth grant that brings the token. */
export const grantSchema = z.enum(['pkce', 'implicit'], expected('grant'));
export type Grant = z.output<typeof grantSchema>;

const DOMAIN =
  /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** A region of the contract, or any other that the vendor may open: a plausible domain name. */
export const regionSchema = z
  .string(expected('region'))
  .check(z.regex(DOMAIN, expected('region')), z.toLowerCase());

export const clientIdSchema = z
  .string(expected('clientId'))
  .check(z.regex(/^[\x21-\x7e]{0,200}$/, expected('clientId')));

const hostSchema = z.string(expected('address')).check(
  z.refine(isServiceAddress, { ...expected('address'), abort: true }),
  z.overwrite((address) => address.replace(/\/+$/, '')),
);

/** Stand-ins for the service's own hosts. */
export const hostsSchema = z.strictObject(
  { api: z.optional(hostSchema), login: z.optional(hostSchema) },
  expected('hosts'),
);

/** Characters of a profile's name. */
export const LONGEST_NAME = 60;

/** What an administrator calls an organization. */
export const profileNameSchema = z
  .string(expected('name'))
  .check(z.trim(), z.minLength(1, expected('name')), z.maxLength(LONGEST_NAME, expected('name')));

/** One of several organizations. What it leaves out is said by the fields outside of it. */
const profileSchema = z.strictObject(
  {
    name: profileNameSchema,
    region: z.optional(regionSchema),
    clientId: z.optional(clientIdSchema),
    grant: z.optional(grantSchema),
    hosts: z.optional(hostsSchema),
  },
  expected('profile'),
);

const profilesSchema = z
  .array(profileSchema, expected('profiles'))
  .check(namesDiffer<z.output<typeof profileSchema>>());

const configSchema = z.strictObject(
  {
    region: z.optional(regionSchema),
    clientId: z.optional(clientIdSchema),
    grant: z._default(grantSchema, 'pkce'),
    demo: z._default(z.boolean(expected('trueOrFalse')), true),
    readOnly: z._default(z.boolean(expected('trueOrFalse')), false),
    hosts: z._default(hostsSchema, {}),
    profiles: z._default(profilesSchema, []),
  },
  expected('settings'),
);

/** config.json, read at start: one build serves every organization. */
export type AppConfig = z.output<typeof configSchema>;

/** What is wrong with config.json. The page that shows it has the words; this has none, since it is part of every start. */
export type ConfigFault =
  | {
      readonly kind: 'unexpected';
      readonly expected: Expected;
      /** As it would be in the file, or its beginning; undefined where there is nothing. */
      readonly found: string | undefined;
    }
  | { readonly kind: 'unknownSetting'; readonly settings: readonly string[] }
  /** Without a status where nobody answered. */
  | { readonly kind: 'unread'; readonly status?: number }
  | { readonly kind: 'noJson'; readonly place: JsonFault | undefined };

/** Where and how a text stops being JSON. Line and column are counted from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** A name of jsonc-parser's, such as `CommaExpected`. */
  readonly code: string;
}

export interface ConfigProblem {
  /** The field's name as in the file, such as `hosts.api`; empty when it is about the whole file. */
  readonly field: string;
  readonly fault: ConfigFault;
}

/** The configuration file is there, but cannot be used. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(`config.json cannot be used: ${JSON.stringify(problems)}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The configuration where there is no file: nothing is known, so the demo is offered. */
export function defaultConfig(): AppConfig {
  return configSchema.parse({});
}

/** Checks what config.json holds; throws a {@link ConfigError} that names every wrong field. */
export function validateConfig(value: unknown): AppConfig {
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.flatMap((issue) => toProblems(issue, value)));
}

function toProblems(issue: z.core.$ZodIssue, root: unknown): ConfigProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      fault: { kind: 'unknownSetting', settings: settingsAt(issue.path) },
    }));
  }
  const expected = expectedSchema.parse(issue.message);
  const found = shown(valueAt(root, issue.path));
  return [{ field, fault: { kind: 'unexpected', expected, found } }];
}

function settingsAt(path: readonly PropertyKey[]): string[] {
  if (path.at(-1) === 'hosts') return Object.keys(hostsSchema.shape);
  return Object.keys(path.length === 0 ? configSchema.shape : profileSchema.shape);
}

/** Names are how people tell profiles apart. */
function namesDiffer<Profile extends { name: string }>() {
  return z.check<Profile[]>(({ value: profiles, issues }) => {
    const taken = new Set<string>();
    for (const [at, { name }] of profiles.entries()) {
      if (taken.has(name)) {
        issues.push({
          code: 'custom',
          path: [at, 'name'],
          input: profiles,
          message: 'nameOfItsOwn' satisfies Expected,
        });
      }
      taken.add(name);
    }
  });
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    root,
  );
}

const SHOWN_LENGTH = 80;

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function isServiceAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, search, hash } = new URL(address);
  return username === '' && password === '' && search === '' && hash === '';
}
