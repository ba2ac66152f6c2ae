import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { Bitset } from '@/model/bitset';
import type { DefinitionGraph } from '@/model/definitions';
import {
  DEFAULT_ABSENT_DAYS,
  type Finding,
  type FindingRule,
  findFindings,
} from '@/model/findings';
import { type Mute, withoutMuted } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

/** Something that an administrator may want to look at now. */
export type LookAt =
  | {
      readonly id: 'inactiveHolders' | 'deletedHolders' | 'withoutLicense' | 'otherFindings';
      readonly count: number;
    }
  /** What no filter of the matrix finds is named one by one. */
  | { readonly id: 'unknownHolders'; readonly count: number; readonly userIds: readonly string[] }
  | {
      readonly id: 'withoutDefinition';
      readonly count: number;
      readonly licenseIds: readonly string[];
    };

export interface Glance {
  /** Users by the service's word for their state; `undefined` stands for users without one. */
  readonly usersByState: ReadonlyMap<string | undefined, number>;
  readonly knownUsers: number;
  readonly heldLicenses: readonly string[];
  readonly assignments: number;
  readonly lookAt: readonly LookAt[];
}

/** What the audit finds that is told here by name; all the rest is a number that leads there. */
const NAMED_RULES: ReadonlySet<FindingRule> = new Set([
  'inactiveHolder',
  'deletedHolder',
  'unknownHolder',
  'withoutDefinition',
]);

/** The organization in a few numbers, of what is read so far. */
export function glanceAt(
  snapshot: OrganizationSnapshot,
  graph: DefinitionGraph | undefined,
  mutes: readonly Mute[],
): Glance {
  const { index } = snapshot;
  const heldLicenses = index.licenseIds.filter((id) => !index.holders(id).isEmpty);
  const holders = new Bitset();
  let assignments = 0;
  for (const id of heldLicenses) {
    holders.unite(index.holders(id));
    assignments += index.holders(id).count;
  }
  const rowsByState = groupByState(index);

  const found = unmutedFindings(snapshot, graph, mutes);
  const ofRule = (rule: FindingRule) => found.filter((finding) => finding.rule === rule);
  const countOf = (rule: FindingRule) => ofRule(rule)[0]?.rows.count ?? 0;

  const unknownRows = ofRule('unknownHolder')[0]?.rows.toRows() ?? [];
  const unknownIds = Array.from(unknownRows, (row) => index.userId(row));
  const undefinedIds = ofRule('withoutDefinition').flatMap(({ licenseId }) => licenseId ?? []);
  const lookAt: LookAt[] = [
    { id: 'inactiveHolders', count: countOf('inactiveHolder') },
    { id: 'deletedHolders', count: countOf('deletedHolder') },
    { id: 'unknownHolders', count: unknownIds.length, userIds: unknownIds },
    { id: 'withoutDefinition', count: undefinedIds.length, licenseIds: undefinedIds },
  ];
  if (assignmentsComplete(snapshot)) {
    const active = rowsByState.get('active') ?? new Bitset();
    lookAt.push({ id: 'withoutLicense', count: active.count - active.countIn(holders) });
  }
  const others = found.filter(({ rule }) => !NAMED_RULES.has(rule));
  lookAt.push({ id: 'otherFindings', count: others.length });
  return {
    usersByState: new Map([...rowsByState].map(([state, rows]) => [state, rows.count])),
    knownUsers: index.usersRead.count,
    heldLicenses,
    assignments,
    lookAt: lookAt.filter(({ count }) => count > 0),
  };
}

function unmutedFindings(
  snapshot: OrganizationSnapshot,
  graph: DefinitionGraph | undefined,
  mutes: readonly Mute[],
): readonly Finding[] {
  const { index, loadedAt } = snapshot;
  const { found } = findFindings({
    index,
    graph,
    isComplete: { people: peopleComplete(snapshot), assignments: assignmentsComplete(snapshot) },
    absentDays: DEFAULT_ABSENT_DAYS,
    // Before everything is read nobody is absent.
    now: loadedAt ?? 0,
  });
  return withoutMuted(found, mutes, index);
}

function groupByState(index: OrganizationIndex): Map<string | undefined, Bitset> {
  const groups = new Map<string | undefined, Bitset>();
  for (let row = 0; row < index.size; row++) {
    const user = index.user(row);
    if (!user) continue;
    let group = groups.get(user.state);
    if (!group) {
      group = new Bitset();
      groups.set(user.state, group);
    }
    group.add(row);
  }
  return groups;
}
