import type { AuditLogMessage, AuditQueryFilter } from '@/api/schema';
import { auditServices } from '../auditLog';
import type { SandboxOrganization } from '../organization';
import type { Resource } from '../service/call';
import { badRequest } from '../service/errors';
import { checkedPage, isRecord, listFrom } from '../service/input';
import { listingOf } from './listing';

const day = 24 * 60 * 60 * 1000;
const realtimeDays = 14;
/** Clocks differ: an interval that began a moment too early is taken. */
const leewayMs = 60_000;

/** The audits of the last 14 days. */
export const audits: Resource<'getAuditsQueryRealtimeServicemapping' | 'postAuditsQueryRealtime'> =
  {
    getAuditsQueryRealtimeServicemapping: () => ({ services: auditServices }),

    postAuditsQueryRealtime(call) {
      const { organization, body, query } = call;
      if (!isRecord(body)) throw badRequest('The body must be an object', 'body');
      const { from, to } = intervalFrom(body['interval'], call.settings.now());
      const { serviceName } = body;
      const matches = filterFrom(filtersFrom(body['filters']));
      const found = organization.audits.filter(
        (entry) =>
          isWithin(entry, from, to) &&
          (serviceName === undefined || entry.serviceName === serviceName) &&
          matches(entry),
      );
      if (!isAscending(body['sort'])) found.reverse();
      const page = checkedPage(
        optionalNumber(body, 'pageSize'),
        optionalNumber(body, 'pageNumber'),
      );
      const isExpanded = listFrom(query, 'expand').includes('user');
      const { nextUri: _next, ...listing } = listingOf(call, found, page, (entry) =>
        isExpanded ? withUserName(organization, entry) : entry,
      );
      return listing;
    },
  };

function isWithin({ eventDate = '' }: AuditLogMessage, from: number, to: number): boolean {
  const at = Date.parse(eventDate);
  return at >= from && at <= to;
}

function intervalFrom(interval: unknown, now: number): { from: number; to: number } {
  const [start = '', end = ''] = typeof interval === 'string' ? interval.split('/') : [];
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (Number.isNaN(from) || Number.isNaN(to) || to <= from) {
    throw badRequest('interval must be two dates, start/end, in ISO 8601', 'interval');
  }
  if (from < now - realtimeDays * day - leewayMs) {
    throw badRequest(`interval must begin within the last ${realtimeDays} days`, 'interval');
  }
  return { from, to };
}

/** By what can be filtered, and where that stands. */
const properties: Readonly<Record<string, (entry: AuditLogMessage) => string | undefined>> = {
  UserId: ({ user }) => user?.id,
  EntityId: ({ entity }) => entity?.id,
  EntityType: ({ entityType }) => entityType,
  Action: ({ action }) => action,
  Level: ({ level }) => level,
  Status: ({ status }) => status,
};

/** Of several values for one property, any is enough; all properties have to match. */
function filterFrom(filters: readonly AuditQueryFilter[]): (entry: AuditLogMessage) => boolean {
  const wanted = new Map<string, Set<string>>();
  for (const { property, value } of filters) {
    wanted.set(property, (wanted.get(property) ?? new Set()).add(value));
  }
  return (entry) =>
    [...wanted].every(([property, values]) => values.has(properties[property]?.(entry) ?? ''));
}

function filtersFrom(filters: unknown): AuditQueryFilter[] {
  if (filters === undefined) return [];
  if (!Array.isArray(filters)) throw badRequest('filters must be a list', 'filters');
  return filters.map((filter: unknown) => {
    const { property, value } = isRecord(filter) ? filter : {};
    if (typeof property !== 'string' || typeof value !== 'string') {
      throw badRequest('A filter needs a property and a value', 'filters');
    }
    if (!Object.hasOwn(properties, property)) {
      throw badRequest(`Audits cannot be filtered by ${property}`, 'filters');
    }
    return { property, value };
  });
}

/** The latest come first, unless asked for otherwise. */
function isAscending(sort: unknown): boolean {
  const [first]: unknown[] = Array.isArray(sort) ? sort : [];
  if (first === undefined) return false;
  const { name, sortOrder } = isRecord(first) ? first : {};
  if (name !== 'Timestamp') throw badRequest('Audits can be sorted by Timestamp only', 'sort');
  return typeof sortOrder === 'string' && /^asc/i.test(sortOrder);
}

function optionalNumber(body: Record<string, unknown>, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || typeof value === 'number') return value;
  throw badRequest(`${field} must be a number`, field);
}

function withUserName({ user }: SandboxOrganization, entry: AuditLogMessage): AuditLogMessage {
  const name = user(entry.user?.id ?? '')?.profile.name;
  return entry.user === undefined || name === undefined
    ? entry
    : { ...entry, user: { ...entry.user, name } };
}
