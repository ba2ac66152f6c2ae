// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { OrganizationIndex } from '@/model/organizationIndex';
import { type Change, pairKey } from '@/model/plan';
import { nextTarget, restaged, shareOf } from '@/pages/assignments/bulkChange';
import { stagedCells } from '@/pages/assignments/stagedCells';

const staged = (changes: readonly Change[]) =>
  new Map(changes.map((change) => [pairKey(change), change]));

/** Users by whether they hold the license, and what was staged for each before. */
const users = fc.array(
  fc.record({
    holds: fc.boolean(),
    isSelected: fc.boolean(),
    mark: fc.constantFrom('add' as const, 'remove' as const, undefined),
  }),
  { maxLength: 80 },
);

function organizationOf(people: readonly { holds: boolean; isSelected: boolean }[]) {
  const index = new OrganizationIndex();
  index.registerLicenses(['x', 'other']);
  index.addAssignments(
    people.map(({ holds }, i) => ({ id: `u${i}`, licenses: holds ? ['x', 'other'] : ['other'] })),
  );
  const selected = people.flatMap(({ isSelected }, row) => (isSelected ? [row] : []));
  return { index, users: Bitset.from(selected) };
}

describe('changing a license of many', () => {
  it('gives or takes it, and leaves what is staged for others', () => {
    fc.assert(
      fc.property(users, fc.constantFrom('all', 'none', 'asNow'), (people, target) => {
        const { index, users } = organizationOf(people);
        const marks: Change[] = people.flatMap(({ mark: action }, i) =>
          action === undefined
            ? []
            : ['x', 'other'].map((licenseId) => ({
                userId: `u${i}`,
                licenseId,
                action,
                reason: { kind: 'staged' },
              })),
        );
        const changes = restaged(staged(marks), { index, users, licenseId: 'x', target });
        const after = staged(changes);
        expect(after.size).toBe(changes.length);
        people.forEach(({ holds, isSelected, mark }, i) => {
          const userId = `u${i}`;
          expect(after.get(pairKey({ userId, licenseId: 'other' }))?.action).toBe(mark);
          const wanted =
            target === 'asNow' || holds === (target === 'all')
              ? undefined
              : target === 'all'
                ? 'add'
                : 'remove';
          expect(after.get(pairKey({ userId, licenseId: 'x' }))?.action).toBe(
            isSelected ? wanted : mark,
          );
        });
        const cells = stagedCells(after, index);
        const share = shareOf(index.holders('x'), 'x', users, cells);
        const now = people.filter(({ holds, isSelected }) => holds && isSelected).length;
        expect(share).toEqual({
          all: users.count,
          now,
          after: target === 'all' ? users.count : target === 'none' ? 0 : now,
        });
      }),
    );
  });

  it('goes round by clicks: everyone, nobody, as it is', () => {
    expect(nextTarget({ all: 9, now: 4, after: 4 })).toBe('all');
    expect(nextTarget({ all: 9, now: 4, after: 9 })).toBe('none');
    expect(nextTarget({ all: 9, now: 4, after: 0 })).toBe('asNow');
    expect(nextTarget({ all: 9, now: 0, after: 0 })).toBe('all');
    expect(nextTarget({ all: 9, now: 9, after: 0 })).toBe('all');
  });

  it('counts a mark that has become true in the meantime as no change', () => {
    const { index, users } = organizationOf([{ holds: true, isSelected: true }]);
    const change = {
      userId: 'u0',
      licenseId: 'x',
      action: 'add',
      reason: { kind: 'staged' },
    } as const;
    const share = shareOf(index.holders('x'), 'x', users, stagedCells(staged([change]), index));
    expect(share).toEqual({ all: 1, now: 1, after: 1 });
  });
});
