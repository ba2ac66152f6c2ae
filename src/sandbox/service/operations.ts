import type { operations } from '@/api/schema';
import { type NeededScope, neededScope } from './scopes';

/** Operations of the contract that the sandbox does not answer yet. */
export type UnansweredOperationId =
  | 'getAuthorizationRole'
  | 'postAuthorizationRole'
  | 'getAuthorizationRoleUsers'
  | 'getAuthorizationRoleSubjectgrants'
  | 'putAuthorizationRoleUsersAdd'
  | 'putAuthorizationRoleUsersRemove'
  | 'getAuthorizationSubject'
  | 'postAuthorizationSubjectBulkadd'
  | 'postAuthorizationSubjectBulkremove'
  | 'getAuthorizationDivisions'
  | 'getAuthorizationSettings'
  | 'getAuthorizationRolesSettings'
  | 'getGroups'
  | 'getLicenseToggle'
  | 'getAuditsQueryRealtimeServicemapping'
  | 'postAuditsQueryRealtime';

export type OperationId = Exclude<keyof operations, UnansweredOperationId>;

/** The body of an operation's success, 200 or 204, by the contract. */
export type Answer<Id extends OperationId> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

export interface Operation {
  readonly id: OperationId;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Segments of the path; one that begins with a colon is a parameter. */
  readonly segments: readonly string[];
  /** Any one of these is enough; none are asked for when the list is empty. */
  readonly anyPermission: readonly string[];
  /** What the OAuth client must be allowed besides; nothing where any client may ask. */
  readonly scope: NeededScope | undefined;
}

const grantAdd = 'authorization:grant:add';
const licenseView = 'authorization:license:view';

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
  operation('postLicenseInferPermissions', 'POST license/infer/permissions'),
  operation('getUsers', 'GET users'),
  operation('getUsersMe', 'GET users/me'),
  operation('postUsersSearch', 'POST users/search', 'directory:user:view'),
  operation('getUser', 'GET users/:userId'),
  operation('getUserRoles', 'GET users/:subjectId/roles', 'authorization:grant:view'),
  operation('getAuthorizationRoles', 'GET authorization/roles', 'authorization:role:view'),
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
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw new Error(address);
  const segments = path.split('/');
  return { id, method, segments, anyPermission, scope: neededScope(id, method, segments) };
}
