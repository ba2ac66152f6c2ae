import { useEffect, useMemo, useState } from 'react';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { DEFAULT_ABSENT_DAYS, type Finding } from '@/model/findings';
import { withoutMuted } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { findInWorker } from '@/workers/audit';

/** What was found, and in what: rows mean users of that index only. */
interface Outcome {
  readonly index: OrganizationIndex;
  readonly found: readonly Finding[];
}

/**
 * What looks wrong by the rules of the audit, without what is muted there. Undefined until somebody asks, and until the
 * organization is read and looked through.
 */
export function useFindings(isAsked: boolean): readonly Finding[] | undefined {
  const organization = useOrganization();
  const { index, version, loadedAt } = organization;
  const { data: graph } = useDefinitionGraph();
  const { mutes } = useMutes(useOwner()?.key);
  const people = peopleComplete(organization);
  const assignments = assignmentsComplete(organization);
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    // The index changes in place: the version says when it did.
    if (!isAsked || loadedAt === undefined || version < 0) return undefined;
    let isAwaited = true;
    const facts = { isComplete: { people, assignments }, absentDays: DEFAULT_ABSENT_DAYS };
    findInWorker({ ...facts, index, graph, now: loadedAt }).then(
      ({ found }) => isAwaited && setOutcome({ index, found }),
      (reason: unknown) => isAwaited && setError(reason),
    );
    return () => {
      isAwaited = false;
    };
  }, [isAsked, index, version, graph, people, assignments, loadedAt]);

  if (error !== undefined) throw error;
  const found = outcome?.index === index ? outcome.found : undefined;
  return useMemo(() => found && withoutMuted(found, mutes, index), [found, mutes, index]);
}
