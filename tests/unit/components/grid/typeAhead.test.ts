// @vitest-environment node
import { expect, it } from 'vitest';
import { isTyped, TypeAhead } from '@/components/grid/typeAhead';

const NAMES = ['Aaron', 'Ada', 'Bo', 'Bruno', 'Cy'];

function typing() {
  const typeAhead = new TypeAhead();
  const find = (text: string, start: number) => {
    const order = NAMES.map((_, i) => (start + i) % NAMES.length);
    return order.find((i) => NAMES[i]?.toLowerCase().startsWith(text));
  };
  return (key: string, row: number, timeStamp: number) =>
    typeAhead.type({ key, timeStamp, ctrlKey: false, metaKey: false, altKey: false }, row, find);
}

it('leads to the next that begins with a letter, going round', () => {
  const type = typing();
  expect(type('b', 0, 0)).toBe(2);
  expect(type('b', 2, 2_000)).toBe(3);
  expect(type('b', 3, 4_000)).toBe(2);
});

it('takes letters typed in one go for a word, and stays where that already is', () => {
  const type = typing();
  expect(type('b', 0, 0)).toBe(2);
  expect(type('r', 2, 300)).toBe(3);
  expect(type('u', 3, 600)).toBe(3);
  expect(type('x', 3, 900)).toBeUndefined();
});

it('goes through all that begin with a letter typed again and again, unless a name does', () => {
  const type = typing();
  expect(type('b', 0, 0)).toBe(2);
  expect(type('b', 2, 200)).toBe(3);
  expect(type('b', 3, 400)).toBe(2);
  const other = typing();
  expect(other('a', 2, 0)).toBe(0);
  expect(other('a', 0, 200)).toBe(0);
});

it('leaves keys alone that mean something else', () => {
  const key = { ctrlKey: false, metaKey: false, altKey: false, timeStamp: 0 };
  expect(isTyped({ ...key, key: 'é' })).toBe(true);
  expect(isTyped({ ...key, key: 'F2' })).toBe(false);
  expect(isTyped({ ...key, key: ' ' })).toBe(false);
  expect(isTyped({ ...key, key: 'c', ctrlKey: true })).toBe(false);
});
