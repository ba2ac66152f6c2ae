import type { Needs } from './refusal';

/** The permissions that the operations of the console ask for. */
export type Permission =
  | 'authorization:grant:add'
  | 'authorization:license:view'
  | 'authorization:grant:view'
  | 'billing:subscription:read'
  | 'billing:subscription:view'
  | 'directory:user:view';

/** For the definitions of licenses, and for what somebody holds. */
export const LICENSES_READ = ['authorization:grant:add', 'authorization:license:view'] as const;

/** For what the service bills. */
export const BILLING_READ = ['billing:subscription:read', 'billing:subscription:view'] as const;

/** What the contract asks for, for each operation that the console uses: any one of these is enough. */
export const NEEDED: Readonly<Record<string, readonly Permission[]>> = {
  'GET /api/v2/license/definitions': LICENSES_READ,
  'GET /api/v2/license/definitions/{licenseId}': LICENSES_READ,
  'GET /api/v2/license/organization': ['authorization:grant:add'],
  'POST /api/v2/license/organization': ['authorization:grant:add'],
  'POST /api/v2/license/users': LICENSES_READ,
  'GET /api/v2/license/users/{userId}': LICENSES_READ,
  'POST /api/v2/users/search': ['directory:user:view'],
  'GET /api/v2/billing/reports/billableusage': BILLING_READ,
  'GET /api/v2/users/{subjectId}/roles': ['authorization:grant:view'],
};

/** By the beginning of the path; the first that fits. Looking needs the first scope, changing the second. */
const SCOPES: readonly [path: RegExp, toLook: string, toChange: string][] = [
  [/^\/api\/v2\/license\//u, 'license', 'license'],
  [/^\/api\/v2\/authorization\/|\/roles$/u, 'authorization:readonly', 'authorization'],
  [/^\/api\/v2\/users/u, 'users:readonly', 'users:readonly'],
  [/^\/api\/v2\/organizations\//u, 'organization:readonly', 'organization:readonly'],
  [/^\/api\/v2\/billing\//u, 'billing:readonly', 'billing:readonly'],
];

/** The scopes of the OAuth client with which the whole console works. */
export const ALL_SCOPES = [
  'license',
  'users:readonly',
  'authorization',
  'organization:readonly',
  'billing:readonly',
] as const;

/** What an operation such as `GET /api/v2/license/definitions` asks for. */
export function needsOf(operation: string): Needs {
  const [method = '', path = ''] = operation.split(' ');
  const [, toLook, toChange] = SCOPES.find(([pattern]) => pattern.test(path)) ?? [];
  const scope = method === 'GET' ? toLook : toChange;
  return {
    anyPermission: NEEDED[operation] ?? [],
    scopes: scope === undefined ? ALL_SCOPES : [scope],
  };
}
