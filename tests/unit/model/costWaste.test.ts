// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { wasteOf } from '@/model/costWaste';
import type { Finding } from '@/model/findings';
import { OrganizationIndex } from '@/model/organizationIndex';

const index = new OrganizationIndex();
index.addAssignments([
  { id: 'ana', licenses: ['base', 'wem'] },
  { id: 'bo', licenses: ['base'] },
]);

function finding(about: Pick<Finding, 'rule' | 'licenseId' | 'other'>, ...userIds: string[]) {
  const rows = new Bitset();
  for (const userId of userIds) rows.add(index.rowOf(userId) ?? 0);
  return { id: `${about.rule}/${about.licenseId}/${about.other}`, ...about, rows };
}

const terms = new Map([['base', { price: 100_000 }]]);

describe('the waste of findings', () => {
  it('is all that inactive users hold, as far as prices are known', () => {
    expect(wasteOf([finding({ rule: 'inactiveHolder' }, 'ana', 'bo')], index, terms)).toEqual({
      monthly: 200_000,
      unpriced: 1,
    });
  });

  it('counts a license once that is redundant by two others', () => {
    const twice = ['wem', 'all'].map((other) =>
      finding({ rule: 'redundant', licenseId: 'base', other }, 'ana'),
    );
    expect(wasteOf(twice, index, terms)).toEqual({ monthly: 100_000, unpriced: 0 });
  });

  it('is not told without a price, or by a rule that tells of none', () => {
    const inactive = finding({ rule: 'inactiveHolder' }, 'ana');
    expect(wasteOf([inactive], index, new Map())).toBeUndefined();
    const lacking = finding({ rule: 'missingPrerequisite', licenseId: 'base' }, 'ana');
    expect(wasteOf([lacking], index, terms)).toBeUndefined();
  });
});
