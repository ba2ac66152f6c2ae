import type { LicenseDefinition } from '@/api/schema';
import { type DefinitionGraph, redundantIn } from '@/model/definitions';

/** Whether there is a definition of a license; `unknown` where the definitions could not be read. */
export type DefinitionState = 'known' | 'none' | 'loading' | 'unknown';

/** Whether the roles of a user imply a license; `unknown` where the service does not say. */
export type Implication = 'implied' | 'notImplied' | 'loading' | 'unknown';

export type PrerequisiteState =
  | { readonly id: string; readonly state: 'held' | 'missing' }
  /** Not held by itself, but comprised in licenses that are. */
  | { readonly id: string; readonly state: 'comprised'; readonly heldWholes: readonly string[] };

export interface UserLicenseRow {
  readonly id: string;
  readonly definition: DefinitionState;
  readonly permissionCount: number;
  /** Permissions that the user would lose with this license, as no other held one gives them. */
  readonly onlyHere: number;
  readonly prerequisites: readonly PrerequisiteState[];
  /** Held licenses that comprise this one. */
  readonly redundantIn: readonly string[];
  readonly implication: Implication;
}

/** `missing` says what it means that the graph lacks a definition. */
export function userLicenseRows(
  held: readonly string[],
  graph: DefinitionGraph,
  permissions: ReadonlyMap<string, readonly string[]>,
  missing: Exclude<DefinitionState, 'known'>,
  implicationOf: (licenseId: string) => Implication,
): UserLicenseRow[] {
  return held.map((id) => {
    const given = [...graph.permissionsOf(id)];
    return {
      id,
      definition: graph.has(id) ? 'known' : missing,
      permissionCount: given.length,
      onlyHere: given.filter((permission) => permissions.get(permission)?.length === 1).length,
      prerequisites: graph
        .prerequisitesOf(id)
        .map((prerequisite) => prerequisiteState(prerequisite, held, graph)),
      redundantIn: redundantIn(id, held, graph),
      implication: implicationOf(id),
    };
  });
}

function prerequisiteState(
  id: string,
  held: readonly string[],
  graph: DefinitionGraph,
): PrerequisiteState {
  if (held.includes(id)) return { id, state: 'held' };
  const heldWholes = redundantIn(id, held, graph);
  return heldWholes.length > 0 ? { id, state: 'comprised', heldWholes } : { id, state: 'missing' };
}

/** The ids of the licenses in an answer, each once. A license without an id cannot be named and is counted apart. */
export function heldIds(licenses: readonly LicenseDefinition[]): {
  ids: string[];
  unnamed: number;
} {
  const ids = licenses.flatMap((license) => license.id ?? []);
  return { ids: [...new Set(ids)], unnamed: licenses.length - ids.length };
}
