import { type DefinitionGraph, effectivePermissions } from './definitions';
import { isCovered } from './warnings';

/** A license that stays, and what it needs and would no longer find. */
export interface LeftWithout {
  readonly licenseId: string;
  readonly missing: readonly string[];
}

export interface TakenAway {
  /** Permission → the licenses taken away that gave it, and nothing that stays does. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
  /** Permission of a license taken away → the licenses that stay and give it as well. */
  readonly kept: ReadonlyMap<string, readonly string[]>;
  readonly leftWithout: readonly LeftWithout[];
  /** Licenses without a definition: what goes, or what stays, with them nobody can know. */
  readonly unknown: { readonly taken: readonly string[]; readonly left: readonly string[] };
}

/** What a user who holds these licenses would lose with some of them. */
export function takeAway(
  held: readonly string[],
  taken: ReadonlySet<string>,
  graph: DefinitionGraph,
): TakenAway {
  const going = held.filter((id) => taken.has(id));
  const left = held.filter((id) => !taken.has(id));
  const givenAfter = effectivePermissions(left, graph);
  const lost = new Map<string, readonly string[]>();
  const kept = new Map<string, readonly string[]>();
  for (const [permission, givenBy] of effectivePermissions(going, graph)) {
    const stillGivenBy = givenAfter.get(permission);
    if (stillGivenBy) kept.set(permission, stillGivenBy);
    else lost.set(permission, givenBy);
  }
  const withoutDefinition = (ids: readonly string[]) => ids.filter((id) => !graph.has(id));
  return {
    lost,
    kept,
    leftWithout: leftWithout(new Set(held), new Set(left), graph),
    unknown: { taken: withoutDefinition(going), left: withoutDefinition(left) },
  };
}

/** Only what breaks by this: a prerequisite that was missing before is another story. */
function leftWithout(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  graph: DefinitionGraph,
): LeftWithout[] {
  return Array.from(after).flatMap((licenseId) => {
    const missing = Array.from(graph.allPrerequisitesOf(licenseId)).filter(
      (needed) => isCovered(needed, before, graph) && !isCovered(needed, after, graph),
    );
    return missing.length > 0 ? { licenseId, missing } : [];
  });
}
