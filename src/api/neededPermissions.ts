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
