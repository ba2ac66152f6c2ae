// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfterKey, HEADER_ROW } from '@/components/grid/navigation';

const shape = { rows: 100, columns: 12, page: 20 };
const key = (key: string, modifiers = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});
const ctrl = { ctrlKey: true };

describe('keys that move in a grid', () => {
  it.each([
    ['ArrowDown', {}, { row: 6, column: 4 }],
    ['ArrowUp', {}, { row: 4, column: 4 }],
    ['ArrowLeft', {}, { row: 5, column: 3 }],
    ['ArrowRight', {}, { row: 5, column: 5 }],
    ['Home', {}, { row: 5, column: 0 }],
    ['End', {}, { row: 5, column: 11 }],
    ['Home', ctrl, { row: 0, column: 0 }],
    ['End', ctrl, { row: 99, column: 11 }],
    ['PageDown', {}, { row: 25, column: 4 }],
    ['PageUp', {}, { row: 0, column: 4 }],
    ['ArrowDown', ctrl, { row: 99, column: 4 }],
    ['ArrowUp', ctrl, { row: 0, column: 4 }],
    ['ArrowLeft', { metaKey: true }, { row: 5, column: 0 }],
  ])('%s %o', (name, modifiers, expected) => {
    expect(cellAfterKey(key(name, modifiers), { row: 5, column: 4 }, shape)).toEqual(expected);
  });

  it.each([
    ['ArrowLeft', {}, { row: 5, column: 5 }],
    ['ArrowRight', {}, { row: 5, column: 3 }],
    ['ArrowRight', ctrl, { row: 5, column: 0 }],
    ['ArrowDown', {}, { row: 6, column: 4 }],
    ['End', {}, { row: 5, column: 11 }],
  ])('%s %o, where columns run from right to left', (name, modifiers, expected) => {
    expect(cellAfterKey(key(name, modifiers), { row: 5, column: 4 }, shape, true)).toEqual(
      expected,
    );
  });

  it('lead up into the header and down out of it', () => {
    expect(cellAfterKey(key('ArrowUp'), { row: 0, column: 4 }, shape)).toEqual({
      row: HEADER_ROW,
      column: 4,
    });
    expect(cellAfterKey(key('ArrowDown'), { row: HEADER_ROW, column: 4 }, shape)).toEqual({
      row: 0,
      column: 4,
    });
    expect(cellAfterKey(key('PageUp'), { row: HEADER_ROW, column: 4 }, shape)?.row).toBe(
      HEADER_ROW,
    );
  });

  it('never lead out of the grid, also when it has no rows', () => {
    const name = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'End', 'Home');
    const paging = fc.constantFrom('PageUp', 'PageDown');
    fc.assert(
      fc.property(
        fc.oneof(name, paging),
        fc.boolean(),
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -1, max: 40 }),
        fc.nat(12),
        (name, ctrlKey, rows, columns, row, column) => {
          const cell = cellAfterKey(
            key(name, { ctrlKey }),
            { row, column },
            { rows, columns, page: 7 },
          );
          expect(cell?.row).toBeGreaterThanOrEqual(HEADER_ROW);
          expect(cell?.row).toBeLessThan(Math.max(rows, 0.5));
          expect(cell?.column).toBeGreaterThanOrEqual(0);
          expect(cell?.column).toBeLessThan(columns);
        },
      ),
    );
  });

  it('leaves other keys, and those that belong to the browser, alone', () => {
    expect(cellAfterKey(key('x'), { row: 5, column: 4 }, shape)).toBeUndefined();
    expect(cellAfterKey(key('Tab'), { row: 5, column: 4 }, shape)).toBeUndefined();
    expect(cellAfterKey(key('ArrowLeft', { altKey: true }), { row: 5, column: 4 }, shape)).toBe(
      undefined,
    );
  });
});
