import { useMemo, useState } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { DefinitionGraph } from '@/model/definitions';
import { type Findings, findFindings } from '@/model/findings';
import { useOrganization } from '@/organization/OrganizationProvider';

/** What looks wrong now. Undefined during the first reading: half of it would only mislead. */
export function useFindings(
  graph: DefinitionGraph | undefined,
  absentDays: number,
): Findings | undefined {
  const organization = useOrganization();
  const { index, version, status, loadedAt } = organization;
  const [openedAt] = useState(Date.now);
  const now = loadedAt ?? openedAt;
  const people = peopleComplete(organization);
  const assignments = assignmentsComplete(organization);
  const isReadable = loadedAt !== undefined || status === 'partial' || status === 'failed';
  return useMemo(() => {
    // The index changes in place: the version says when it did.
    if (!isReadable || version < 0) return undefined;
    return findFindings({ index, graph, isComplete: { people, assignments }, absentDays, now });
  }, [index, version, graph, people, assignments, absentDays, now, isReadable]);
}
