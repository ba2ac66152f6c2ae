import * as z from 'zod/mini';

/** The OAuth grant that brings the token. */
export const grantSchema = z.enum(['pkce', 'implicit'], { error: '"pkce" or "implicit"' });
export type Grant = z.output<typeof grantSchema>;

const REGION_EXPECTED = 'the domain of a region, such as "mypurecloud.de"';
const DOMAIN =
  /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** A region of the contract, or any other that the vendor may open: a plausible domain name. */
export const regionSchema = z
  .string({ error: REGION_EXPECTED })
  .check(z.regex(DOMAIN, { error: REGION_EXPECTED }), z.toLowerCase());

const CLIENT_ID_EXPECTED = 'a client ID without spaces';

export const clientIdSchema = z
  .string({ error: CLIENT_ID_EXPECTED })
  .check(z.regex(/^[\x21-\x7e]{0,200}$/, { error: CLIENT_ID_EXPECTED }));

const HOST_EXPECTED = 'an http or https address, such as "https://api.example.com"';

const hostSchema = z.string({ error: HOST_EXPECTED }).check(
  z.refine(isServiceAddress, { error: HOST_EXPECTED, abort: true }),
  z.overwrite((address) => address.replace(/\/+$/, '')),
);

/** Stand-ins for the service's own hosts. */
export const hostsSchema = z.strictObject(
  { api: z.optional(hostSchema), login: z.optional(hostSchema) },
  { error: 'an object with "api" and "login"' },
);

const configSchema = z.strictObject(
  {
    region: z.optional(regionSchema),
    clientId: z.optional(clientIdSchema),
    grant: z._default(grantSchema, 'pkce'),
    demo: z._default(z.boolean({ error: 'true or false' }), true),
    readOnly: z._default(z.boolean({ error: 'true or false' }), false),
    hosts: z._default(hostsSchema, {}),
  },
  { error: 'an object' },
);

/** config.json, read at start: one build serves every organization. */
export type AppConfig = z.output<typeof configSchema>;

export interface ConfigProblem {
  /** The field's name as in the file, such as `hosts.api`; empty when it is about the whole file. */
  field: string;
  /** What was expected and what was found. */
  problem: string;
}

/** The configuration file is there, but cannot be used. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join('; '),
    );
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
    const known = field === 'hosts' ? hostsSchema.shape : configSchema.shape;
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      problem: `is not a setting of the console; expected one of ${Object.keys(known).join(', ')}`,
    }));
  }
  return [
    { field, problem: `expected ${issue.message}, found ${show(valueAt(root, issue.path))}` },
  ];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    root,
  );
}

const SHOWN_LENGTH = 80;

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function isServiceAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, search, hash } = new URL(address);
  return username === '' && password === '' && search === '' && hash === '';
}
