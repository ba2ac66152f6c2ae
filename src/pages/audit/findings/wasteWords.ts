import { msg, plural } from '@lingui/core/macro';
import type { Costs } from '@/model/costs';
import { wasteOf } from '@/model/costWaste';
import { AUDIT_RULES, type AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { moneyText } from '../cost/costWords';
import type { Words } from '../export/words';
import { RULE_WORDS } from './ruleWords';

/** What the findings of a rule cost a month; undefined where that is not known, or nothing that they tell. */
export function wasteText(
  findings: readonly AuditFinding[],
  index: OrganizationIndex,
  costs: Costs,
  words: Words,
): string | undefined {
  const waste = wasteOf(findings, index, costs.terms);
  if (!waste) return undefined;
  const { unpriced } = waste;
  const money = moneyText(waste.monthly, costs.currency, words);
  return unpriced === 0
    ? words(msg`Costs ${money} a month.`)
    : words(
        msg`Costs at least ${money} a month. Without a price: ${plural(unpriced, { one: '# license', other: '# licenses' })}.`,
      );
}

/**
 * For the head of an export, a line for each rule that costs something. A rule counts each user and license once, which
 * a column that a spreadsheet adds up would not.
 */
export function wasteByRule(
  found: readonly AuditFinding[],
  index: OrganizationIndex,
  costs: Costs | undefined,
  words: Words,
): [name: string, value: string][] {
  if (!costs) return [];
  return AUDIT_RULES.flatMap((rule): [string, string][] => {
    const ofRule = found.filter((finding) => finding.rule === rule);
    const text = wasteText(ofRule, index, costs, words);
    if (text === undefined) return [];
    const title = words(RULE_WORDS[rule].title);
    return [[words(msg`${title}, without what is muted`), text]];
  });
}
