import { describe, expect, it } from 'vitest';
import { PAGE_KEYS } from '@/app/shortcuts/keys';
import { cellAfterKey, type GridShape } from '@/components/grid/navigation';

const SHAPE: GridShape = { rows: 100, columns: 10, page: 20 };
const MIDDLE = { row: 50, column: 5 };

const after = (key: string, ctrlKey = false) =>
  cellAfterKey({ key, ctrlKey, metaKey: false, altKey: false }, MIDDLE, SHAPE);

describe('what the list of shortcuts says of the matrix', () => {
  it('is what the keys do', () => {
    expect(after('Home')).toEqual({ row: 50, column: 0 });
    expect(after('End')).toEqual({ row: 50, column: 9 });
    expect(after('Home', true)).toEqual({ row: 0, column: 0 });
    expect(after('End', true)).toEqual({ row: 99, column: 9 });
    expect(after('ArrowDown', true)).toEqual({ row: 99, column: 5 });
    expect(after('PageUp')).toEqual({ row: 30, column: 5 });
  });
});

describe('the letters of pages', () => {
  it('are single ones, each for another page', () => {
    expect(Object.keys(PAGE_KEYS).every((letter) => letter.length === 1)).toBe(true);
    expect(new Set(Object.values(PAGE_KEYS)).size).toBe(Object.keys(PAGE_KEYS).length);
  });
});
