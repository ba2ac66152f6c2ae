import { plural } from '@/components/text/plural';
import type { Costs } from '@/model/costs';
import { wasteOf } from '@/model/costWaste';
import { AUDIT_RULES, type AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { moneyText } from '../cost/costWords';
import { RULE_WORDS } from './ruleWords';

/** What the findings of a rule cost a month; undefined where that is not known, or nothing that they tell. */
export function wasteText(
  findings: readonly AuditFinding[],
  index: OrganizationIndex,
  costs: Costs,
): string | undefined {
  const waste = wasteOf(findings, index, costs.terms);
  if (!waste) return undefined;
  const money = moneyText(waste.monthly, costs.currency);
  return waste.unpriced === 0
    ? `Costs ${money} a month.`
    : `Costs at least ${money} a month. Without a price: ${plural(waste.unpriced, 'license')}.`;
}

/**
 * For the head of an export, a line for each rule that costs something. A rule counts each user and license once, which
 * a column that a spreadsheet adds up would not.
 */
export function wasteByRule(
  found: readonly AuditFinding[],
  index: OrganizationIndex,
  costs: Costs | undefined,
): [name: string, value: string][] {
  if (!costs) return [];
  return AUDIT_RULES.flatMap((rule): [string, string][] => {
    const ofRule = found.filter((finding) => finding.rule === rule);
    const text = wasteText(ofRule, index, costs);
    return text === undefined ? [] : [[`${RULE_WORDS[rule].title}, without what is muted`, text]];
  });
}
