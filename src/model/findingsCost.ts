import type { CostOutliers } from './costOutliers';
import type { Amount, LicenseTerms } from './costs';
import { FINDING_RULES, type Finding, type Findings, type NotChecked } from './findings';

/** The rules of the organization alone, and after them the one that asks for prices, which are the administrator's. */
export const AUDIT_RULES = [...FINDING_RULES, 'expensive'] as const;

export type AuditRule = (typeof AUDIT_RULES)[number];

export interface AuditFinding extends Omit<Finding, 'rule'> {
  readonly rule: AuditRule;
  /** `expensive`: the department, what is usual there, and what is far above it. */
  readonly cost?: Pick<CostOutliers, 'department' | 'median' | 'limit'>;
}

export interface AuditFindings {
  readonly found: readonly AuditFinding[];
  readonly notChecked: ReadonlyMap<AuditRule, NotChecked | 'noPrices'>;
}

/** The prices alone; empty where none is given. */
export function pricesOf(terms: ReadonlyMap<string, LicenseTerms>): ReadonlyMap<string, Amount> {
  return new Map(
    [...terms].flatMap(([licenseId, { price }]): [string, Amount][] =>
      price === undefined ? [] : [[licenseId, price]],
    ),
  );
}

/** Adds what prices say to the other findings; or why they say nothing. */
export function withExpensive(
  { found, notChecked }: Findings,
  expensive: readonly CostOutliers[] | 'noPrices' | 'incomplete',
): AuditFindings {
  if (typeof expensive === 'string') {
    return {
      found,
      notChecked: new Map<AuditRule, NotChecked | 'noPrices'>(notChecked).set(
        'expensive',
        expensive,
      ),
    };
  }
  const byPrices = expensive.map(
    ({ rows, ...cost }): AuditFinding => ({
      id: `expensive/${encodeURIComponent(cost.department)}`,
      rule: 'expensive',
      cost,
      rows,
    }),
  );
  return {
    found: [...found, ...byPrices.toSorted((a, b) => b.rows.count - a.rows.count)],
    notChecked,
  };
}
