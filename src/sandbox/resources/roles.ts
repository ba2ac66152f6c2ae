import type { RoleRecord } from '../beginning';
import type { Resource } from '../service/call';
import { badRequest } from '../service/errors';
import { listFrom, oneOf, pageCount, pageFrom, slice } from '../service/input';
import { presentRole } from './present';

export const roles: Resource<'getAuthorizationRoles'> = {
  getAuthorizationRoles(call) {
    const { organization, query } = call;
    const page = pageFrom(query);
    const counted = oneOf(query, 'userCount', ['true', 'false']) === 'true';
    const expand = new Set(listFrom(query, 'expand'));
    const found = [...organization.roles.values()].filter(filterFrom(query));
    const order = orderFrom(query, (roleId) => organization.usersWith(roleId).length);
    if (order !== undefined) found.sort(order);
    const pages = pageCount(found.length, page);
    return {
      entities: slice(found, page).map((role) => presentRole(call, role, counted, expand)),
      pageSize: page.size,
      pageNumber: page.number,
      total: found.length,
      ...(page.number < pages && { nextUri: pageUri(query, page.size, page.number + 1) }),
      pageCount: pages,
    };
  },
};

/** Each parameter narrows the list; of several ids or permissions, any one is enough. */
function filterFrom(query: URLSearchParams): (role: RoleRecord) => boolean {
  const ids = new Set(listFrom(query, 'id'));
  const name = wildcards(query.get('name') ?? '');
  const permissions = listFrom(query, 'permission');
  return (role) =>
    (ids.size === 0 || ids.has(role.id)) &&
    (name === undefined || name.test(role.name ?? '')) &&
    (permissions.length === 0 || permissions.some((asked) => grants(role, asked)));
}

/** The name of a role, whatever its case; an asterisk stands for anything. */
function wildcards(name: string): RegExp | undefined {
  if (name === '') return undefined;
  const parts = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is');
}

/** A role may grant an action by name, or all that there are. */
function grants({ permissions }: RoleRecord, asked: string): boolean {
  const [domain, entity] = asked.split(':');
  return [asked, `${domain}:${entity}:*`, `${domain}:*:*`].some((form) =>
    permissions.includes(form),
  );
}

function orderFrom(
  query: URLSearchParams,
  userCount: (roleId: string) => number,
): ((a: RoleRecord, b: RoleRecord) => number) | undefined {
  const sortBy = query.get('sortBy') ?? '';
  switch (sortBy) {
    case '':
      return undefined;
    case 'id':
    case 'name':
    case 'description':
      return (a, b) => compare(a[sortBy] ?? '', b[sortBy] ?? '');
    case 'userCount':
      return (a, b) => userCount(a.id) - userCount(b.id);
    default:
      throw badRequest(`Roles cannot be sorted by ${sortBy}`, 'sortBy');
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The address of another page of the same list. */
function pageUri(query: URLSearchParams, size: number, number: number): string {
  const parameters = new URLSearchParams(query);
  parameters.set('pageSize', String(size));
  parameters.set('pageNumber', String(number));
  return `/api/v2/authorization/roles?${parameters.toString()}`;
}
