import type { DefinitionGraph } from '@/model/definitions';

export interface Part {
  readonly id: string;
  readonly parts: readonly Part[];
  /** The same license was spelled out further up: its parts are not repeated, and a cycle ends here. */
  readonly isRepeated: boolean;
}

/** What a license comprises, as a tree in which each license is spelled out once. */
export function partsTree(licenseId: string, graph: DefinitionGraph): Part[] {
  const spelledOut = new Set([licenseId]);
  const partsOf = (id: string): Part[] =>
    graph.partsOf(id).map((part) => {
      const isRepeated = spelledOut.has(part);
      spelledOut.add(part);
      return { id: part, parts: isRepeated ? [] : partsOf(part), isRepeated };
    });
  return partsOf(licenseId);
}
