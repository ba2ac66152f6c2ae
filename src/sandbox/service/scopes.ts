/** What an OAuth client must be allowed for an operation: a resource, to look only or also to change it. */
export interface NeededScope {
  resource: string;
  reads: boolean;
}

/**
 * The scopes of the client that an administrator sets up for the console. Those of groups, audits and billing are
 * what their operations are likely to ask for: the vendor publishes scopes by operation only on a page that is not kept.
 */
export const consoleScopes: readonly string[] = [
  'audits:readonly',
  'authorization',
  'billing:readonly',
  'groups:readonly',
  'license',
  'organization:readonly',
  'users:readonly',
];

/** By the first segment of a path; what is not named needs no scope, as the token's own operations. */
const resources: Readonly<Record<string, string>> = {
  audits: 'audits',
  authorization: 'authorization',
  billing: 'billing',
  groups: 'groups',
  license: 'license',
  organizations: 'organization',
  users: 'users',
};

/** A POST that only looks: its body is a question. */
const questions: ReadonlySet<string> = new Set([
  'postLicenseUsers',
  'postLicenseInfer',
  'postLicenseInferPermissions',
  'postUsersSearch',
  'postAuditsQueryRealtime',
]);

/** The scope of an operation. The roles of a user are of `authorization`, wherever their address stands. */
export function neededScope(
  operationId: string,
  method: string,
  segments: readonly string[],
): NeededScope | undefined {
  const first = segments.at(-1) === 'roles' ? 'authorization' : segments[0];
  const resource = resources[first ?? ''];
  if (resource === undefined) return undefined;
  return { resource, reads: method === 'GET' || questions.has(operationId) };
}

/** Whether a client with these scopes may do it; `:readonly` covers only what looks. */
export function isInScope(
  needed: NeededScope | undefined,
  scopes: ReadonlySet<string> | readonly string[],
): boolean {
  if (needed === undefined) return true;
  const all = new Set(scopes);
  return all.has(needed.resource) || (needed.reads && all.has(`${needed.resource}:readonly`));
}
