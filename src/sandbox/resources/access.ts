import type { AuthzDivision, Group } from '@/api/schema';
import type { GroupRecord } from '../beginning';
import { everywhere } from '../data/access';
import type { SandboxOrganization } from '../organization';
import type { Resource } from '../service/call';
import { listFrom, pageFrom } from '../service/input';
import { analysisDays, lastAnalysis } from '../usage';
import { listingOf } from './listing';
import { isoDate } from './present';

/** Where and how grants are made: divisions, groups, and what the organization has set. */
export const access: Resource<
  | 'getAuthorizationDivisions'
  | 'getAuthorizationSettings'
  | 'getAuthorizationRolesSettings'
  | 'getGroups'
  | 'getLicenseToggle'
> = {
  getAuthorizationDivisions(call) {
    const { organization } = call;
    return listingOf(call, [...organization.divisions.keys()], pageFrom(call.query), (id) =>
      presentDivision(organization, id),
    );
  },

  getAuthorizationSettings({ organization, settings }) {
    const { roleAnalysis, now } = settings;
    return {
      id: organization.id,
      analysisEnabled: roleAnalysis,
      analysisDays,
      ...(roleAnalysis && { dateLastCalculated: isoDate(lastAnalysis(now())) }),
      selfUri: '/api/v2/authorization/settings',
    };
  },

  getAuthorizationRolesSettings: ({ organization }) => ({
    id: organization.id,
    backfillEnabled: true,
    authorizationGrantDivisionAware: true,
    selfUri: '/api/v2/authorization/roles/settings',
  }),

  getGroups(call) {
    const { organization } = call;
    const ids = new Set(listFrom(call.query, 'id'));
    const found = [...organization.groups.values()].filter(
      ({ id }) => ids.size === 0 || ids.has(id),
    );
    return listingOf(call, found, pageFrom(call.query), (group) =>
      presentGroup(organization, group),
    );
  },

  /** Deprecated: it once told whether licenses are assigned automatically, and is now true whatever is asked for. */
  getLicenseToggle: ({ params }) => ({ featureName: params['featureName'] ?? '', enabled: true }),
};

export function presentDivision({ divisions }: SandboxOrganization, id: string): AuthzDivision {
  if (id === everywhere) return { id, name: everywhere, description: '' };
  const [home] = divisions.keys();
  const isHome = id === home;
  const description = isHome ? 'Everything that is in no other division' : '';
  return { ...divisions.get(id), id, description, homeDivision: isHome };
}

function presentGroup(organization: SandboxOrganization, group: GroupRecord): Group {
  const { id, name, description } = group;
  return {
    id,
    name,
    ...(description !== undefined && { description }),
    memberCount: organization.membersOf(id).length,
    state: 'active',
    type: 'official',
    rolesEnabled: organization.ownGrants(id).length > 0,
    selfUri: `/api/v2/groups/${id}`,
  };
}
