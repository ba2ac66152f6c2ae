import { useMemo } from 'react';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { useWorkerFindings } from '@/components/audit/useWorkerFindings';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { DEFAULT_ABSENT_DAYS, type Finding } from '@/model/findings';
import { withoutMuted } from '@/model/findingsMutes';
import { useOrganization } from '@/organization/OrganizationProvider';

/**
 * What looks wrong by the rules of the audit, without what is muted there. Undefined until somebody asks, and until the
 * organization is read and looked through.
 */
export function useFindings(isAsked: boolean): readonly Finding[] | undefined {
  const { index, loadedAt } = useOrganization();
  const { data: graph } = useDefinitionGraph();
  const { mutes } = useMutes(useOwner()?.key);
  const answer = useWorkerFindings({
    isAsked: isAsked && loadedAt !== undefined,
    graph,
    absentDays: DEFAULT_ABSENT_DAYS,
    now: loadedAt ?? 0,
  });
  const found = answer?.question.index === index ? answer.findings.found : undefined;
  return useMemo(() => found && withoutMuted(found, mutes, index), [found, mutes, index]);
}
