import type { UserEntityListing } from '@/api/schema';
import type { Call, Resource } from '../service/call';
import { notFound } from '../service/errors';
import { listFrom, oneOf, type Page, pageCount, pageFrom, slice } from '../service/input';
import { authorizationOf, presentUser } from './present';
import { organizationMe, tokenInfo } from './session';

export const users: Resource<'getUsers' | 'getUsersMe' | 'getUser' | 'getUserRoles'> = {
  getUsers(call) {
    const page = pageFrom(call.query);
    const order = oneOf(call.query, 'sortOrder', ['ASC', 'DESC', 'ascending', 'descending']);
    const found = wanted(call);
    // Only the page is turned around: a copy of a large organization for each page would be slow.
    const backwards = order === 'DESC' || order === 'descending';
    const shown = backwards ? sliceFromEnd(found, page) : slice(found, page);
    const expand = new Set(listFrom(call.query, 'expand'));
    return {
      entities: shown.map((user) => presentUser(call, user, expand)),
      pageSize: page.size,
      pageNumber: page.number,
      total: found.length,
      ...pageLinks(call.query, page, pageCount(found.length, page)),
      pageCount: pageCount(found.length, page),
    };
  },

  getUsersMe(call) {
    const expand = new Set(listFrom(call.query, 'expand'));
    return {
      ...presentUser(call, call.administrator, expand),
      ...(expand.has('organization') && { organization: organizationMe(call) }),
      ...(expand.has('token') && { token: tokenInfo(call) }),
    };
  },

  getUser(call) {
    const id = call.params['userId'] ?? '';
    const state = oneOf(call.query, 'state', ['active', 'deleted']);
    const user = call.organization.user(id);
    // Asked without a state the service shows the inactive too, but not the deleted.
    const isDeleted = user?.profile.state === 'deleted';
    if (user === undefined || isDeleted !== (state === 'deleted')) throw notFound('user', id);
    return presentUser(call, user, new Set(listFrom(call.query, 'expand')));
  },

  getUserRoles(call) {
    const id = call.params['subjectId'] ?? '';
    const user = call.organization.user(id);
    if (user === undefined) throw notFound('user', id);
    return authorizationOf(call, user, new Set(['authorization.unusedRoles']));
  },
};

function wanted({ organization, query }: Call) {
  const state = oneOf(query, 'state', ['active', 'inactive', 'deleted', 'any']);
  const ids = listFrom(query, 'id');
  if (ids.length === 0) return organization.listed(state);
  return [...new Set(ids)].flatMap((id) => {
    const user = organization.user(id);
    if (user === undefined) return [];
    return state === 'any' || (user.profile.state ?? 'active') === state ? [user] : [];
  });
}

function sliceFromEnd<T>(items: readonly T[], page: Page): T[] {
  const end = items.length - (page.number - 1) * page.size;
  return end <= 0 ? [] : items.slice(Math.max(0, end - page.size), end).reverse();
}

function pageLinks(
  query: URLSearchParams,
  page: Page,
  pages: number,
): Pick<UserEntityListing, 'firstUri' | 'lastUri' | 'selfUri' | 'nextUri' | 'previousUri'> {
  const to = (number: number): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('pageSize', String(page.size));
    parameters.set('pageNumber', String(number));
    return `/api/v2/users?${parameters.toString()}`;
  };
  return {
    firstUri: to(1),
    lastUri: to(Math.max(1, pages)),
    selfUri: to(page.number),
    ...(page.number < pages && { nextUri: to(page.number + 1) }),
    ...(page.number > 1 && { previousUri: to(page.number - 1) }),
  };
}
