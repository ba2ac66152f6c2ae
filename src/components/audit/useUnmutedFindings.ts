import { useMemo } from 'react';
import type { DefinitionGraph } from '@/model/definitions';
import { DEFAULT_ABSENT_DAYS, type Finding } from '@/model/findings';
import { withoutMuted } from '@/model/findingsMutes';
import { useOrganization } from '@/organization/OrganizationProvider';
import type { FindingsAnswer } from './FindingsAsker';
import { useMutes } from './useMutes';
import { useOwner } from './useOwner';
import { useWorkerFindings } from './useWorkerFindings';

interface UnmutedFindings {
  readonly found: readonly Finding[];
  /** What was asked: how much of the organization was read then, and by which definitions. */
  readonly question: FindingsAnswer['question'];
}

/**
 * What looks wrong by the rules of the audit, without what is muted there. Undefined until somebody asks, and while
 * there is no answer of the organization as it is now.
 * @throws what went wrong in the worker, for a boundary to tell
 */
export function useUnmutedFindings(
  isAsked: boolean,
  graph: DefinitionGraph | undefined,
): UnmutedFindings | undefined {
  const { index, loadedAt } = useOrganization();
  const { mutes } = useMutes(useOwner()?.key);
  const answer = useWorkerFindings({
    isAsked,
    graph,
    absentDays: DEFAULT_ABSENT_DAYS,
    // Before everything is read nobody is absent.
    now: loadedAt ?? 0,
  });
  const ofThis = answer?.question.index === index ? answer : undefined;
  return useMemo(
    () =>
      ofThis && {
        found: withoutMuted(ofThis.findings.found, mutes, index),
        question: ofThis.question,
      },
    [ofThis, mutes, index],
  );
}
