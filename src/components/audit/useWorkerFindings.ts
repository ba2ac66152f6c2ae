import { useEffect, useState } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { DefinitionGraph } from '@/model/definitions';
import type { Findings } from '@/model/findings';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { findInWorker } from '@/workers/audit';

/** What a worker found, and in what: the rows mean users of that index only. */
export interface WorkerFindings {
  readonly index: OrganizationIndex;
  readonly graph: DefinitionGraph | undefined;
  readonly findings: Findings;
}

interface Question {
  readonly isAsked: boolean;
  readonly graph: DefinitionGraph | undefined;
  readonly absentDays: number;
  /** Epoch milliseconds: absences are counted up to then. */
  readonly now: number;
}

/**
 * What a worker finds wrong in the organization, asked again whenever that changes. The last answer stays until the next
 * one comes, also where it is of another index; undefined before the first.
 * @throws what went wrong in the worker, for the page's boundary to tell
 */
export function useWorkerFindings(question: Question): WorkerFindings | undefined {
  const { isAsked, graph, absentDays, now } = question;
  const organization = useOrganization();
  const { index, version } = organization;
  const people = peopleComplete(organization);
  const assignments = assignmentsComplete(organization);
  const [outcome, setOutcome] = useState<WorkerFindings | { readonly error: unknown }>();

  useEffect(() => {
    // The index changes in place: the version says when it did.
    if (!isAsked || version < 0) return undefined;
    let isAwaited = true;
    const isComplete = { people, assignments };
    findInWorker({ index, graph, isComplete, absentDays, now }).then(
      (findings) => isAwaited && setOutcome({ index, graph, findings }),
      (error: unknown) => isAwaited && setOutcome({ error }),
    );
    return () => {
      isAwaited = false;
    };
  }, [isAsked, index, version, graph, people, assignments, absentDays, now]);

  if (outcome && 'error' in outcome) throw outcome.error;
  return outcome;
}
