import { everywhere } from '../data/access';
import type { SandboxOrganization } from '../organization';
import { badRequest, notFound } from '../service/errors';
import { oneOf } from '../service/input';

const subjectTypes = ['PC_USER', 'PC_GROUP', 'PC_OAUTH_CLIENT'] as const;
type SubjectType = (typeof subjectTypes)[number];

export function subjectTypeFrom(query: URLSearchParams): SubjectType {
  return oneOf(query, 'subjectType', subjectTypes);
}

/** The state of a user; undefined for who is none. */
export function stateOf({ user }: SandboxOrganization, id: string): string | undefined {
  const found = user(id);
  return found && (found.profile.state ?? 'active');
}

/** The id of a user or group that can be granted roles. An inactive user has none and is given none. */
export function subjectFrom(
  organization: SandboxOrganization,
  id: string,
  type: SubjectType,
): string {
  if (type === 'PC_GROUP' && organization.groups.has(id)) return id;
  const state = type === 'PC_USER' ? stateOf(organization, id) : undefined;
  if (state === 'inactive') {
    throw badRequest(`Roles cannot be granted to the inactive user ${id}`, 'subjectId');
  }
  if (state !== 'active') throw notFound('subject', id);
  return id;
}

/** The id of a division, or `*` for all of them. */
export function divisionFrom({ divisions }: SandboxOrganization, id: string): string {
  if (id !== everywhere && !divisions.has(id)) throw notFound('division', id);
  return id;
}
