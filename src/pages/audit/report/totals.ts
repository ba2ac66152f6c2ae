import { plural, t } from '@lingui/core/macro';
import { formatNumber } from '@/i18n/formats';
import { Bitset } from '@/model/bitset';
import type { AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';

export function totalsOf(index: OrganizationIndex, found: readonly AuditFinding[]) {
  const holders = new Bitset();
  let assignments = 0;
  let licenses = 0;
  for (const licenseId of index.licenseIds) {
    const rows = index.holders(licenseId);
    holders.unite(rows);
    assignments += rows.count;
    if (!rows.isEmpty) licenses += 1;
  }
  return {
    users: index.usersRead.count,
    holders: holders.count,
    licenses,
    assignments,
    findings: found.length,
    concerned: Bitset.union(found.map(({ rows }) => rows)).count,
  };
}

type Totals = ReturnType<typeof totalsOf>;

export function totalFacts(totals: Totals): (readonly [name: string, value: string])[] {
  return [
    [t`Users`, formatNumber(totals.users)],
    [t`Holders of licenses`, formatNumber(totals.holders)],
    [t`Licenses held`, formatNumber(totals.licenses)],
    [t`Assignments`, formatNumber(totals.assignments)],
    [t`Findings`, formatNumber(totals.findings)],
    [t`Concerned by findings`, plural(totals.concerned, { one: '# user', other: '# users' })],
  ];
}
