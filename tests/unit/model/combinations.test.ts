// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { combinationsOf } from '@/model/combinations';
import { OrganizationIndex } from '@/model/organizationIndex';

const LICENSES = ['a', 'b', 'c', 'd'];
const people = fc.array(
  fc.record({ licenses: fc.uniqueArray(fc.constantFrom(...LICENSES)), isShown: fc.boolean() }),
  { maxLength: 60 },
);

function indexOf(holdings: readonly (readonly string[])[]): OrganizationIndex {
  const index = new OrganizationIndex();
  index.addAssignments(holdings.map((licenses, i) => ({ id: `u${i}`, licenses: [...licenses] })));
  return index;
}

describe('combinations', () => {
  it('are what one finds going through the users one by one', () => {
    fc.assert(
      fc.property(people, (people) => {
        const index = indexOf(people.map(({ licenses }) => licenses));
        const rows = Bitset.from(people.flatMap(({ isShown }, row) => (isShown ? [row] : [])));
        const expected = new Map<string, number>();
        for (const { licenses, isShown } of people) {
          const key = licenses.toSorted().join();
          if (isShown) expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        const found = combinationsOf(index, rows, LICENSES);
        expect(new Map(found.map(({ licenseIds, count }) => [licenseIds.join(), count]))).toEqual(
          expected,
        );
        expect(found).toHaveLength(expected.size);
      }),
    );
  });

  it('come largest first, the simpler before the richer', () => {
    const index = indexOf([['a', 'b'], ['a'], [], ['b'], ['b']]);
    expect(combinationsOf(index, Bitset.full(5))).toEqual([
      { licenseIds: ['b'], count: 2 },
      { licenseIds: [], count: 1 },
      { licenseIds: ['a'], count: 1 },
      { licenseIds: ['a', 'b'], count: 1 },
    ]);
  });

  it('tell a user who holds nothing from one of whom nothing is known', () => {
    const index = indexOf([[]]);
    index.addUsers([{ id: 'unread', name: 'Not read', version: 1 }]);
    expect(combinationsOf(index, Bitset.full(2))).toEqual([{ licenseIds: [], count: 1 }]);
  });

  it('change none of the sets they are found from', () => {
    const index = indexOf([['a'], ['b']]);
    const rows = Bitset.full(2);
    combinationsOf(index, rows);
    expect(rows.count).toBe(2);
    expect(index.holders('a').count).toBe(1);
  });
});
