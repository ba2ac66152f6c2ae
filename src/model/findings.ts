import { Bitset } from './bitset';
import type { DefinitionGraph } from './definitions';
import { findUnlikePeers } from './findingsPeers';
import { type PeopleFacts, peopleFactsOf } from './findingsPeople';
import type { OrganizationIndex } from './organizationIndex';
import type { RuleTable } from './ruleTable';

/** The rules, the most serious first. */
export const FINDING_RULES = [
  'missingPrerequisite',
  'unknownHolder',
  'deletedHolder',
  'inactiveHolder',
  'longAbsent',
  'neverSignedIn',
  'redundant',
  'withoutDefinition',
  'heldNotImplied',
  'impliedNotHeld',
  'unlikePeers',
] as const;

export type FindingRule = (typeof FINDING_RULES)[number];

/** One thing that looks wrong, with everybody whom it concerns. */
export interface Finding {
  /** The same for the same thing in every reading of the organization. */
  readonly id: string;
  readonly rule: FindingRule;
  /** The license that looks wrong; undefined where it is all that the users hold. */
  readonly licenseId?: string;
  /** `missingPrerequisite`: what is lacking; `redundant`: the license that comprises it. */
  readonly other?: string;
  /** `unlikePeers`: the department, and what more than half of it holds. */
  readonly peers?: { readonly department: string; readonly licenseIds: readonly string[] };
  readonly rows: Bitset;
}

/** Why a rule could not be applied, or not wholly: what it asks for is not known. */
export type NotChecked =
  /** Some assignments, or some people, were not read. */
  | 'incomplete'
  | 'noDefinitions'
  /** The service told of nobody when they signed in last. */
  | 'noLastLogin'
  /** Roles are read only when somebody asks for them. */
  | 'rolesNotAsked'
  /** Of some users it is not known what their roles imply. */
  | 'rolesUnknown';

export interface Findings {
  /** In the order of the rules, those of many users first. */
  readonly found: readonly Finding[];
  readonly notChecked: ReadonlyMap<FindingRule, NotChecked>;
}

export interface FindingFacts {
  readonly index: OrganizationIndex;
  /** Undefined as long as the definitions are not known. */
  readonly graph: DefinitionGraph | undefined;
  /** Whether every user, and every assignment, of the organization was read. */
  readonly isComplete: { readonly people: boolean; readonly assignments: boolean };
  /** Users who did not sign in for so many days are long absent. */
  readonly absentDays: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The same by columns, which is all that the rules look at. */
export interface RuleFacts extends Omit<FindingFacts, 'index'> {
  readonly index: RuleTable;
  readonly people: PeopleFacts;
}

export const DEFAULT_ABSENT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * What looks wrong in an organization. Of users whose assignments were not read nothing is found, and a rule that needs
 * to know everything is not applied before everything is known.
 */
export function findFindings(facts: FindingFacts): Findings {
  return applyRules({ ...facts, people: peopleFactsOf(facts.index) });
}

/** The rules themselves, wherever they run. */
export function applyRules(facts: RuleFacts): Findings {
  const { index, people, isComplete } = facts;
  const found: Finding[] = [];
  const notChecked = new Map<FindingRule, NotChecked>();
  const note = (rule: FindingRule, rows: Bitset, about: Omit<Finding, 'id' | 'rule' | 'rows'>) => {
    if (rows.isEmpty) return;
    found.push({ id: findingId({ rule, ...about }), rule, ...about, rows });
  };
  const held = index.licenseIds.filter((licenseId) => !index.holders(licenseId).isEmpty);
  const holders = new Bitset(index.size);
  for (const licenseId of held) holders.unite(index.holders(licenseId));

  findInDefinitions(facts, held, note, notChecked);
  findByPerson(facts, holders, note, notChecked);
  if (isComplete.people && isComplete.assignments) {
    for (const { rows, department, licenseIds } of findUnlikePeers(index, people)) {
      note('unlikePeers', rows, { peers: { department, licenseIds } });
    }
  } else {
    notChecked.set('unlikePeers', 'incomplete');
  }
  return { found: sortFindings(found), notChecked };
}

type Note = (rule: FindingRule, rows: Bitset, about: Omit<Finding, 'id' | 'rule' | 'rows'>) => void;

/** What contradicts the definitions: all of it follows from the licenses of a user alone. */
function findInDefinitions(
  { index, graph }: RuleFacts,
  held: readonly string[],
  note: Note,
  notChecked: Map<FindingRule, NotChecked>,
): void {
  if (!graph) {
    for (const rule of ['missingPrerequisite', 'redundant', 'withoutDefinition'] as const) {
      notChecked.set(rule, 'noDefinitions');
    }
    return;
  }
  for (const licenseId of held) {
    const holders = index.holders(licenseId);
    if (!graph.has(licenseId)) note('withoutDefinition', holders.clone(), { licenseId });
    for (const needed of graph.prerequisitesOf(licenseId)) {
      const lacking = holders.clone().subtract(coveredRows(needed, index, graph));
      note('missingPrerequisite', lacking, { licenseId, other: needed });
    }
    for (const whole of graph.comprisedIn(licenseId)) {
      // Of two that comprise each other neither is the lesser one.
      if (graph.comprisesOf(licenseId).has(whole)) continue;
      const both = holders.clone().intersect(index.holders(whole));
      note('redundant', both, { licenseId, other: whole });
    }
  }
}

function findByPerson(
  { index, people, isComplete, absentDays, now }: RuleFacts,
  holders: Bitset,
  note: Note,
  notChecked: Map<FindingRule, NotChecked>,
): void {
  const deleted = people.inState('deleted');
  const inactive = people.inState('inactive');
  const working = holders.clone().intersect(index.usersRead).subtract(deleted).subtract(inactive);
  note('deletedHolder', deleted.intersect(holders), {});
  note('inactiveHolder', inactive.intersect(holders), {});

  note('longAbsent', people.signedInBefore(now - absentDays * DAY_MS).intersect(working), {});
  if (!people.tellsLastLogin) {
    notChecked.set('longAbsent', 'noLastLogin').set('neverSignedIn', 'noLastLogin');
  } else if (isComplete.people) {
    note('neverSignedIn', working.subtract(people.signedIn), {});
  } else {
    notChecked.set('neverSignedIn', 'incomplete');
  }

  if (isComplete.people) note('unknownHolder', holders.clone().subtract(index.usersRead), {});
  else notChecked.set('unknownHolder', 'incomplete');
}

/** Who has what a license gives: by itself, or by one that comprises it. */
export function coveredRows(licenseId: string, index: RuleTable, graph: DefinitionGraph): Bitset {
  const rows = index.holders(licenseId).clone();
  for (const whole of graph.comprisedIn(licenseId)) rows.unite(index.holders(whole));
  return rows;
}

export function findingId({ rule, licenseId, other, peers }: Omit<Finding, 'id' | 'rows'>): string {
  return [rule, licenseId, other, peers?.department]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/');
}

/** In the order of the rules, those of many users first. */
export function sortFindings(found: readonly Finding[]): Finding[] {
  // Counting takes longer than comparing: each is counted once.
  return found
    .map((finding) => ({
      finding,
      rule: FINDING_RULES.indexOf(finding.rule),
      users: finding.rows.count,
    }))
    .sort((a, b) => a.rule - b.rule || b.users - a.users)
    .map(({ finding }) => finding);
}
