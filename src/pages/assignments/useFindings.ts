import { useUnmutedFindings } from '@/components/audit/useUnmutedFindings';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import type { Finding } from '@/model/findings';
import { useOrganization } from '@/organization/OrganizationProvider';

/** What can be filtered by. Undefined until somebody asks, and until the organization is read and looked through. */
export function useFindings(isAsked: boolean): readonly Finding[] | undefined {
  const { loadedAt } = useOrganization();
  const { data: graph } = useDefinitionGraph();
  return useUnmutedFindings(isAsked && loadedAt !== undefined, graph)?.found;
}
