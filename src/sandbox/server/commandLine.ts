import { parseArgs } from 'node:util';
import { requiredPermissions } from '../service/operations';
import { consoleScopes } from '../service/scopes';
import type { OAuthClient } from './clients';
import { controlHelp } from './control';
import type { SandboxServerOptions } from './index';

export const help = `The sandbox: an in-memory organization that behaves as Genesys Cloud does.

Usage: npm run sandbox -- [options]

  --port <n>                 default 4010; 0 for any free port
  --host <address>           default 127.0.0.1
  --users <n>                default 1200
  --seed <n>                 same seed, same organization; default 1
  --latency <ms>             every answer takes about this long; default 0
  --token-lifetime <s>       default 86400
  --rate-limit <n>           requests in a minute for a user and OAuth client, and ten times
                             as many for a user in all; default 300
  --no-rate-limit
  --rate-headers             send the inin-ratelimit-* headers that the service had until 2021
  --hide-retry-after         do not let pages read Retry-After; the message has the wait too
  --reads <which>            both, paged or organization: which of GET /license/users (paged)
                             and GET /license/organization answer; default paged
  --without <permission>     take a permission from the administrator; may be repeated
  --without-scope <scope>    take a scope from all OAuth clients; may be repeated
  --max-batch <n>            413 for a POST /license/organization with more assignments
  --roles-without-licenses   licenses do not follow roles: what is removed against a role stays so
  --license-delay <ms>       how long after a change licenses follow roles; default 3000
  --unimplied <what>         stay or go: what becomes of a license that is added although no
                             role brings it; default stay
  --permission-listing <how> both, permissions or policies: which of the two lists of permissions
                             the authorization of a user has; default both
  --no-role-analysis         the service does not work out which roles are not used
  --report-waits <n>         how often a report of billable usage is said to be in progress
                             before it comes; default 0
  --no-oddities              nobody has a name that breaks careless programs
  --user-licenses <shape>    what POST /license/users has for a user: ids, definitions or user
  --client <id>[=<uri>,...]  only these OAuth clients, with these redirect URIs; may be repeated
                             (default: any client id but "unknown", any redirect URI)
  --auto-approve             sign in without showing the page
  --no-validate              do not check requests and answers against the contract
  --help

Permissions of the administrator: ${requiredPermissions.join(', ')}

Scopes of the OAuth clients: ${consoleScopes.join(', ')}

Controls, for use by hand and by tests:
${controlHelp}
`;

/** What the command line asks for: options, help, or a complaint about the command line. */
export type Command =
  | { options: SandboxServerOptions & { port: number } }
  | { help: true }
  | { problem: string };

export function readCommandLine(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: flags });
    if (values.help === true) return { help: true };
    const rateLimit = number('rate-limit', values['rate-limit'], 1);
    return {
      options: {
        port: number('port', values.port, 0) ?? 4010,
        ...present('host', values.host),
        ...present('users', number('users', values.users, 1)),
        ...present('seed', number('seed', values.seed, 0)),
        ...present('latencyMs', number('latency', values.latency, 0)),
        ...present('tokenLifetimeSeconds', number('token-lifetime', values['token-lifetime'], 1)),
        ...(rateLimit !== undefined && { rateLimit: { allowed: rateLimit, windowSeconds: 60 } }),
        ...(values['no-rate-limit'] === true && { rateLimit: null }),
        ...present('rateHeaders', values['rate-headers']),
        ...present('hideRetryAfter', values['hide-retry-after']),
        ...present(
          'assignmentReads',
          choice('reads', values.reads, ['both', 'paged', 'organization']),
        ),
        ...(values.without && {
          permissions: without('without', requiredPermissions, values.without),
        }),
        ...(values['without-scope'] && {
          scopes: without('without-scope', consoleScopes, values['without-scope']),
        }),
        ...present('maxUsersPerBatchPost', number('max-batch', values['max-batch'], 1)),
        ...(values['roles-without-licenses'] === true && { rolesImplyLicenses: false }),
        ...present('licenseDelayMs', number('license-delay', values['license-delay'], 0)),
        ...present('unimpliedLicenses', choice('unimplied', values.unimplied, ['stay', 'go'])),
        ...present(
          'permissionListing',
          choice('permission-listing', values['permission-listing'], [
            'both',
            'permissions',
            'policies',
          ]),
        ),
        ...(values['no-role-analysis'] === true && { roleAnalysis: false }),
        ...present('billingReportWaits', number('report-waits', values['report-waits'], 0)),
        ...(values['no-oddities'] === true && { oddities: false }),
        ...present(
          'userLicensesShape',
          choice('user-licenses', values['user-licenses'], ['ids', 'definitions', 'user']),
        ),
        ...(values.client && { clients: Object.fromEntries(values.client.map(client)) }),
        ...present('autoApprove', values['auto-approve']),
        ...(values['no-validate'] === true && { validate: false }),
      },
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  users: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  'token-lifetime': { type: 'string' },
  'rate-limit': { type: 'string' },
  'no-rate-limit': { type: 'boolean' },
  'rate-headers': { type: 'boolean' },
  'hide-retry-after': { type: 'boolean' },
  reads: { type: 'string' },
  without: { type: 'string', multiple: true },
  'without-scope': { type: 'string', multiple: true },
  'max-batch': { type: 'string' },
  'roles-without-licenses': { type: 'boolean' },
  'license-delay': { type: 'string' },
  unimplied: { type: 'string' },
  'permission-listing': { type: 'string' },
  'no-role-analysis': { type: 'boolean' },
  'report-waits': { type: 'string' },
  'no-oddities': { type: 'boolean' },
  'user-licenses': { type: 'string' },
  client: { type: 'string', multiple: true },
  'auto-approve': { type: 'boolean' },
  'no-validate': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  const option: { [K in Key]?: Value } = {};
  if (value !== undefined) option[key] = value;
  return option;
}

function number(flag: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`--${flag} must be a whole number, ${least} or more, not "${text}"`);
  }
  return value;
}

function choice<const Word extends string>(
  flag: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) {
    throw new RangeError(`--${flag} must be one of ${words.join(', ')}, not "${text}"`);
  }
  return word;
}

/** What is left of all that the administrator or their clients have. */
function without(flag: string, all: readonly string[], taken: readonly string[]): string[] {
  const unknown = taken.find((one) => !all.includes(one));
  if (unknown !== undefined) {
    const whose = flag === 'without' ? 'the administrator does not' : 'the clients do not';
    throw new RangeError(`--${flag}: ${whose} have ${unknown}`);
  }
  return all.filter((one) => !taken.includes(one));
}

function client(text: string): [string, OAuthClient] {
  const [id = '', ...rest] = text.split('=');
  if (id === '') throw new RangeError('--client needs an id');
  const uris = rest.join('=');
  return [id, uris === '' ? {} : { redirectUris: uris.split(',') }];
}
