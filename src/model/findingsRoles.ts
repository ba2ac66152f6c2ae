import { Bitset } from './bitset';
import type { DefinitionGraph } from './definitions';
import { coveredRows, type Finding, type Findings, findingId, sortFindings } from './findings';
import { peopleFactsOf } from './findingsPeople';
import type { OrganizationIndex } from './organizationIndex';

/** Users who have exactly the same roles. */
export interface RoleSet {
  readonly userIds: readonly string[];
  /** What the service says that these roles imply; undefined as long as it was not asked, or did not answer. */
  readonly implied: readonly string[] | undefined;
}

export interface RoleFacts {
  readonly index: OrganizationIndex;
  /** Undefined as long as the definitions are not known. */
  readonly graph: DefinitionGraph | undefined;
  /** Undefined as long as nobody asked for roles. */
  readonly roleSets: readonly RoleSet[] | undefined;
}

export interface RoleFindings extends Findings {
  /**
   * Users of whom it is not known what their roles imply, or what they hold; undefined as long as nobody was checked.
   * Inactive and deleted users do not count.
   */
  readonly usersNotChecked: number | undefined;
}

const ROLE_RULES = ['heldNotImplied', 'impliedNotHeld'] as const;

/**
 * Where the licenses of users and those that their roles imply differ. A license is as it should be also where an implied
 * one needs or comprises it, and an implied one is there where a held one comprises it.
 */
export function findByRoles({ index, graph, roleSets }: RoleFacts): RoleFindings {
  if (!graph || !roleSets) {
    const why = graph ? 'rolesNotAsked' : 'noDefinitions';
    const notChecked = new Map(ROLE_RULES.map((rule) => [rule, why] as const));
    return { found: [], notChecked, usersNotChecked: undefined };
  }

  const working = workingRows(index);
  const checkable = working.clone().intersect(index.assignmentsRead);
  const checked = new Bitset(index.size);
  const implied = new Map<string, Bitset>();
  const explained = new Map<string, Bitset>();
  for (const roleSet of roleSets) {
    if (!roleSet.implied) continue;
    // Row by row: there may be thousands of sets, most of them of a few users.
    const rows = rowsOf(roleSet, index).filter((row) => checkable.has(row));
    addTo(checked, rows);
    for (const licenseId of new Set(roleSet.implied)) addTo(setAt(implied, licenseId), rows);
    for (const licenseId of withWhatBelongsTo(roleSet.implied, graph)) {
      addTo(setAt(explained, licenseId), rows);
    }
  }

  const found: Finding[] = [];
  const note = (rule: (typeof ROLE_RULES)[number], licenseId: string, rows: Bitset) => {
    if (rows.isEmpty) return;
    found.push({ id: findingId({ rule, licenseId }), rule, licenseId, rows });
  };
  for (const licenseId of index.licenseIds) {
    const held = index.holders(licenseId).clone().intersect(checked);
    note('heldNotImplied', licenseId, held.subtract(explained.get(licenseId) ?? NOBODY));
  }
  for (const [licenseId, rows] of implied) {
    const lacking = rows.clone().subtract(coveredRows(licenseId, index, graph));
    note('impliedNotHeld', licenseId, lacking);
  }
  const usersNotChecked = working.count - checked.count;
  return {
    found: sortFindings(found),
    notChecked: new Map(
      usersNotChecked > 0 ? ROLE_RULES.map((rule) => [rule, 'rolesUnknown'] as const) : [],
    ),
    usersNotChecked,
  };
}

/** Looks the users up in slices that are short enough not to be noticed; `pause` lets others work in between. */
export async function prepareRoleSets(
  roleSets: readonly RoleSet[],
  index: OrganizationIndex,
  pause: () => Promise<void>,
): Promise<void> {
  let lookedUp = 0;
  for (const roleSet of roleSets) {
    if (isKnown(roleSet, index)) continue;
    // Users who come during a pause are looked up again: what is kept is of the size that was there before.
    const { size } = index;
    const rows: number[] = [];
    for (const userId of roleSet.userIds) {
      const row = index.rowOf(userId);
      if (row !== undefined) rows.push(row);
      lookedUp += 1;
      if (lookedUp % SLICE === 0) await pause();
    }
    knownRows.set(roleSet, { index, size, rows: Uint32Array.from(rows) });
  }
}

const SLICE = 10_000;

/** What two passes over the same organization found, as if it were one. */
export function joinFindings(one: Findings, other: Findings): Findings {
  return {
    found: sortFindings([...one.found, ...other.found]),
    notChecked: new Map([...one.notChecked, ...other.notChecked]),
  };
}

const NOBODY = new Bitset();

function workingRows(index: OrganizationIndex): Bitset {
  const people = peopleFactsOf(index);
  return index.usersRead
    .clone()
    .subtract(people.inState('inactive'))
    .subtract(people.inState('deleted'));
}

function withWhatBelongsTo(licenseIds: readonly string[], graph: DefinitionGraph): Set<string> {
  return new Set(
    licenseIds.flatMap((licenseId) => [
      licenseId,
      ...graph.allPrerequisitesOf(licenseId),
      ...graph.comprisesOf(licenseId),
    ]),
  );
}

interface KnownRows {
  readonly index: OrganizationIndex;
  readonly size: number;
  readonly rows: Uint32Array;
}

/** Looking up 200,000 users takes most of the time, and the same sets are asked about again after each change. */
const knownRows = new WeakMap<RoleSet, KnownRows>();

function isKnown(roleSet: RoleSet, index: OrganizationIndex): boolean {
  const known = knownRows.get(roleSet);
  return known?.index === index && known.size === index.size;
}

/** Not to be changed. */
function rowsOf(roleSet: RoleSet, index: OrganizationIndex): Uint32Array {
  const known = knownRows.get(roleSet);
  if (known && isKnown(roleSet, index)) return known.rows;
  const rows = Uint32Array.from(roleSet.userIds.flatMap((userId) => index.rowOf(userId) ?? []));
  knownRows.set(roleSet, { index, size: index.size, rows });
  return rows;
}

function addTo(set: Bitset, rows: Uint32Array): void {
  for (const row of rows) set.add(row);
}

function setAt(sets: Map<string, Bitset>, licenseId: string): Bitset {
  let set = sets.get(licenseId);
  if (!set) {
    set = new Bitset();
    sets.set(licenseId, set);
  }
  return set;
}
