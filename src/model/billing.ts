import type { BillingUsage } from '@/api/schema';
import type { DefinitionGraph } from './definitions';

/** What the service bills under a name, or a held license that it bills under none, beside what is assigned now. */
export interface BilledLine {
  /** The service's own name of what is billed; undefined where the report does not name the license. */
  readonly name?: string;
  /** Undefined where no license, or more than one, is called so. */
  readonly licenseId?: string;
  /** As the service wrote it. */
  readonly billedText?: string;
  /** The same as a number, where it is one. */
  readonly billed?: number;
  /** Holders now. */
  readonly holders?: number;
  /** Billed beyond the holders, or, below 0, holders beyond what is billed. Only where the report names the license once. */
  readonly difference?: number;
}

export interface BilledFacts {
  readonly usages: readonly Partial<BillingUsage>[];
  readonly licenseIds: Iterable<string>;
  readonly holdersOf: (licenseId: string) => number;
  readonly graph: DefinitionGraph | undefined;
}

/**
 * The lines of a report of billable usage, those of licenses first, and after them the held licenses that it does not
 * name. A name is a license's where it is its id, or the whole of its description and of no other's: anything less would
 * be a guess about money.
 */
export function billedLines({ usages, licenseIds, holdersOf, graph }: BilledFacts): BilledLine[] {
  const ids = new Set([...licenseIds, ...(graph?.ids ?? [])]);
  const licenseOf = matcher(ids, graph);
  const timesNamed = new Map<string, number>();
  const named = usages.map((usage) => {
    const name = textOf(usage.name);
    const licenseId = licenseOf(name);
    if (licenseId !== undefined) timesNamed.set(licenseId, (timesNamed.get(licenseId) ?? 0) + 1);
    return { name, licenseId, billedText: textOf(usage.totalUsage) };
  });
  const lines = named.map(({ name, licenseId, billedText }): BilledLine => {
    const billed = numberOf(billedText);
    const ofReport = { name, billedText, ...(billed !== undefined && { billed }) };
    if (licenseId === undefined) return ofReport;
    const holders = holdersOf(licenseId);
    const isComparable = billed !== undefined && timesNamed.get(licenseId) === 1;
    return {
      ...ofReport,
      licenseId,
      holders,
      ...(isComparable && { difference: billed - holders }),
    };
  });
  const notNamed = [...ids].flatMap((licenseId): BilledLine[] => {
    const holders = holdersOf(licenseId);
    return holders === 0 || timesNamed.has(licenseId) ? [] : [{ licenseId, holders }];
  });
  const isLicense = ({ licenseId }: BilledLine) => licenseId !== undefined;
  return [...lines.filter(isLicense), ...lines.filter((line) => !isLicense(line)), ...notNamed];
}

function matcher(ids: ReadonlySet<string>, graph: DefinitionGraph | undefined) {
  const byTitle = new Map<string, string | undefined>();
  for (const id of ids) {
    const title = graph?.title(id) ?? id;
    if (title !== id) byTitle.set(title, byTitle.has(title) ? undefined : id);
  }
  return (name: string) => (ids.has(name) ? name : byTitle.get(name));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

function numberOf(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A calendar month in UTC, which the service counts in. */
export interface Month {
  /** Such as "2026-10". */
  readonly id: string;
  /** ISO 8601; the end is the start of the next month. */
  readonly startDate: string;
  readonly endDate: string;
}

/** The last months that are over, the latest first. */
export function monthsBefore(now: number, count: number): Month[] {
  const today = new Date(now);
  const startOf = (back: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString();
  return Array.from({ length: count }, (_, place) => {
    const startDate = startOf(place + 1);
    return { id: startDate.slice(0, 7), startDate, endDate: startOf(place) };
  });
}
