import { useState } from 'react';
import { useWorkerFindings } from '@/components/audit/useWorkerFindings';
import type { DefinitionGraph } from '@/model/definitions';
import type { Findings } from '@/model/findings';
import { useOrganization } from '@/organization/OrganizationProvider';

/**
 * What looks wrong now. Undefined during the first reading: half of it would only mislead. What was found before stays
 * until the worker has found anew.
 * @throws what went wrong in the worker, for the page's boundary to tell
 */
export function useFindings(
  graph: DefinitionGraph | undefined,
  absentDays: number,
): Findings | undefined {
  const { index, status, loadedAt } = useOrganization();
  const [openedAt] = useState(Date.now);
  const isReadable = loadedAt !== undefined || status === 'partial' || status === 'failed';
  const now = loadedAt ?? openedAt;
  const found = useWorkerFindings({ isAsked: isReadable, graph, absentDays, now });
  const isOfThis = found?.question.index === index && found.question.graph === graph;
  return isReadable && isOfThis ? found.findings : undefined;
}
