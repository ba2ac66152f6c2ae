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

const LONGEST_NAME = 60;
const NAME_EXPECTED = `a name of 1 to ${LONGEST_NAME} characters`;

/** What an administrator calls an organization. */
export const profileNameSchema = z
  .string({ error: NAME_EXPECTED })
  .check(
    z.trim(),
    z.minLength(1, { error: NAME_EXPECTED }),
    z.maxLength(LONGEST_NAME, { error: NAME_EXPECTED }),
  );

/** One of several organizations. What it leaves out is said by the fields outside of it. */
const profileSchema = z.strictObject(
  {
    name: profileNameSchema,
    region: z.optional(regionSchema),
    clientId: z.optional(clientIdSchema),
    grant: z.optional(grantSchema),
    hosts: z.optional(hostsSchema),
  },
  { error: 'an object with "name", "region", "clientId" and "grant"' },
);

const profilesSchema = z
  .array(profileSchema, { error: 'a list of profiles' })
  .check(namesDiffer<z.output<typeof profileSchema>>());

const configSchema = z.strictObject(
  {
    region: z.optional(regionSchema),
    clientId: z.optional(clientIdSchema),
    grant: z._default(grantSchema, 'pkce'),
    demo: z._default(z.boolean({ error: 'true or false' }), true),
    readOnly: z._default(z.boolean({ error: 'true or false' }), false),
    hosts: z._default(hostsSchema, {}),
    profiles: z._default(profilesSchema, []),
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
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      problem: `is not a setting of the console; expected one of ${settingsAt(issue.path).join(', ')}`,
    }));
  }
  return [
    { field, problem: `expected ${issue.message}, found ${show(valueAt(root, issue.path))}` },
  ];
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
          message: 'a name that no other profile has',
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

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function isServiceAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, search, hash } = new URL(address);
  return username === '' && password === '' && search === '' && hash === '';
}
