import { Bitset } from '@/model/bitset';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { foldText } from '@/model/text';

/** Every permission that some license gives, in alphabetical order. */
export function allPermissions(graph: DefinitionGraph, held: readonly string[]): string[] {
  const permissions = new Set<string>();
  for (const licenseId of new Set([...graph.ids, ...held])) {
    for (const permission of graph.permissionsOf(licenseId)) permissions.add(permission);
  }
  return [...permissions].sort();
}

/** The permissions in whose name all the words occur. */
export function findPermissions(permissions: readonly string[], text: string): readonly string[] {
  const words = foldText(text).split(/\s+/u).filter(Boolean);
  return permissions.filter((permission) =>
    words.every((word) => foldText(permission).includes(word)),
  );
}

export interface Giver {
  readonly licenseId: string;
  /** The licenses within it that bring the permission; empty where it gives it by itself. */
  readonly through: readonly string[];
  readonly holders: number;
}

/** The licenses that give a permission, by themselves or by what they comprise. */
export function giversOf(
  permission: string,
  graph: DefinitionGraph,
  index: OrganizationIndex,
): Giver[] {
  return [...new Set([...graph.ids, ...index.licenseIds])]
    .filter((licenseId) => graph.permissionsOf(licenseId).has(permission))
    .map((licenseId) => {
      const own = graph.definition(licenseId)?.permissions?.ids ?? [];
      const through = own.includes(permission)
        ? []
        : [...graph.comprisesOf(licenseId)].filter((part) =>
            graph.definition(part)?.permissions?.ids?.includes(permission),
          );
      return { licenseId, through, holders: index.holders(licenseId).count };
    })
    .sort((a, b) => b.holders - a.holders);
}

/** Everybody who has a permission by a license. */
export function rowsWithPermission(givers: readonly Giver[], index: OrganizationIndex): Bitset {
  return Bitset.union(givers.map(({ licenseId }) => index.holders(licenseId)));
}

/** The licenses by which the user of a row has the permission. */
export function heldGivers(
  row: number,
  givers: readonly Giver[],
  index: OrganizationIndex,
): string[] {
  return givers.flatMap(({ licenseId }) => (index.holds(row, licenseId) ? licenseId : []));
}
