import type { AuthzGrant, AuthzGrantRole } from '@/api/schema';
import type { RoleRecord } from '../beginning';
import type { EffectiveGrant } from '../grants';
import type { Place, SandboxOrganization } from '../organization';
import type { Call, Resource } from '../service/call';
import { badRequest, notFound } from '../service/errors';
import { isRecord, oneOf } from '../service/input';
import { presentDivision } from './access';
import { isoDate } from './present';
import { refuseEverybodysRole } from './role';
import { divisionFrom, stateOf, subjectFrom, subjectTypeFrom } from './subjectInput';

/** The grants of one user or group. */
export const subjects: Resource<
  | 'getAuthorizationSubject'
  | 'postAuthorizationSubjectBulkadd'
  | 'postAuthorizationSubjectBulkremove'
> = {
  getAuthorizationSubject(call) {
    const { organization, query } = call;
    const id = known(call);
    const all = organization.groups.has(id)
      ? organization.ownGrants(id).map((grant) => ({ ...grant, subjectId: id }))
      : organization.grantsOf(id);
    const grants =
      oneOf(query, 'includeDuplicates', ['false', 'true']) === 'true' ? all : onePerPlace(all);
    const user = organization.user(id);
    const name = organization.groups.get(id)?.name ?? user?.profile.name;
    return {
      id,
      ...(name !== undefined && { name }),
      grants: grants.map((grant) => presentGrant(organization, grant)),
      version: user?.profile.version ?? 1,
      selfUri: `/api/v2/authorization/subjects/${id}`,
    };
  },

  postAuthorizationSubjectBulkadd(call) {
    const { organization, administrator, params, query } = call;
    const subject = subjectFrom(organization, params['subjectId'] ?? '', subjectTypeFrom(query));
    organization.changeGrants(administrator.id, subject, placesFrom(call), []);
    return undefined;
  },

  /** Takes what was granted to the subject itself. What a user has from a group is not there to be taken. */
  postAuthorizationSubjectBulkremove(call) {
    const { organization, administrator } = call;
    const subject = known(call);
    const places = placesFrom(call);
    for (const { roleId } of places) refuseEverybodysRole(organization, roleId);
    organization.changeGrants(administrator.id, subject, [], places);
    return undefined;
  },
};

function known({ organization, params }: Call): string {
  const id = params['subjectId'] ?? '';
  const state = stateOf(organization, id) ?? 'deleted';
  if (state === 'deleted' && !organization.groups.has(id)) throw notFound('subject', id);
  return id;
}

function placesFrom({ organization, body }: Call): Place[] {
  const grants = isRecord(body) ? body['grants'] : undefined;
  if (!Array.isArray(grants)) throw badRequest('grants is required and must be a list', 'grants');
  return grants.map((grant: unknown, index) => {
    const where = `grants[${index}]`;
    const { roleId, divisionId } = isRecord(grant) ? grant : {};
    if (typeof roleId !== 'string') throw badRequest(`${where}.roleId is required`, where);
    if (typeof divisionId !== 'string') throw badRequest(`${where}.divisionId is required`, where);
    if (!organization.roles.has(roleId)) throw notFound('role', roleId);
    return { roleId, divisionId: divisionFrom(organization, divisionId) };
  });
}

function onePerPlace(grants: readonly EffectiveGrant[]): EffectiveGrant[] {
  const seen = new Map<string, EffectiveGrant>();
  for (const grant of grants) {
    const place = `${grant.roleId} ${grant.divisionId}`;
    if (!seen.has(place)) seen.set(place, grant);
  }
  return [...seen.values()];
}

function presentGrant(organization: SandboxOrganization, grant: EffectiveGrant): AuthzGrant {
  const role = organization.roles.get(grant.roleId);
  return {
    subjectId: grant.subjectId,
    division: presentDivision(organization, grant.divisionId),
    ...(role && { role: presentGrantRole(role) }),
    grantMadeAt: isoDate(grant.madeAt),
  };
}

function presentGrantRole({ id, name, description, selfUri, ...role }: RoleRecord): AuthzGrantRole {
  return {
    id,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(role.default !== undefined && { default: role.default }),
    ...(selfUri !== undefined && { selfUri }),
  };
}
