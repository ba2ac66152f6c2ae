// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { User } from '@/api/schema';
import { Bitset } from '@/model/bitset';
import { type CostOutliers, costOf, findCostOutliers } from '@/model/costOutliers';
import { pricesOf, withExpensive } from '@/model/findingsCost';
import { parseMutes, withoutMuted } from '@/model/findingsMutes';
import { FEWEST_PEERS } from '@/model/findingsPeers';
import { peopleFactsOf } from '@/model/findingsPeople';
import { OrganizationIndex } from '@/model/organizationIndex';

/** Each is held by whoever costs that much: license `cost-7` has the price 7. */
function departmentOf(costs: readonly number[], state: (place: number) => string = () => 'active') {
  const index = new OrganizationIndex();
  const ids = costs.map((_, place) => `user-${place}`);
  index.addAssignments(ids.map((id, place) => ({ id, licenses: [`cost-${costs[place]}`] })));
  index.addUsers(
    ids.map(
      (id, place): User => ({
        id,
        version: 1,
        department: 'Care',
        state: state(place),
      }),
    ),
  );
  return { index, prices: new Map(costs.map((cost) => [`cost-${cost}`, cost])) };
}

function outliers({ index, prices }: ReturnType<typeof departmentOf>): CostOutliers[] {
  return findCostOutliers(index, peopleFactsOf(index), prices);
}
const rowsOf = (found: readonly CostOutliers[]) => found.flatMap(({ rows }) => [...rows.toRows()]);
const same = (count: number, cost: number) => Array.from({ length: count }, () => cost);

describe('who costs far more than their department', () => {
  it('is above its median by more than half of it, where all others cost the same', () => {
    const found = outliers(departmentOf([...same(30, 100), 150, 151]));
    expect(found).toMatchObject([{ department: 'Care', median: 100, limit: 150 }]);
    expect(rowsOf(found)).toEqual([31]);
  });

  it('is further away than five times the median distance, where costs are mixed', () => {
    const mixed = [...same(10, 80), ...same(11, 100), ...same(10, 120)];
    const [found] = outliers(departmentOf([...mixed, 200, 201]));
    expect(found).toMatchObject({ median: 100, limit: 200 });
    expect(found && rowsOf([found])).toEqual([32]);
  });

  it('is not hidden by another who costs even more', () => {
    expect(rowsOf(outliers(departmentOf([...same(30, 100), 900, 1_000_000])))).toEqual([30, 31]);
  });

  it(`is nobody where fewer than ${FEWEST_PEERS} can be compared`, () => {
    expect(outliers(departmentOf([...same(FEWEST_PEERS - 2, 100), 900]))).toEqual([]);
    expect(rowsOf(outliers(departmentOf([...same(FEWEST_PEERS - 1, 100), 900])))).toHaveLength(1);
  });

  it('is nobody who is inactive or deleted, and these are no peers either', () => {
    const inactive = outliers(
      departmentOf([...same(30, 100), 900], (place) => (place === 30 ? 'inactive' : 'active')),
    );
    expect(inactive).toEqual([]);
    const half = departmentOf([...same(30, 100), 900], (place) =>
      place < 15 ? 'deleted' : 'active',
    );
    expect(outliers(half)).toEqual([]);
  });

  it('is nobody where most cost nothing, or nothing is priced', () => {
    const { index, prices } = departmentOf([...same(30, 0), 900]);
    expect(outliers({ index, prices })).toEqual([]);
    expect(outliers({ index, prices: new Map() })).toEqual([]);
  });

  it('is not compared with people of the department who hold nothing', () => {
    const { index, prices } = departmentOf([...same(20, 100), 900]);
    const idle = Array.from({ length: 60 }, (_, place) => `idle-${place}`);
    index.addAssignments(idle.map((id) => ({ id, licenses: [] })));
    index.addUsers(idle.map((id) => ({ id, version: 1, department: 'Care', state: 'active' })));
    expect(outliers({ index, prices })).toMatchObject([{ median: 100, limit: 150 }]);
  });
});

describe('the rule', () => {
  const costs = fc.array(fc.nat(2_000), { minLength: FEWEST_PEERS, maxLength: 60 });

  it('never finds anybody who costs no more than the median, nor half of a department', () => {
    fc.assert(
      fc.property(costs, (given) => {
        const found = outliers(departmentOf(given));
        const rows = rowsOf(found);
        expect(rows.length).toBeLessThan(given.length / 2);
        for (const { median, limit } of found) {
          expect(limit).toBeGreaterThanOrEqual(median * 1.5);
          const above = given.flatMap((cost, row) => (cost > limit ? [row] : []));
          expect(rows).toEqual(above);
        }
      }),
    );
  });

  it('finds the same whatever the unit of the prices is', () => {
    fc.assert(
      fc.property(costs, fc.integer({ min: 2, max: 1_000 }), (given, factor) => {
        const { index, prices } = departmentOf(given);
        const scaled = new Map([...prices].map(([id, price]) => [id, price * factor]));
        expect(rowsOf(outliers({ index, prices: scaled }))).toEqual(
          rowsOf(outliers({ index, prices })),
        );
      }),
    );
  });
});

describe('what prices add to the findings', () => {
  const outliersOf = (department: string, ...rows: number[]): CostOutliers => ({
    department,
    median: 1,
    limit: 2,
    rows: Bitset.from(rows),
  });
  const others = { found: [], notChecked: new Map() };

  it('is a finding a department, those of many users first, with an id that stays the same', () => {
    const { found } = withExpensive(others, [outliersOf('R&D', 1), outliersOf('Care', 2, 3)]);
    expect(found.map(({ id }) => id)).toEqual(['expensive/Care', 'expensive/R%26D']);
  });

  it('is why nothing is said, where no price is given', () => {
    const { found, notChecked } = withExpensive(others, 'noPrices');
    expect(found).toEqual([]);
    expect([...notChecked]).toEqual([['expensive', 'noPrices']]);
    expect(pricesOf(new Map([['base', { seats: 3 }]])).size).toBe(0);
  });

  it('can be muted, and the mute is kept', () => {
    const mute = { rule: 'expensive', reason: 'agreed', mutedAt: '2026-11-25T00:00:00Z' };
    const mutes = parseMutes(JSON.stringify([mute]));
    const { found } = withExpensive(others, [outliersOf('Care', 2)]);
    expect(withoutMuted(found, mutes, new OrganizationIndex())).toEqual([]);
  });

  it('is told of each user by what their priced licenses cost together', () => {
    const terms = new Map([
      ['base', { price: 5 }],
      ['wem', { price: 7, seats: 1 }],
      ['wfm', { seats: 1 }],
    ]);
    expect(costOf(['base', 'wem', 'wfm', 'none'], terms)).toBe(12);
  });
});
