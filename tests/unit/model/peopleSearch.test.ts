// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { User } from '@/api/schema';
import { type HandedOut, PeopleSearch } from '@/model/peopleSearch';
import { preparePeople } from '@/model/preparedPeople';
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

/** Few, so that many are read again. */
const ROWS = 4;

type Step =
  | { kind: 'read'; page: [row: number, some: Person][] }
  | { kind: 'handOut' }
  | { kind: 'takeBack'; which: number }
  | { kind: 'search'; word: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('read' as const),
    page: fc.array(fc.tuple(fc.nat({ max: ROWS - 1 }), person), { maxLength: 4 }),
  }),
  fc.constant({ kind: 'handOut' as const }),
  fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('search' as const), word: query }),
);

/** What the searches among some steps find, and what they should. */
function play(steps: readonly Step[]): { found: number[][]; expected: number[][] } {
  const people = new Map<number, User>();
  const search = new PeopleSearch((row) => people.get(row));
  const handedOut: HandedOut[] = [];
  const found: number[][] = [];
  const expected: number[][] = [];
  for (const step of steps) {
    if (step.kind === 'read') {
      for (const [row, some] of step.page) people.set(row, { ...some, id: `${row}`, version: 1 });
      search.follow(step.page.map(([row]) => row));
    } else if (step.kind === 'handOut') {
      handedOut.push(...[search.handOut()].filter((out) => out !== undefined));
    } else if (step.kind === 'takeBack') {
      for (const out of handedOut.splice(step.which, 1)) {
        search.takeBack(out, preparePeople(out.text));
      }
    } else {
      const { word } = step;
      found.push([...search.rowsWithWord(word, ROWS).toRows()]);
      const rows = [...people].flatMap(([row, some]) => (textOf(some).includes(word) ? [row] : []));
      expected.push(rows.toSorted((a, b) => a - b));
    }
  }
  return { found, expected };
}

function searchAmong(people: readonly User[]) {
  const search = new PeopleSearch((row) => people[row]);
  search.follow([...people.keys()]);
  return (word: string) => [...search.rowsWithWord(word, people.length).toRows()];
}

describe('the search for people', () => {
  it('finds them as if each had all of it in one string, whatever was read again or is being prepared', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), query, (steps, lastWord) => {
        const { found, expected } = play([...steps, { kind: 'search', word: lastWord }]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does nothing twice: what was handed out and taken back is not prepared again', () => {
    const search = new PeopleSearch(() => ({ name: 'Ann', version: 1 }));
    search.follow([0, 1]);
    const first = search.handOut();
    expect(first && [...first.rows]).toEqual([0, 1]);
    expect(search.handOut()).toBeUndefined();
    if (first) search.takeBack(first, preparePeople('Bob\n\n\n\nBob\n\n\n'));
    // What came back is what is found, so it was not looked at again.
    expect(search.rowsWithWord('bob', 2).count).toBe(2);
    expect(search.rowsWithWord('ann', 2).count).toBe(0);
  });

  it('passes over what comes back of someone who was read again meanwhile', () => {
    const people: User[] = [{ name: 'Ann', version: 1 }];
    const search = new PeopleSearch((row) => people[row]);
    search.follow([0]);
    const before = search.handOut();
    people[0] = { name: 'Bob', version: 2 };
    search.follow([0]);
    const after = search.handOut();
    for (const out of [after, before]) {
      if (out) search.takeBack(out, preparePeople(out.text));
    }
    expect(search.rowsWithWord('bob', 1).count).toBe(1);
    expect(search.rowsWithWord('ann', 1).count).toBe(0);
  });

  it('takes a line break in a name for a space', () => {
    const found = searchAmong([
      { name: 'Ann\nLee', email: 'a@x', version: 1 },
      { name: 'Bob', email: 'b@x', version: 1 },
    ]);
    expect(found('lee')).toEqual([0]);
    expect(found('b@')).toEqual([1]);
  });

  it('finds an email by what stands on both sides of its @, and not by a title that looks like one', () => {
    const found = searchAmong([
      { id: '0', name: 'Ann', email: 'ann@shop.example', version: 1 },
      { id: '1', name: 'Bob', email: 'joann@shipping.example', title: '@shop', version: 1 },
      { id: '2', name: 'ann@shop', email: 'c@d', version: 1 },
      { id: '3', name: 'Odd', email: 'a@nn@shop.example', version: 1 },
    ]);
    expect(found('ann@shop')).toEqual([0, 2]);
    expect(found('nn@sh')).toEqual([0, 1, 2, 3]);
    expect(found('a@nn@shop')).toEqual([3]);
    expect(found('ann@')).toEqual([0, 1, 2]);
    expect(found('@shop')).toEqual([0, 1, 2, 3]);
  });

  it('holds more people with one word than a list is kept for', () => {
    const people = Array.from(
      { length: 5_000 },
      (_, row): User => ({ name: 'N', title: row % 2 === 0 ? 'Agent' : 'Lead', version: 1 }),
    );
    const search = new PeopleSearch((row) => people[row]);
    search.follow([...people.keys()]);
    expect(search.rowsWithWord('agent', 5_000).count).toBe(2_500);
    for (const row of [0, 2, 4]) people[row] = { name: 'N', title: 'Lead', version: 2 };
    search.follow([0, 2, 4]);
    expect(search.rowsWithWord('agent', 5_000).count).toBe(2_497);
    expect(search.rowsWithWord('lead', 5_000).count).toBe(2_503);
  });
});
