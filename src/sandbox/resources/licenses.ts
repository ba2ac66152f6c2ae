import type { LicenseDefinition, LicenseUser } from '@/api/schema';
import { definitionPath } from '../data/licenses';
import type { Call, Resource } from '../service/call';
import { noSuchPath, notFound } from '../service/errors';
import { pageCount, pageFrom, slice, stringsFrom } from '../service/input';

/** Reads of license definitions and of who holds what. */
export const licenses: Resource<
  | 'getLicenseDefinitions'
  | 'getLicenseDefinition'
  | 'getLicenseOrganization'
  | 'getLicenseUsers'
  | 'getLicenseUser'
  | 'postLicenseUsers'
> = {
  getLicenseDefinitions: ({ organization, origin }) =>
    [...organization.definitions.values()].map((definition) => presented(definition, origin)),

  getLicenseDefinition({ organization, origin, params }) {
    const id = params['licenseId'] ?? '';
    const definition = organization.definitions.get(id);
    if (definition === undefined) throw notFound('license', id);
    return presented(definition, origin);
  },

  getLicenseOrganization({ organization, settings }) {
    if (settings.assignmentReads === 'paged') throw noSuchPath('/api/v2/license/organization');
    const holders: Record<string, { id: string; selfUri: string }[]> = {};
    for (const userId of organization.holderIds) {
      for (const license of organization.assignmentsOf(userId)) {
        holders[license] ??= [];
        holders[license].push({ id: userId, selfUri: `/api/v2/users/${userId}` });
      }
    }
    return {
      id: organization.id,
      name: organization.name,
      licenses: holders,
      selfUri: '/api/v2/license/organization',
    };
  },

  getLicenseUsers({ organization, settings, query }) {
    if (settings.assignmentReads === 'organization') throw noSuchPath('/api/v2/license/users');
    const page = pageFrom(query);
    const all = organization.holderIds;
    return {
      entities: slice(all, page).map((id) => ({
        id,
        licenses: [...organization.assignmentsOf(id)],
        selfUri: userPath(id),
      })),
      pageSize: page.size,
      pageNumber: page.number,
      total: all.length,
      pageCount: pageCount(all.length, page),
    };
  },

  getLicenseUser(call) {
    const id = call.params['userId'] ?? '';
    if (!isKnown(call, id)) throw notFound('user', id);
    return licenseUser(call, id);
  },

  postLicenseUsers(call) {
    const { organization, settings } = call;
    const known = stringsFrom(call, 'user ids').filter((id) => isKnown(call, id));
    return Object.fromEntries(
      known.map((id) => {
        if (settings.userLicensesShape === 'ids') return [id, organization.assignmentsOf(id)];
        const user = licenseUser(call, id);
        return [id, settings.userLicensesShape === 'user' ? user : (user.licenses ?? [])];
      }),
    );
  },
};

function isKnown({ organization }: Call, userId: string): boolean {
  return organization.user(userId) !== undefined || organization.assignmentsOf(userId).length > 0;
}

function licenseUser({ organization, origin }: Call, id: string): LicenseUser {
  const held = organization.assignmentsOf(id).map((licenseId): LicenseDefinition => {
    const definition = organization.definitions.get(licenseId);
    return definition === undefined ? { id: licenseId } : presented(definition, origin);
  });
  return { id, licenses: held, selfUri: userPath(id) };
}

/** The contract wants whole addresses in definitions; which, only the request can tell. */
function presented(definition: LicenseDefinition, origin: string): LicenseDefinition {
  const { id, comprises, ...rest } = definition;
  return {
    ...rest,
    ...(id !== undefined && { id, selfUri: `${origin}${definitionPath(id)}` }),
    ...(comprises && { comprises: comprises.map((part) => presented(part, origin)) }),
  };
}

function userPath(userId: string): string {
  return `/api/v2/license/users/${userId}`;
}
