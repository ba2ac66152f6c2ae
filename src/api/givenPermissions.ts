import { isRecord } from './errors';
import type { PermissionAnswer } from './permissionBook';

/** What the service lists for whoever signed in. Each is `domain:entity:action`, of which parts may be `*`. */
export interface GivenPermissions {
  readonly given: readonly string[];
  /** Given under a condition, which only the service can judge. */
  readonly conditional: readonly string[];
}

/**
 * Reads the permissions out of `authorization`. Some organizations fill its list of permissions, some its policies, some
 * both. Null where nothing of it can be read: whoever can sign in has some permission, so an empty answer says nothing.
 */
export function readGivenPermissions(authorization: unknown): GivenPermissions | null {
  if (!isRecord(authorization)) return null;
  const given = stringsIn(authorization['permissions']);
  const conditional: string[] = [];
  for (const policy of listIn(authorization['permissionPolicies'])) {
    if (isRecord(policy)) (isConditional(policy) ? conditional : given).push(...namesIn(policy));
  }
  return given.length + conditional.length > 0 ? { given, conditional } : null;
}

export function answerOf(listed: GivenPermissions | null, wanted: string): PermissionAnswer {
  if (!listed) return 'unknown';
  if (listed.given.some((name) => covers(name, wanted))) return 'yes';
  return listed.conditional.some((name) => covers(name, wanted)) ? 'unknown' : 'no';
}

function namesIn({ domain, entityName, actionSet }: Record<string, unknown>): string[] {
  if (!isText(domain) || !isText(entityName)) return [];
  return stringsIn(actionSet).map((action) => `${domain}:${entityName}:${action}`);
}

/** `allowConditions` only says that a condition would be possible. */
function isConditional(policy: Record<string, unknown>): boolean {
  const { resourceCondition, resourceConditionNode, namedResources } = policy;
  if (isThere(resourceCondition) || isThere(resourceConditionNode)) return true;
  if (!Array.isArray(namedResources)) return isThere(namedResources);
  return namedResources.length > 0 && !namedResources.includes('*');
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const stringsIn = (value: unknown): string[] =>
  listIn(value).filter((name) => typeof name === 'string');

/** `authorization:*:*` and `authorization:*` give every permission of that domain. */
function covers(given: string, wanted: string): boolean {
  const parts = given.split(':');
  return wanted.split(':').every((part, position) => {
    const allowed = parts[position] ?? parts.at(-1);
    return allowed === '*' || allowed === part;
  });
}
