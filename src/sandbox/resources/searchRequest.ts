import type { UserSearchCriteria } from '@/api/schema';
import { badRequest } from '../service/errors';
import { isRecord, isStrings } from '../service/input';

/** A search as it came in, its shape checked. */
export interface SearchRequest {
  query: UserSearchCriteria[];
  expand: string[];
  sortBy: string | undefined;
  sortOrder: string | undefined;
  pageSize: number | undefined;
  pageNumber: number | undefined;
}

export function searchRequestFrom(body: unknown): SearchRequest {
  if (!isRecord(body)) throw badRequest('A search needs a body', 'body');
  const { query = [], expand = [] } = body;
  if (!Array.isArray(query)) throw badRequest('query must be a list of criteria', 'query');
  if (!isStrings(expand)) throw badRequest('expand must be a list of words', 'expand');
  return {
    query: query.map(criterionFrom),
    expand,
    sortBy: optional(body, 'sortBy', 'string'),
    sortOrder: optional(body, 'sortOrder', 'string'),
    pageSize: optional(body, 'pageSize', 'number'),
    pageNumber: optional(body, 'pageNumber', 'number'),
  };
}

function criterionFrom(entry: unknown): UserSearchCriteria {
  if (!isRecord(entry)) throw badRequest('A criterion must be an object', 'query');
  const { type, values, fields, group } = entry;
  if (typeof type !== 'string') throw badRequest('type is required in a criterion', 'type');
  if (values !== undefined && !isStrings(values)) {
    throw badRequest('values must be a list of strings', 'values');
  }
  if (fields !== undefined && !isStrings(fields)) {
    throw badRequest('fields must be a list of strings', 'fields');
  }
  if (group !== undefined && !Array.isArray(group)) {
    throw badRequest('group must be a list of criteria', 'group');
  }
  const value = optional(entry, 'value', 'string');
  const operator = optional(entry, 'operator', 'string');
  return {
    type,
    ...(value !== undefined && { value }),
    ...(operator !== undefined && { operator }),
    ...(values !== undefined && { values }),
    ...(fields !== undefined && { fields }),
    ...(group !== undefined && { group: group.map(criterionFrom) }),
  };
}

interface Kinds {
  string: string;
  number: number;
}

function optional<Kind extends keyof Kinds>(
  record: Record<string, unknown>,
  field: string,
  kind: Kind,
): Kinds[Kind] | undefined {
  const value = record[field];
  if (value === undefined || value === null) return undefined;
  if (!isOf(value, kind)) throw badRequest(`${field} must be a ${kind}`, field);
  return value;
}

function isOf<Kind extends keyof Kinds>(value: unknown, kind: Kind): value is Kinds[Kind] {
  return typeof value === kind;
}
