// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf, windowsToEnd } from '@/api/shares';

describe('the shares of works', () => {
  it('are even, and what one cannot use goes to the others', () => {
    expect(sharesOf(90, [1_000, 1_000, 1_000])).toEqual([30, 30, 30]);
    expect(sharesOf(90, [10, 1_000, 1_000])).toEqual([10, 40, 40]);
    expect(sharesOf(90, [10, 35, 1_000])).toEqual([10, 35, 45]);
    expect(sharesOf(90, [10, 20])).toEqual([10, 20]);
  });

  it('never are more than there is, nor than a work can use, and leave nothing that could be used', () => {
    const demands = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), demands, (room, wanted) => {
        const shares = sharesOf(room, wanted);
        const dealt = shares.reduce((sum, share) => sum + share, 0);
        const all = wanted.reduce((sum, demand) => sum + demand, 0);
        expect(dealt).toBeCloseTo(Math.min(room, all), 6);
        shares.forEach((share, place) => expect(share).toBeLessThanOrEqual(wanted[place] ?? 0));
      }),
    );
  });
});

describe('the time to the end of a work', () => {
  it('is shorter by what others leave when they end', () => {
    const many = { demand: 1_000, left: 100 };
    expect(windowsToEnd(100, [many])).toBe(1);
    expect(windowsToEnd(100, [many, { demand: 1_000, left: 25 }])).toBe(1.25);
    expect(windowsToEnd(100, [many, { demand: 1_000, left: 500 }])).toBe(2);
    // One that does not say what it needs is thought to need as much.
    expect(windowsToEnd(100, [many, { demand: 1_000, left: undefined }])).toBe(2);
  });
});
