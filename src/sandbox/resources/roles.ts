import type { Resource } from '../service/call';
import { listFrom, oneOf, pageCount, pageFrom, slice } from '../service/input';

export const roles: Resource<'getAuthorizationRoles'> = {
  getAuthorizationRoles({ organization, query }) {
    const page = pageFrom(query);
    const ids = new Set(listFrom(query, 'id'));
    const counted = oneOf(query, 'userCount', ['true', 'false']) === 'true';
    const found = [...organization.roles.values()].filter(
      ({ id }) => ids.size === 0 || ids.has(id),
    );
    const pages = pageCount(found.length, page);
    return {
      entities: slice(found, page).map((role) => ({
        ...role,
        ...(counted && { userCount: organization.usersWith(role.id).length }),
      })),
      pageSize: page.size,
      pageNumber: page.number,
      total: found.length,
      ...(page.number < pages && {
        nextUri: `/api/v2/authorization/roles?pageSize=${page.size}&pageNumber=${page.number + 1}`,
      }),
      pageCount: pages,
    };
  },
};
