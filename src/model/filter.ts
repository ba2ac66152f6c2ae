import { Bitset } from './bitset';
import type { Facet, FacetName } from './facets';
import type { FindingRule } from './findings';
import type { OrganizationIndex } from './organizationIndex';
import { foldText } from './text';

/** Which users to show. Every part narrows; a part that is empty lets everyone through. */
export interface Filter {
  /** Words that must all occur in name, email, department, title or id. */
  readonly text: string;
  /** Holds all of these licenses. */
  readonly holds: readonly string[];
  /** Holds at least one of these. */
  readonly holdsAny: readonly string[];
  /** Holds these and no others. */
  readonly holdsExactly: readonly string[];
  /** Holds none of these. */
  readonly lacks: readonly string[];
  /** How many licenses at least and at most. */
  readonly fewest: number | undefined;
  readonly most: number | undefined;
  /** Signed in last before this day, "2026-11-25" here where the administrator sits. */
  readonly lastLoginBefore: string | undefined;
  /** Something looks wrong about them, by any of these rules of the audit. */
  readonly finding: readonly FindingRule[];
  /** For each facet any of these values; '' stands for users who have none. */
  readonly state: readonly string[];
  readonly department: readonly string[];
  readonly division: readonly string[];
}

export const NO_FILTER: Filter = {
  text: '',
  holds: [],
  holdsAny: [],
  holdsExactly: [],
  lacks: [],
  fewest: undefined,
  most: undefined,
  lastLoginBefore: undefined,
  finding: [],
  state: [],
  department: [],
  division: [],
};

const FACETS: readonly FacetName[] = ['state', 'department', 'division'];

export function isFiltering(filter: Filter): boolean {
  return (
    wordsOf(filter.text).length > 0 ||
    asksAboutLicenses(filter) ||
    filter.lastLoginBefore !== undefined ||
    filter.finding.length > 0 ||
    FACETS.some((name) => filter[name].length > 0)
  );
}

/** Whether a user of whom no assignment was read can pass at all. */
export function asksAboutLicenses(filter: Filter): boolean {
  const lists = [filter.holds, filter.holdsAny, filter.holdsExactly, filter.lacks];
  return (
    filter.fewest !== undefined ||
    filter.most !== undefined ||
    lists.some((licenseIds) => licenseIds.length > 0)
  );
}

/** What a filter is answered from. */
export interface FilterSources {
  readonly index: OrganizationIndex;
  readonly facets: Readonly<Record<FacetName, Facet>>;
  /** The rows in whose text a folded word occurs. */
  readonly rowsWithWord: (word: string) => Bitset;
  /** Who signed in last before a moment; nobody of whom the service tells no sign-in. */
  readonly rowsSignedInBefore: (time: number) => Bitset;
  /** About whom something looks wrong; nobody as long as that is not known. */
  readonly rowsWithFinding: (rules: readonly FindingRule[]) => Bitset;
  /** Licenses held, by row; asked for only when the filter needs it. */
  readonly licenseCounts: () => Uint16Array;
}

/**
 * The rows that pass the filter. Where licenses are asked for, a row whose assignments were not read does not pass:
 * nobody can say that it holds a license, nor that it lacks it.
 */
export function matchingRows(sources: FilterSources, filter: Filter): Bitset {
  const { index, facets } = sources;
  const rows = Bitset.full(index.size);
  for (const word of wordsOf(filter.text)) rows.intersect(sources.rowsWithWord(word));
  for (const name of FACETS) {
    if (filter[name].length > 0) rows.intersect(facets[name].rowsOf(filter[name]));
  }
  if (filter.lastLoginBefore !== undefined) {
    rows.intersect(sources.rowsSignedInBefore(startOfDay(filter.lastLoginBefore)));
  }
  if (filter.finding.length > 0) rows.intersect(sources.rowsWithFinding(filter.finding));
  keepByLicenses(index, filter, rows);
  keepByCount(sources, filter, rows);
  return rows;
}

function keepByLicenses(index: OrganizationIndex, filter: Filter, rows: Bitset): void {
  const { holds, holdsAny, holdsExactly, lacks } = filter;
  for (const licenseId of [...holds, ...holdsExactly]) rows.intersect(index.holders(licenseId));
  if (holdsAny.length > 0) {
    rows.intersect(Bitset.union(holdsAny.map((licenseId) => index.holders(licenseId))));
  }
  if (holdsExactly.length > 0) {
    for (const licenseId of index.licenseIds) {
      if (!holdsExactly.includes(licenseId)) rows.subtract(index.holders(licenseId));
    }
  }
  if (lacks.length > 0) rows.intersect(index.assignmentsRead);
  for (const licenseId of lacks) rows.subtract(index.holders(licenseId));
}

function keepByCount(sources: FilterSources, { fewest, most }: Filter, rows: Bitset): void {
  if (fewest === undefined && most === undefined) return;
  const counts = sources.licenseCounts();
  const low = fewest ?? 0;
  const high = most ?? Number.POSITIVE_INFINITY;
  rows.intersect(sources.index.assignmentsRead);
  for (const row of rows.toRows()) {
    const count = counts[row] ?? 0;
    if (count < low || count > high) rows.delete(row);
  }
}

/** When a day such as "2026-11-25" begins here, in epoch milliseconds; NaN for what is no day. */
export function startOfDay(day: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00`) : Number.NaN;
}

/** The words of a search, folded: all of them must match. */
export function wordsOf(text: string): string[] {
  return foldText(text).split(/\s+/u).filter(Boolean);
}
