// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { User } from '@/api/schema';
import { PeopleText } from '@/model/peopleText';
import { foldText } from '@/model/text';

type Person = Pick<User, 'name' | 'email' | 'department' | 'title'>;

const textOf = ({ name, email, department, title }: Person) =>
  foldText([name, email, department, title].join(' '));

const piece = fc.constantFrom('ana', 'Ánna', "O'Neil", 'Bo', 'ÇELIK', '佐藤', 'a.b', '@', 'x', '-');
const words = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' '));
const glued = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
const person: fc.Arbitrary<Person> = fc.record(
  {
    name: words,
    email: fc.tuple(glued, fc.constantFrom('@', ''), glued).map((parts) => parts.join('')),
    department: words,
    title: words,
  },
  { requiredKeys: ['name'] },
);
const query = fc
  .array(fc.constantFrom('a', 'an', 'na', '@', '.', "o'", 'x', '佐', 'b', '-'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

describe('the text of people', () => {
  it('is searched as if each had all of it in one string, also when some were read again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.nat({ max: 30 }), person), { maxLength: 12 }), {
          maxLength: 5,
        }),
        fc.array(query, { minLength: 1, maxLength: 5 }),
        (pages, queries) => {
          const people = new Map<number, User>();
          const text = new PeopleText();
          for (const page of pages) {
            for (const [row, some] of page) people.set(row, { ...some, id: `${row}`, version: 1 });
            text.add(
              page.map(([row]) => row),
              (row) => people.get(row),
            );
          }
          for (const word of queries) {
            const expected = [...people].flatMap(([row, some]) =>
              textOf(some).includes(word) ? [row] : [],
            );
            expect([...text.rowsWithWord(word, 31).toRows()]).toEqual(
              expected.toSorted((a, b) => a - b),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds an email by what stands on both sides of its @, and not by a title that looks like one', () => {
    const people: User[] = [
      { id: '0', name: 'Ann', email: 'ann@shop.example', version: 1 },
      { id: '1', name: 'Bob', email: 'joann@shipping.example', title: '@shop', version: 1 },
      { id: '2', name: 'ann@shop', email: 'c@d', version: 1 },
      { id: '3', name: 'Odd', email: 'a@nn@shop.example', version: 1 },
    ];
    const text = new PeopleText();
    text.add(people.keys(), (row) => people[row]);
    const found = (word: string) => [...text.rowsWithWord(word, people.length).toRows()];
    expect(found('ann@shop')).toEqual([0, 2]);
    expect(found('nn@sh')).toEqual([0, 1, 2, 3]);
    expect(found('a@nn@shop')).toEqual([3]);
    expect(found('ann@')).toEqual([0, 1, 2]);
    expect(found('@shop')).toEqual([0, 1, 2, 3]);
  });

  it('holds more people with one word than a list is kept for', () => {
    const text = new PeopleText();
    const rows = Array.from({ length: 5_000 }, (_, row) => row);
    const title = (row: number) => (row % 2 === 0 ? 'Agent' : 'Lead');
    text.add(rows, (row) => ({ name: 'N', title: title(row), version: 1 }));
    expect(text.rowsWithWord('agent', 5_000).count).toBe(2_500);
    text.add([0, 2, 4], () => ({ name: 'N', title: 'Lead', version: 2 }));
    expect(text.rowsWithWord('agent', 5_000).count).toBe(2_497);
    expect(text.rowsWithWord('lead', 5_000).count).toBe(2_503);
  });
});
