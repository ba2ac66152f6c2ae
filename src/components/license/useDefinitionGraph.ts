import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiProvider';
import { definitionsQuery } from '@/api/licenses';
import type { LicenseDefinition } from '@/api/schema';
import { DefinitionGraph } from '@/model/definitions';

const graphs = new WeakMap<readonly LicenseDefinition[], DefinitionGraph>();

/** One graph an answer, however many components ask. */
function graphOf(definitions: readonly LicenseDefinition[]): DefinitionGraph {
  const graph = graphs.get(definitions) ?? new DefinitionGraph(definitions);
  graphs.set(definitions, graph);
  return graph;
}

/** The license definitions of the organization; `data` is undefined until they arrive or when they cannot be read. */
export function useDefinitionGraph() {
  return useQuery({ ...definitionsQuery(useApi()), select: graphOf });
}
