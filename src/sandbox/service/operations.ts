import type { operations } from '@/api/schema';
import { type NeededScope, neededScope } from './scopes';

export type OperationId = keyof operations;

/** The body of an operation's success, 200 or 204, by the contract. */
export type Answer<Id extends OperationId> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Operation {
  readonly id: OperationId;
  readonly method: Method;
  /** Segments of the path; one that begins with a colon is a parameter. */
  readonly segments: readonly string[];
  /** Any one of these is enough; none are asked for when the list is empty. */
  readonly anyPermission: readonly string[];
  /** What the OAuth client must be allowed besides; nothing where any client may ask. */
  readonly scope: NeededScope | undefined;
  /** The status of its success. */
  readonly success: 200 | 204;
}

const grantAdd = 'authorization:grant:add';
const grantView = 'authorization:grant:view';
const grantDelete = 'authorization:grant:delete';
const roleView = 'authorization:role:view';
const licenseView = 'authorization:license:view';
const settingsView = ['directory:organization:admin', 'authorization:settings:view'];
const auditView = 'audits:audit:view';

/** Their success is 204. */
const withoutContent: ReadonlySet<OperationId> = new Set([
  'postAuthorizationRole',
  'postAuthorizationSubjectBulkadd',
  'postAuthorizationSubjectBulkremove',
]);

/** The operations of the contract. A path without parameters stands before one that would match it too. */
export const operationList: readonly Operation[] = [
  operation('getLicenseDefinitions', 'GET license/definitions', grantAdd, licenseView),
  operation('getLicenseDefinition', 'GET license/definitions/:licenseId', grantAdd, licenseView),
  operation('getLicenseOrganization', 'GET license/organization', grantAdd),
  operation('postLicenseOrganization', 'POST license/organization', grantAdd),
  operation('getLicenseUsers', 'GET license/users'),
  operation('postLicenseUsers', 'POST license/users', grantAdd, licenseView),
  operation('getLicenseUser', 'GET license/users/:userId', grantAdd, licenseView),
  operation('postLicenseInfer', 'POST license/infer'),
  operation('postLicenseInferPermissions', 'POST license/infer/permissions', grantAdd, licenseView),
  operation('getLicenseToggle', 'GET license/toggles/:featureName'),
  operation('getUsers', 'GET users'),
  operation('getUsersMe', 'GET users/me'),
  operation('postUsersSearch', 'POST users/search', 'directory:user:view'),
  operation('getUser', 'GET users/:userId'),
  operation('getUserRoles', 'GET users/:subjectId/roles', grantView),
  operation('getAuthorizationRoles', 'GET authorization/roles', roleView),
  operation('getAuthorizationRolesSettings', 'GET authorization/roles/settings', ...settingsView),
  operation('getAuthorizationRole', 'GET authorization/roles/:roleId', roleView),
  operation('postAuthorizationRole', 'POST authorization/roles/:roleId', grantAdd),
  operation('getAuthorizationRoleUsers', 'GET authorization/roles/:roleId/users'),
  operation(
    'getAuthorizationRoleSubjectgrants',
    'GET authorization/roles/:roleId/subjectgrants',
    roleView,
  ),
  operation('putAuthorizationRoleUsersAdd', 'PUT authorization/roles/:roleId/users/add', grantAdd),
  operation(
    'putAuthorizationRoleUsersRemove',
    'PUT authorization/roles/:roleId/users/remove',
    grantDelete,
  ),
  operation('getAuthorizationSubject', 'GET authorization/subjects/:subjectId', grantView),
  operation(
    'postAuthorizationSubjectBulkadd',
    'POST authorization/subjects/:subjectId/bulkadd',
    grantAdd,
  ),
  operation(
    'postAuthorizationSubjectBulkremove',
    'POST authorization/subjects/:subjectId/bulkremove',
    grantDelete,
  ),
  operation('getAuthorizationDivisions', 'GET authorization/divisions'),
  operation('getAuthorizationSettings', 'GET authorization/settings', ...settingsView),
  operation('getGroups', 'GET groups'),
  operation(
    'getAuditsQueryRealtimeServicemapping',
    'GET audits/query/realtime/servicemapping',
    auditView,
  ),
  operation('postAuditsQueryRealtime', 'POST audits/query/realtime', auditView),
  operation('getOrganizationsMe', 'GET organizations/me'),
  operation(
    'getBillingReportsBillableusage',
    'GET billing/reports/billableusage',
    'billing:subscription:read',
    'billing:subscription:view',
  ),
  operation('getTokensMe', 'GET tokens/me'),
  operation('deleteTokensMe', 'DELETE tokens/me'),
];

/** Every permission that some operation asks for, sorted. */
export const requiredPermissions: readonly string[] = [
  ...new Set(operationList.flatMap(({ anyPermission }) => anyPermission)),
].sort();

export type Route =
  | { found: 'operation'; operation: Operation; params: Readonly<Record<string, string>> }
  | { found: 'path'; allowed: readonly string[] }
  | { found: 'nothing' };

/** Which operation answers a method and a path such as `/api/v2/users/me`. */
export function route(method: string, path: string): Route {
  const given = path.replace(/\/+$/, '').split('/').slice(3);
  const allowed: string[] = [];
  for (const operation of operationList) {
    const params = matchSegments(operation.segments, given);
    if (params === undefined) continue;
    if (operation.method === method) return { found: 'operation', operation, params };
    allowed.push(operation.method);
  }
  return allowed.length > 0 ? { found: 'path', allowed } : { found: 'nothing' };
}

function matchSegments(
  segments: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decoded(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

/** A broken percent sequence is no reason to fail: such an id is simply unknown. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function operation(id: OperationId, address: string, ...anyPermission: string[]): Operation {
  const [method, path = ''] = address.split(' ');
  if (!isMethod(method)) throw new Error(address);
  const segments = path.split('/');
  return {
    id,
    method,
    segments,
    anyPermission,
    scope: neededScope(id, method, segments),
    success: withoutContent.has(id) ? 204 : 200,
  };
}

function isMethod(word: string | undefined): word is Method {
  return word === 'GET' || word === 'POST' || word === 'PUT' || word === 'DELETE';
}
