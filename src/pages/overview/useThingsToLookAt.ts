import { useMemo } from 'react';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { useWorkerFindings } from '@/components/audit/useWorkerFindings';
import { assignmentsComplete } from '@/components/license/holderCount';
import type { DefinitionGraph } from '@/model/definitions';
import { DEFAULT_ABSENT_DAYS } from '@/model/findings';
import { withoutMuted } from '@/model/findingsMutes';
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
  const { index, loadedAt } = organization;
  const { mutes } = useMutes(useOwner()?.key);
  const answer = useWorkerFindings({
    isAsked: true,
    graph,
    absentDays: DEFAULT_ABSENT_DAYS,
    // Before everything is read nobody is absent.
    now: loadedAt ?? 0,
  });
  const ofThis = answer?.question.index === index ? answer : undefined;
  const found = ofThis?.findings.found;
  const unheld = assignmentsComplete(organization) ? withoutLicense : 0;
  const lookAt = useMemo(
    // All at once: what is known before would be pushed down by what is found.
    () => (found ? thingsToLookAt(withoutMuted(found, mutes, index), index, unheld) : []),
    [found, mutes, index, unheld],
  );
  const isOfAll = ofThis?.question.isComplete.people && ofThis.question.isComplete.assignments;
  return { lookAt, isLookedThrough: ofThis?.question.graph === graph && isOfAll === true };
}
