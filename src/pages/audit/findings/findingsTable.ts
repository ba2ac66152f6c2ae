import { msg } from '@lingui/core/macro';
import { costOf } from '@/model/costOutliers';
import { type Costs, NO_COSTS, unitsOf } from '@/model/costs';
import { type AuditFindings, pricesOf } from '@/model/findingsCost';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';
import { findingTitle, RULE_WORDS } from './ruleWords';

const HEADER = [
  msg`Rule`,
  msg`Finding`,
  msg`License`,
  msg`Other license`,
  msg`User ID`,
  msg`User`,
  msg`Email`,
  msg`Department`,
  msg`State`,
  msg`Muted because`,
  msg`Priced licenses of the user a month`,
  msg`Currency`,
];

/** One row a finding and user, what is muted included, with the reason for it; costs where prices are given. */
export function findingsTable(
  { found }: AuditFindings,
  mutes: readonly Mute[],
  index: OrganizationIndex,
  costs: Costs | undefined,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  const reasons = new Map(
    mutes.map(({ rule, userId = '', reason }) => [`${rule} ${userId}`, reason]),
  );
  const { terms, currency } = costs ?? NO_COSTS;
  const hasPrices = pricesOf(terms).size > 0;
  const rows = found.flatMap((finding) => {
    const { rule, licenseId, other } = finding;
    const ruleTitle = words(RULE_WORDS[rule].title);
    const title = findingTitle(finding, words);
    return Array.from(finding.rows.toRows(), (row) => {
      const userId = index.userId(row);
      const user = index.user(row);
      return [
        ruleTitle,
        title,
        licenseId,
        other,
        userId,
        displayName(user, userId),
        user?.email,
        user?.department,
        user?.state,
        reasons.get(`${rule} `) ?? reasons.get(`${rule} ${userId}`),
        hasPrices ? unitsOf(costOf(index.licensesOf(row) ?? [], terms)) : undefined,
        hasPrices ? currency : undefined,
      ];
    });
  });
  return { header: HEADER.map(words), rows };
}
