import { useMemo } from 'react';
import { useUnmutedFindings } from '@/components/audit/useUnmutedFindings';
import { assignmentsComplete } from '@/components/license/holderCount';
import type { DefinitionGraph } from '@/model/definitions';
import { useOrganization } from '@/organization/OrganizationProvider';
import { type LookAt, thingsToLookAt } from './lookAt';

interface ThingsFound {
  readonly lookAt: readonly LookAt[];
  /** Whether that is of everything, and by these definitions; before, it is of what was read and looked through so far. */
  readonly isLookedThrough: boolean;
}

/**
 * What is worth a look in what is read so far, found in the worker of the audit.
 * @throws what went wrong in the worker, for a boundary to tell
 */
export function useThingsToLookAt(
  graph: DefinitionGraph | undefined,
  withoutLicense: number,
): ThingsFound {
  const organization = useOrganization();
  const { index } = organization;
  const { found, question } = useUnmutedFindings(true, graph) ?? {};
  const unheld = assignmentsComplete(organization) ? withoutLicense : 0;
  const lookAt = useMemo(
    // All at once: what is known before would be pushed down by what is found.
    () => (found ? thingsToLookAt(found, index, unheld) : []),
    [found, index, unheld],
  );
  const isOfAll = question?.isComplete.people && question.isComplete.assignments;
  return { lookAt, isLookedThrough: question?.graph === graph && isOfAll === true };
}
