import { type HolderCount, holderCountOf } from '@/components/license/holderCount';
import type { Sort } from '@/components/table/types';
import type { DefinitionGraph } from '@/model/definitions';
import { byName, foldText } from '@/model/text';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

export interface LicenseRow {
  readonly id: string;
  readonly title: string;
  /** Undefined while the definitions are not known. */
  readonly hasDefinition: boolean | undefined;
  readonly permissions: ReadonlySet<string>;
  readonly prerequisites: readonly string[];
  readonly parts: readonly string[];
  readonly holders: HolderCount;
}

/** Every license that is defined or held. */
export function licenseRows(
  graph: DefinitionGraph | undefined,
  snapshot: OrganizationSnapshot,
): LicenseRow[] {
  const { index } = snapshot;
  const held = index.licenseIds.filter((id) => !index.holders(id).isEmpty);
  const ids = new Set([...(graph?.ids ?? []), ...held]);
  return [...ids].map((id) => ({
    id,
    title: graph?.title(id) ?? id,
    hasDefinition: graph?.has(id),
    permissions: graph?.permissionsOf(id) ?? new Set(),
    prerequisites: graph?.prerequisitesOf(id) ?? [],
    parts: graph?.partsOf(id) ?? [],
    holders: holderCountOf(id, snapshot),
  }));
}

/** A row that a search found; `permissions` are those that matched where the name and the id did not. */
export interface FoundLicense extends LicenseRow {
  readonly matchedPermissions: readonly string[];
}

/** Finds licenses by every word of the text, in their name or id, or by a permission that they give. */
export function findLicenses(rows: readonly LicenseRow[], text: string): FoundLicense[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  return rows.flatMap((row) => {
    const called = foldText(`${row.title} ${row.id}`);
    if (words.every((word) => called.includes(word))) return [{ ...row, matchedPermissions: [] }];
    const matchedPermissions = [...row.permissions].filter((permission) => {
      const folded = foldText(permission);
      return words.every((word) => folded.includes(word));
    });
    return matchedPermissions.length > 0 ? [{ ...row, matchedPermissions }] : [];
  });
}

export const compareLicenses: Readonly<
  Record<'name' | 'holders' | 'permissions', (a: LicenseRow, b: LicenseRow) => number>
> = {
  name: byTitle,
  holders: (a, b) => a.holders.count - b.holders.count || byTitle(b, a),
  permissions: (a, b) => a.permissions.size - b.permissions.size || byTitle(b, a),
};

function byTitle(a: LicenseRow, b: LicenseRow): number {
  return byName.compare(a.title, b.title) || byName.compare(a.id, b.id);
}

/** `holders` or `-holders`, as it stands in the URL. */
export function parseSort(text: string | null): Sort {
  const columnId = text?.replace(/^-/, '') ?? '';
  if (!Object.hasOwn(compareLicenses, columnId)) return { columnId: 'name', descending: false };
  return { columnId, descending: text?.startsWith('-') ?? false };
}

export function formatSort({ columnId, descending }: Sort): string {
  return descending ? `-${columnId}` : columnId;
}
