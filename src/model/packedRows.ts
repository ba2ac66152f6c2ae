import { Bitset } from './bitset';
import type { OrganizationIndex } from './organizationIndex';

/** The rows of a license, or of another name, as the words of their bitset: a form that a worker can be sent. */
export type PackedRows = readonly [name: string, words: Uint32Array];

/** Who holds each license. The words are those of the index: they are to be copied, not to be changed. */
export function packHolders(
  index: Pick<OrganizationIndex, 'licenseIds' | 'holders'>,
): PackedRows[] {
  return index.licenseIds.map((licenseId) => [licenseId, index.holders(licenseId).words]);
}

export function unpackRows(packed: readonly PackedRows[]): Map<string, Bitset> {
  return new Map(packed.map(([name, words]) => [name, Bitset.ofWords(words)]));
}
