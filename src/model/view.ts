import { Bitset } from './bitset';
import { createFacets, type FacetName, type FacetValue } from './facets';
import { type Filter, type FilterSources, matchingRows } from './filter';
import type { Finding, FindingRule } from './findings';
import { peopleFactsOf } from './findingsPeople';
import { entriesOf, FoldedText } from './foldedText';
import {
  byHolding,
  byLicenseCount,
  type LicenseSortColumn,
  licenseCounts,
  type Sort,
  TextOrder,
} from './order';
import type { OrganizationIndex } from './organizationIndex';
import { nameOf } from './people';
import { type HandedOut, PeopleSearch } from './peopleSearch';
import type { PreparedPeople } from './preparedPeople';
import { RowList } from './rowList';
import { foldText } from './text';

/** The users that pass a filter, in order. */
export interface View {
  readonly rows: RowList;
  readonly matching: Bitset;
}

export interface FacetCount extends FacetValue {
  /** How many users would be shown who have this value, every other part of the filter applied. */
  readonly count: number;
}

const TEXT_COLUMNS = ['name', 'email', 'department'] as const;
type TextColumn = (typeof TEXT_COLUMNS)[number];

/**
 * Answers filters and sorts over an organization from columns, never walking through user objects: sets of rows, one
 * long text, orders kept ready. It follows the index as pages arrive, and what it has derived it keeps.
 */
export class Views {
  readonly #index: OrganizationIndex;
  readonly #ids = new FoldedText();
  readonly #people: PeopleSearch;
  readonly #facets = createFacets();
  readonly #orders = new Map<TextColumn, TextOrder>();
  readonly #sources: FilterSources;
  #rowsSeen = 0;
  #readsSeen = 0;
  #version = -1;
  #counts: Uint16Array | undefined;
  #findings: readonly Finding[] = [];
  #lastMatch: { filter: Filter; rows: Bitset } | undefined;
  #lastView: { sort: Sort; view: View } | undefined;

  constructor(index: OrganizationIndex) {
    this.#index = index;
    this.#people = new PeopleSearch((row) => index.user(row));
    this.#sources = {
      index,
      facets: this.#facets,
      rowsWithWord: (word) => this.#rowsWithWord(word),
      rowsSignedInBefore: (time) => peopleFactsOf(index).signedInBefore(time),
      rowsWithFinding: (rules) => rowsOfRules(this.#findings, rules),
      licenseCounts: () => this.#licenseCounts(),
    };
  }

  /**
   * Derives what every question needs from what the index has learned since the last time: a few milliseconds a page,
   * where a large organization left until somebody looks is one long wait.
   */
  prepare(): void {
    for (const column of TEXT_COLUMNS) this.#order(column);
    this.#follow();
  }

  /** The texts of people that a search would have to prepare; see `PeopleSearch`. */
  handOutPeople(): HandedOut | undefined {
    this.#follow();
    return this.#people.handOut();
  }

  takeBackPeople(handedOut: HandedOut, prepared: PreparedPeople): void {
    this.#people.takeBack(handedOut, prepared);
  }

  /**
   * The rows that pass the filter, in order: the same object as last time when filter, sort and index are the same. None
   * of them is to be changed once it was given.
   */
  view(filter: Filter, sort: Sort): View {
    this.#follow();
    if (this.#lastMatch?.filter !== filter) {
      this.#lastMatch = { filter, rows: matchingRows(this.#sources, filter) };
      this.#lastView = undefined;
    }
    if (this.#lastView?.sort !== sort) {
      const { rows: matching } = this.#lastMatch;
      this.#lastView = { sort, view: { matching, rows: this.#inOrder(matching, sort) } };
    }
    return this.#lastView.view;
  }

  /** Hands over what looks wrong: finding it takes longer than a filter may, so that is done elsewhere. */
  knowFindings(found: readonly Finding[]): void {
    if (found === this.#findings) return;
    this.#findings = found;
    if (this.#lastMatch && this.#lastMatch.filter.finding.length > 0) this.#lastMatch = undefined;
  }

  /** Of how many users each rule finds something, every other part of the filter applied. */
  findingCounts(found: readonly Finding[], filter: Filter): Map<FindingRule, number> {
    this.#follow();
    const others = matchingRows(this.#sources, { ...filter, finding: [] });
    const rules = new Set(found.map(({ rule }) => rule));
    return new Map([...rules].map((rule) => [rule, others.countIn(rowsOfRules(found, [rule]))]));
  }

  /** The first position in `shown` from `start` on, going round, of a user whose name begins with a word. */
  positionOfName(shown: RowList, word: string, start: number): number | undefined {
    this.#follow();
    const named = this.#rowsWithName(foldText(word));
    const rows = shown.all();
    for (let step = 0; step < rows.length; step++) {
      const position = (start + step) % rows.length;
      if (named.has(rows[position] ?? 0)) return position;
    }
    return undefined;
  }

  /** Each value of a facet with the number of users whom choosing it alone would show. */
  facetCounts(name: FacetName, filter: Filter): FacetCount[] {
    this.#follow();
    const others = matchingRows(this.#sources, { ...filter, [name]: [] });
    return this.#facets[name].values.map((value) => ({
      ...value,
      count: others.countIn(value.rows),
    }));
  }

  /** Of how many users the service tells when they signed in last. */
  get lastLoginsKnown(): number {
    return peopleFactsOf(this.#index).signedIn.count;
  }

  /** What people call a value of a facet, such as the name of a division. */
  facetLabel(name: FacetName, value: string): string {
    this.#follow();
    return this.#facets[name].labelOf(value);
  }

  #inOrder(matching: Bitset, { column, descending }: Sort): RowList {
    if (column === 'name' || column === 'email' || column === 'department') {
      return this.#order(column).rowsIn(matching, descending);
    }
    const named = this.#order('name').rowsIn(matching).all();
    const known = this.#index.assignmentsRead;
    if (column === 'licenses') {
      return RowList.of(byLicenseCount(named, this.#licenseCounts(), known, descending));
    }
    const holders = this.#index.holders(licenseOf(column));
    return RowList.of(byHolding(named, holders, known, descending));
  }

  /** Takes over what the index has learned since the last question. */
  #follow(): void {
    const index = this.#index;
    if (index.version === this.#version) return;
    this.#version = index.version;
    this.#counts = undefined;
    this.#lastMatch = undefined;
    this.#lastView = undefined;

    const changed = new Bitset();
    const newRows = rowsBetween(this.#rowsSeen, index.size);
    const read = index.userLog.slice(this.#readsSeen);
    for (const row of newRows) changed.add(row);
    for (const row of read) changed.add(row);
    this.#rowsSeen = index.size;
    this.#readsSeen = index.userLog.length;

    this.#ids.add(Uint32Array.from(newRows), entriesOf(newRows.map((row) => index.userId(row))));
    this.#people.follow(read);
    for (const facet of Object.values(this.#facets)) {
      facet.update(read, (row) => index.user(row));
    }
    for (const order of this.#orders.values()) order.update(changed);
  }

  #rowsWithWord(word: string): Bitset {
    const rows = this.#people.rowsWithWord(word, this.#index.size);
    this.#ids.search(word, rows);
    return rows;
  }

  /** The rows whose name begins with a folded text. */
  #rowsWithName(start: string): Bitset {
    const [word = '', ...more] = start.split(' ');
    let rows = this.#people.rowsWithNameStart(word, this.#index.size);
    if (more.length > 0) {
      const begins = (row: number) => foldText(this.#textOf('name', row)).startsWith(start);
      rows = Bitset.from(rows.toRows().filter(begins));
    }
    return rows;
  }

  #order(column: TextColumn): TextOrder {
    let order = this.#orders.get(column);
    if (!order) {
      order = new TextOrder((row) => this.#textOf(column, row));
      order.update(Bitset.full(this.#rowsSeen));
      this.#orders.set(column, order);
    }
    return order;
  }

  #textOf(column: TextColumn, row: number): string {
    const user = this.#index.user(row);
    return (column === 'name' ? nameOf(user) : user?.[column]?.trim()) ?? '';
  }

  #licenseCounts(): Uint16Array {
    this.#counts ??= licenseCounts(this.#index);
    return this.#counts;
  }
}

const viewsOfIndex = new WeakMap<OrganizationIndex, Views>();

/** The views of an index, kept for as long as the index lives: coming back to a page derives nothing anew. */
export function viewsOf(index: OrganizationIndex): Views {
  let views = viewsOfIndex.get(index);
  if (!views) {
    views = new Views(index);
    viewsOfIndex.set(index, views);
  }
  return views;
}

function rowsOfRules(found: readonly Finding[], rules: readonly FindingRule[]): Bitset {
  return Bitset.union(found.filter(({ rule }) => rules.includes(rule)).map(({ rows }) => rows));
}

const licenseOf = (column: LicenseSortColumn): string => column.slice('holds.'.length);

function rowsBetween(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
