import type { OperationId } from './operations';

/** The fields that the contract requires, where an operation's answer has others than these. */
const requiredEverywhere = ['ids', 'version'];
const listed = ['entities', ...requiredEverywhere];
const required: Partial<Record<OperationId, readonly string[]>> = {
  postUsersSearch: ['total', 'pageCount', 'pageSize', 'pageNumber', 'types', 'results', 'version'],
  getGroups: [...listed, 'name', 'type'],
  getAuthorizationDivisions: [...listed, 'description'],
  getBillingReportsBillableusage: [
    'startDate',
    'endDate',
    'usages',
    'name',
    'totalUsage',
    'resources',
    'date',
  ],
};

/** The answer of an operation without its optional fields, but for those to keep. */
export function stripOptional(
  operation: OperationId,
  body: unknown,
  keep: readonly string[] = [],
): unknown {
  const kept = new Set([...(required[operation] ?? requiredEverywhere), ...keep]);
  // Here the keys are the ids of users, not fields.
  if (operation === 'postLicenseUsers' && isObject(body)) {
    return Object.fromEntries(Object.entries(body).map(([id, value]) => [id, strip(value, kept)]));
  }
  return strip(body, kept);
}

function strip(value: unknown, kept: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => kept.has(field))
      .map(([field, inner]) => [field, strip(inner, kept)]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
