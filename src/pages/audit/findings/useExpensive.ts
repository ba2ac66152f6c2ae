import { useEffect, useMemo, useState } from 'react';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { useCosts } from '@/costs/useCosts';
import type { CostOutliers } from '@/model/costOutliers';
import { NO_COSTS } from '@/model/costs';
import type { Findings } from '@/model/findings';
import { type AuditFindings, pricesOf, withExpensive } from '@/model/findingsCost';
import { useOrganization } from '@/organization/OrganizationProvider';
import { outliersInWorker } from '@/workers/audit';

/** What prices say, and of what: the rows mean users of that index only. */
interface ByPrices {
  readonly reading: Findings;
  readonly prices: ReadonlyMap<string, number>;
  readonly outliers?: readonly CostOutliers[];
  readonly error?: unknown;
}

/**
 * Adds what prices say to the other findings, which do not wait for it. `reading` is what was found without asking for
 * roles or prices: it is found anew whenever the organization is.
 * @throws what went wrong in the worker, for the page's boundary to tell
 */
export function useExpensive(
  findings: Findings | undefined,
  reading: Findings | undefined,
  owner: string | undefined,
) {
  const organization = useOrganization();
  const { index } = organization;
  const isComplete = peopleComplete(organization) && assignmentsComplete(organization);
  const { data: costs, isLoading } = useCosts(owner).kept;
  const prices = useMemo(() => pricesOf((costs ?? NO_COSTS).terms), [costs]);
  const isAsked = isComplete && prices.size > 0;
  const [byPrices, setByPrices] = useState<ByPrices>();
  useEffect(() => {
    if (!reading || !isAsked) return undefined;
    let isAwaited = true;
    outliersInWorker(index, prices).then(
      (outliers) => isAwaited && setByPrices({ reading, prices, outliers }),
      (error: unknown) => isAwaited && setByPrices({ reading, prices, error }),
    );
    return () => {
      isAwaited = false;
    };
  }, [reading, isAsked, index, prices]);

  if (byPrices?.error !== undefined) throw byPrices.error;
  const isOfThis = byPrices?.reading === reading && byPrices?.prices === prices;
  const outliers = isOfThis ? byPrices?.outliers : undefined;
  const joined = useMemo((): AuditFindings | undefined => {
    if (!findings) return undefined;
    if (prices.size === 0) return isLoading ? findings : withExpensive(findings, 'noPrices');
    if (!isComplete) return withExpensive(findings, 'incomplete');
    return outliers ? withExpensive(findings, outliers) : findings;
  }, [findings, prices, isLoading, isComplete, outliers]);
  return {
    findings: joined,
    /** False while prices may still add to the findings. */
    isSettled: joined !== undefined && (isAsked ? outliers !== undefined : !isLoading),
    costs,
  };
}
