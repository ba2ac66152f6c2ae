import { useEffect, useState } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import type { DefinitionGraph } from '@/model/definitions';
import type { Findings } from '@/model/findings';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { findInWorker } from '@/workers/audit';

/** What a worker found, and in what: the rows mean users of that index only. */
type Outcome =
  | {
      readonly index: OrganizationIndex;
      readonly graph: DefinitionGraph | undefined;
      readonly findings: Findings;
    }
  | { readonly error: unknown };

/**
 * What looks wrong now. Undefined during the first reading: half of it would only mislead. What was found before stays
 * until the worker has found anew.
 * @throws what went wrong in the worker, for the page's boundary to tell
 */
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
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    // The index changes in place: the version says when it did.
    if (!isReadable || version < 0) return undefined;
    let isAwaited = true;
    const isComplete = { people, assignments };
    findInWorker({ index, graph, isComplete, absentDays, now }).then(
      (findings) => isAwaited && setOutcome({ index, graph, findings }),
      (error: unknown) => isAwaited && setOutcome({ error }),
    );
    return () => {
      isAwaited = false;
    };
  }, [index, version, graph, people, assignments, absentDays, now, isReadable]);

  if (!outcome) return undefined;
  if ('error' in outcome) throw outcome.error;
  const isOfThis = outcome.index === index && outcome.graph === graph;
  return isReadable && isOfThis ? outcome.findings : undefined;
}
