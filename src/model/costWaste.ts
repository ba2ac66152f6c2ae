import { Bitset } from './bitset';
import type { Amount, LicenseTerms } from './costs';
import type { AuditFinding, AuditRule } from './findingsCost';
import type { RuleTable } from './ruleTable';

/** Rules by which the users need none of what they hold. */
const NEED_NOTHING: ReadonlySet<AuditRule> = new Set([
  'unknownHolder',
  'deletedHolder',
  'inactiveHolder',
  'longAbsent',
  'neverSignedIn',
]);

/** Rules by which the users do not need the license of the finding. */
const NEED_NOT_THIS: ReadonlySet<AuditRule> = new Set(['redundant', 'heldNotImplied']);

export interface Waste {
  readonly monthly: Amount;
  /** Licenses concerned that have no price: what they cost is not in the sum. */
  readonly unpriced: number;
}

/**
 * What is paid for in vain by the findings of a rule, each user and license counted once. Undefined where a rule tells of
 * no waste, or no license concerned has a price.
 */
export function wasteOf(
  findings: readonly AuditFinding[],
  index: Pick<RuleTable, 'licenseIds' | 'holders'>,
  terms: ReadonlyMap<string, LicenseTerms>,
): Waste | undefined {
  const wasted = new Map<string, Bitset>();
  const add = (licenseId: string, rows: Bitset) => {
    const held = rows.clone().intersect(index.holders(licenseId));
    if (!held.isEmpty) wasted.set(licenseId, (wasted.get(licenseId) ?? new Bitset()).unite(held));
  };
  for (const { rule, licenseId, rows } of findings) {
    if (NEED_NOTHING.has(rule)) for (const held of index.licenseIds) add(held, rows);
    else if (NEED_NOT_THIS.has(rule) && licenseId !== undefined) add(licenseId, rows);
  }
  let monthly = 0;
  let unpriced = 0;
  for (const [licenseId, rows] of wasted) {
    const price = terms.get(licenseId)?.price;
    if (price === undefined) unpriced += 1;
    else monthly += price * rows.count;
  }
  return wasted.size > unpriced ? { monthly, unpriced } : undefined;
}
