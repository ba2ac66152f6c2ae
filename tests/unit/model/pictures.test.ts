// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleFactsOf } from '@/model/findingsPeople';
import { OrganizationIndex } from '@/model/organizationIndex';
import { MOST_COMBINATIONS, picturesOf } from '@/model/pictures';

const draw = (index: OrganizationIndex) => picturesOf(index, peopleFactsOf(index));

function indexOf(people: readonly { licenses: readonly string[]; department?: string }[]) {
  const index = new OrganizationIndex();
  index.addAssignments(people.map(({ licenses }, i) => ({ id: `${i}`, licenses: [...licenses] })));
  index.addUsers(
    people.map(({ department }, i) => ({
      id: `${i}`,
      version: 1,
      ...(department !== undefined && { department }),
    })),
  );
  return index;
}

describe('the pictures of an organization', () => {
  it('count the holders in each department, the largest first', () => {
    const { departments } = draw(
      indexOf([
        { licenses: ['base', 'wem'], department: 'Care' },
        { licenses: ['base'], department: 'Care' },
        { licenses: ['wem'], department: 'Sales' },
        { licenses: ['base'] },
        { licenses: [] },
        { licenses: [] },
      ]),
    );
    expect(departments).toEqual([
      { department: '', people: 3, holders: new Map([['base', 1]]) },
      {
        department: 'Care',
        people: 2,
        holders: new Map([
          ['base', 2],
          ['wem', 1],
        ]),
      },
      { department: 'Sales', people: 1, holders: new Map([['wem', 1]]) },
    ]);
  });

  it('count nobody twice, and leave nobody out who was read', () => {
    const people = fc.array(
      fc.record({
        licenses: fc.subarray(['base', 'wem', 'ai', 'voice']),
        department: fc.constantFrom('', 'Care', 'Sales', ' Care '),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(people, (all) => {
        const { departments, combinations } = draw(indexOf(all));
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(departments.map((one) => one.people))).toBe(all.length);
        expect(sum(combinations.map(({ count }) => count))).toBe(all.length);
        const assignments = departments.flatMap(({ holders }) => [...holders.values()]);
        expect(sum(assignments)).toBe(sum(all.map(({ licenses }) => licenses.length)));
      }),
    );
  });

  it('have no more than the largest combinations, and say how many there are', () => {
    const bits = [0, 1, 2, 3, 4, 5, 6];
    const people = Array.from({ length: 128 }, (_, i) => ({
      licenses: bits.filter((bit) => (i >> bit) & 1).map((bit) => `license${bit}`),
    }));
    const { combinations, combinationCount } = draw(indexOf(people));
    expect(combinationCount).toBe(128);
    expect(combinations).toHaveLength(MOST_COMBINATIONS);
  });
});
