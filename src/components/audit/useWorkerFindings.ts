import { useEffect, useState } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { FindingFacts } from '@/model/findings';
import { useOrganization } from '@/organization/OrganizationProvider';
import { type FindingsAnswer, FindingsAsker, type FindingsOutcome } from './FindingsAsker';

interface Question extends Pick<FindingFacts, 'graph' | 'absentDays' | 'now'> {
  readonly isAsked: boolean;
}

/**
 * What a worker finds wrong in the organization, asked again whenever that changes. The last answer stays until the next
 * one comes, also where it is of another index: its question says. Undefined before the first.
 * @throws what went wrong in the worker, for a boundary to tell
 */
export function useWorkerFindings(question: Question): FindingsAnswer | undefined {
  const { isAsked, graph, absentDays, now } = question;
  const organization = useOrganization();
  const { index, version } = organization;
  const people = peopleComplete(organization);
  const assignments = assignmentsComplete(organization);
  const [outcome, setOutcome] = useState<FindingsOutcome>();
  const [asker] = useState(() => new FindingsAsker(setOutcome));

  useEffect(() => {
    if (!isAsked) return;
    const isComplete = { people, assignments };
    asker.ask({ index, version, graph, isComplete, absentDays, now });
  }, [asker, isAsked, index, version, graph, people, assignments, absentDays, now]);
  useEffect(() => () => asker.stop(), [asker]);

  if (outcome && 'error' in outcome) throw outcome.error;
  return outcome;
}
