// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';

/** Around the borders of words, where mistakes live. */
const row = fc.oneof(
  fc.nat(300),
  fc.constantFrom(0, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 4095),
);
const rows = fc.uniqueArray(row, { maxLength: 60 });
const ascending = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
const listOf = (set: Bitset) => [...set.toRows()];

describe('a set of rows', () => {
  it('answers as a Set does, whatever is added and taken out', () => {
    const step = fc.record({ row, what: fc.constantFrom('add', 'delete', 'set', 'clear') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.boolean(), (steps, present) => {
        const set = new Bitset();
        const model = new Set<number>();
        for (const { row, what } of steps) {
          if (what === 'add') set.add(row);
          if (what === 'delete') set.delete(row);
          if (what === 'set') set.set(row, present);
          if (what === 'add' || (what === 'set' && present)) model.add(row);
          if (what === 'delete' || (what === 'set' && !present)) model.delete(row);
          if (what === 'clear' && row % 7 === 0) {
            set.clear();
            model.clear();
          }
        }
        expect(listOf(set)).toEqual(ascending(model));
        expect(set.count).toBe(model.size);
        expect(set.isEmpty).toBe(model.size === 0);
        for (const { row } of steps) expect(set.has(row)).toBe(model.has(row));
      }),
    );
  });

  it('combines with another as sets do, also when they have grown to different sizes', () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const a = Bitset.from(left);
        const b = Bitset.from(right);
        const inRight = new Set(right);
        const common = left.filter((row) => inRight.has(row));

        expect(listOf(a.clone().intersect(b))).toEqual(ascending(common));
        expect(listOf(a.clone().unite(b))).toEqual(ascending(new Set([...left, ...right])));
        expect(listOf(Bitset.union([a, b]))).toEqual(ascending(new Set([...left, ...right])));
        expect(listOf(a.clone().subtract(b))).toEqual(
          ascending(left.filter((row) => !inRight.has(row))),
        );
        expect(a.countIn(b)).toBe(common.length);
        expect(listOf(a)).toEqual(ascending(left));
        expect(listOf(b)).toEqual(ascending(right));
      }),
    );
  });

  it('can be every row below a size, and none above', () => {
    fc.assert(
      fc.property(fc.nat(200), (size) => {
        const set = Bitset.full(size);
        expect(listOf(set)).toEqual(Array.from({ length: size }, (_, i) => i));
        expect(set.has(size)).toBe(false);
      }),
    );
  });

  it('copies: what happens to a copy does not happen to the original', () => {
    const original = Bitset.from([1, 40]);
    const copy = original.clone();
    copy.add(100);
    copy.delete(1);
    expect(listOf(original)).toEqual([1, 40]);
    expect(listOf(copy)).toEqual([40, 100]);
  });
});
