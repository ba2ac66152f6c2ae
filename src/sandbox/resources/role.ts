import type { Division, SubjectDivisionGrants } from '@/api/schema';
import type { RoleRecord } from '../beginning';
import { everywhere } from '../data/access';
import type { Grant } from '../grants';
import type { SandboxOrganization } from '../organization';
import type { Call, Resource } from '../service/call';
import { badRequest, notFound } from '../service/errors';
import { isRecord, isStrings, listFrom, oneOf, pageFrom, stringsFrom } from '../service/input';
import { listingOf } from './listing';
import { presentRole } from './present';
import { divisionFrom, stateOf, subjectFrom, subjectTypeFrom } from './subjectInput';

/** One role: what it is, who has it, and giving it to many or taking it from many. */
export const role: Resource<
  | 'getAuthorizationRole'
  | 'getAuthorizationRoleUsers'
  | 'getAuthorizationRoleSubjectgrants'
  | 'postAuthorizationRole'
  | 'putAuthorizationRoleUsersAdd'
  | 'putAuthorizationRoleUsersRemove'
> = {
  getAuthorizationRole(call) {
    const isCounted = oneOf(call.query, 'userCount', ['true', 'false']) === 'true';
    return presentRole(call, roleFrom(call), isCounted, new Set(listFrom(call.query, 'expand')));
  },

  getAuthorizationRoleUsers(call) {
    const ids = call.organization.usersWith(roleFrom(call).id);
    const { nextUri: _next, ...listing } = listingOf(call, ids, pageFrom(call.query), (id) => ({
      id,
      selfUri: `/api/v2/users/${id}`,
    }));
    return listing;
  },

  getAuthorizationRoleSubjectgrants(call) {
    const { organization, query } = call;
    const { id } = roleFrom(call);
    const subjects = subjectsWith(organization, id);
    return listingOf(call, subjects, pageFrom(query), (subject) =>
      presentSubject(organization, subject, id),
    );
  },

  postAuthorizationRole(call) {
    const { organization, administrator, body } = call;
    const { id: roleId } = roleFrom(call);
    const type = subjectTypeFrom(call.query);
    if (!isRecord(body)) throw badRequest('The body must be an object', 'body');
    const { subjectIds, divisionIds } = body;
    if (!isStrings(subjectIds)) throw badRequest('subjectIds must be a list of ids', 'subjectIds');
    if (!isStrings(divisionIds)) {
      throw badRequest('divisionIds must be a list of ids', 'divisionIds');
    }
    // Everything is looked at before anything is changed: the request is done as a whole or refused.
    const divisions = divisionIds.map((id) => divisionFrom(organization, id));
    const subjects = subjectIds.map((id) => subjectFrom(organization, id, type));
    const places = divisions.map((divisionId) => ({ roleId, divisionId }));
    for (const subject of subjects)
      organization.changeGrants(administrator.id, subject, places, []);
    return undefined;
  },

  putAuthorizationRoleUsersAdd(call) {
    const { organization, administrator } = call;
    const { id: roleId } = roleFrom(call);
    const [divisionId = ''] = organization.divisions.keys();
    const users = activeAmong(organization, stringsFrom(call, 'user ids'));
    for (const userId of users) {
      organization.changeGrants(administrator.id, userId, [{ roleId, divisionId }], []);
    }
    return users;
  },

  /** Only what a user was granted themselves can be taken; what comes from a group stays. */
  putAuthorizationRoleUsersRemove(call) {
    const { organization, administrator } = call;
    const { id: roleId } = roleFrom(call);
    const users = activeAmong(organization, stringsFrom(call, 'user ids'));
    refuseEverybodysRole(organization, roleId);
    for (const userId of users) {
      const gone = organization.ownGrants(userId).filter((grant) => grant.roleId === roleId);
      organization.changeGrants(administrator.id, userId, [], gone);
    }
    return users;
  },
};

/** The role "employee" is everybody's, and nobody can be without it. */
export function refuseEverybodysRole({ everybodysRoleId }: SandboxOrganization, roleId: string) {
  if (roleId !== everybodysRoleId) return;
  throw badRequest('The employee role cannot be removed from a user', 'roleId');
}

function roleFrom({ organization, params }: Call): RoleRecord {
  const id = params['roleId'] ?? '';
  const found = organization.roles.get(id);
  if (found === undefined) throw notFound('role', id);
  return found;
}

function activeAmong(organization: SandboxOrganization, userIds: readonly string[]): string[] {
  return userIds.filter((id) => stateOf(organization, id) === 'active');
}

function subjectsWith(organization: SandboxOrganization, roleId: string): string[] {
  const isGranted = (id: string) =>
    organization.ownGrants(id).some((grant) => grant.roleId === roleId);
  return [...organization.groups.keys(), ...organization.users.map(({ id }) => id)].filter(
    isGranted,
  );
}

function presentSubject(
  organization: SandboxOrganization,
  id: string,
  roleId: string,
): SubjectDivisionGrants {
  const group = organization.groups.get(id);
  const name = group?.name ?? organization.user(id)?.profile.name;
  const grants = organization.ownGrants(id).filter((grant) => grant.roleId === roleId);
  return {
    id,
    ...(name !== undefined && { name }),
    divisions: grants.map((grant) => divisionOf(organization, grant)),
    type: group === undefined ? 'PC_USER' : 'PC_GROUP',
    selfUri: `/api/v2/authorization/subjects/${id}`,
  };
}

function divisionOf({ divisions }: SandboxOrganization, { divisionId }: Grant): Division {
  const name = divisionId === everywhere ? everywhere : undefined;
  return divisions.get(divisionId) ?? { id: divisionId, ...(name && { name }) };
}
