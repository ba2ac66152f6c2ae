import { costOf } from '@/model/costOutliers';
import { type Costs, NO_COSTS, unitsOf } from '@/model/costs';
import { type AuditFindings, pricesOf } from '@/model/findingsCost';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import { findingTitle, RULE_WORDS } from './ruleWords';

const HEADER = [
  'Rule',
  'Finding',
  'License',
  'Other license',
  'User ID',
  'User',
  'Email',
  'Department',
  'State',
  'Muted because',
  'Priced licenses of the user a month',
  'Currency',
];

/** One row a finding and user, what is muted included, with the reason for it; costs where prices are given. */
export function findingsTable(
  { found }: AuditFindings,
  mutes: readonly Mute[],
  index: OrganizationIndex,
  costs: Costs = NO_COSTS,
): Pick<ExportTable, 'header' | 'rows'> {
  const reasons = new Map(
    mutes.map(({ rule, userId = '', reason }) => [`${rule} ${userId}`, reason]),
  );
  const hasPrices = pricesOf(costs.terms).size > 0;
  const rows = found.flatMap((finding) => {
    const { rule, licenseId, other } = finding;
    const title = findingTitle(finding);
    return Array.from(finding.rows.toRows(), (row) => {
      const userId = index.userId(row);
      const user = index.user(row);
      return [
        RULE_WORDS[rule].title,
        title,
        licenseId,
        other,
        userId,
        displayName(user, userId),
        user?.email,
        user?.department,
        user?.state,
        reasons.get(`${rule} `) ?? reasons.get(`${rule} ${userId}`),
        hasPrices ? unitsOf(costOf(index.licensesOf(row) ?? [], costs.terms)) : undefined,
        hasPrices ? costs.currency : undefined,
      ];
    });
  });
  return { header: HEADER, rows };
}
