import type { LicenseDefinition } from '@/api/schema';
import type { Bitset } from '@/model/bitset';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { byName } from '@/model/text';
import type { MatrixTexts } from './matrixTexts';

/** A license as a column of the matrix. */
export interface LicenseColumn {
  readonly licenseId: string;
  /** The description where there is one. */
  readonly label: string;
  /** False: the service has no definition of it. Undefined: the definitions were not read. */
  readonly isDefined: boolean | undefined;
  readonly holders: Bitset;
  /** What a cell says to those who do not see it. */
  readonly holds: string;
  readonly lacks: string;
}

/** A column for each license that is defined or held, by id; those without a definition come last. */
export function licenseColumns(
  { index }: { readonly index: OrganizationIndex },
  definitions: readonly LicenseDefinition[] | undefined,
  texts: Pick<MatrixTexts, 'holds' | 'lacks'>,
): LicenseColumn[] {
  const defined = new Map<string, LicenseDefinition>();
  for (const definition of definitions ?? []) {
    if (definition.id !== undefined) defined.set(definition.id, definition);
  }
  const licenseIds = [...new Set([...defined.keys(), ...index.licenseIds])];
  licenseIds.sort(
    (a, b) => Number(defined.has(b)) - Number(defined.has(a)) || byName.compare(a, b),
  );
  return licenseIds.map((licenseId) => ({
    licenseId,
    label: defined.get(licenseId)?.description?.trim() || licenseId,
    isDefined: definitions && defined.has(licenseId),
    holders: index.holders(licenseId),
    holds: texts.holds(licenseId),
    lacks: texts.lacks(licenseId),
  }));
}
