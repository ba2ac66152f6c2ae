// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { User } from '@/api/schema';
import { Bitset } from '@/model/bitset';
import { type Filter, isFiltering, NO_FILTER } from '@/model/filter';
import { DEFAULT_SORT } from '@/model/order';
import { OrganizationIndex } from '@/model/organizationIndex';
import { nameOf } from '@/model/people';
import { foldText } from '@/model/text';
import { Views, viewsOf } from '@/model/view';

function organization() {
  const index = new OrganizationIndex();
  index.addUsers([
    {
      id: 'u1',
      name: 'José Álvarez',
      email: 'jose@example.com',
      department: 'Billing',
      title: 'Team lead',
      state: 'active',
      division: { id: 'd1', name: 'North' },
      version: 1,
    },
    { id: 'u2', name: 'Łucja Straße', department: 'Claims', state: 'inactive', version: 1 },
    { id: 'u3', email: 'nameless@example.com', state: 'active', version: 1 },
  ]);
  index.addAssignments([
    { id: 'u1', licenses: ['cx1', 'wem'] },
    { id: 'u2', licenses: ['cx1'] },
    { id: 'ghost', licenses: ['wem'] },
    { id: 'u3', licenses: [] },
  ]);
  index.addUsers([{ id: 'unread', name: 'Not read yet', version: 1 }]);
  return index;
}

function found(filter: Partial<Filter>, index = organization()): string[] {
  const { rows } = new Views(index).view({ ...NO_FILTER, ...filter }, DEFAULT_SORT);
  return Array.from(rows, (row) => index.userId(row)).sort();
}

describe('searching by text', () => {
  it('finds words in name, email, department, title and id, all of which must occur', () => {
    expect(found({ text: 'lead billing' })).toEqual(['u1']);
    expect(found({ text: 'nameless' })).toEqual(['u3']);
    expect(found({ text: 'gho' })).toEqual(['ghost']);
    expect(found({ text: 'lead claims' })).toEqual([]);
  });

  it('does not mind accents and case, on either side', () => {
    expect(found({ text: 'JOSE alvarez' })).toEqual(['u1']);
    expect(found({ text: 'Ñameless' })).toEqual(['u3']);
  });

  it('finds a holder who is no known user by the name that is shown', () => {
    expect(found({ text: 'ghost' })).toEqual(['ghost']);
  });

  it('never finds a word across the border of two users or two properties', () => {
    const index = new OrganizationIndex();
    index.addUsers([
      { id: 'a', name: 'ann', department: 'bee', version: 1 },
      { id: 'b', name: 'line\nbreak', version: 1 },
    ]);
    expect(found({ text: 'annbee' }, index)).toEqual([]);
    expect(found({ text: 'break' }, index)).toEqual(['b']);
    expect(found({ text: 'beeline' }, index)).toEqual([]);
  });

  it('lets everyone through when there are no words', () => {
    expect(found({ text: '  ' })).toHaveLength(5);
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false);
  });

  it('follows pages as they arrive, and a person who is read again', () => {
    const index = new OrganizationIndex();
    const views = viewsOf(index);
    const search = (text: string) =>
      Array.from(views.view({ ...NO_FILTER, text }, DEFAULT_SORT).rows, (row) => index.userId(row));

    index.addAssignments([{ id: 'u1', licenses: [] }]);
    expect(search('ann')).toEqual([]);
    index.addUsers([{ id: 'u1', name: 'Ann', version: 1 }]);
    expect(search('ann')).toEqual(['u1']);
    index.addUsers([{ id: 'u1', name: 'Beth', version: 2 }]);
    expect(search('ann')).toEqual([]);
    expect(search('beth')).toEqual(['u1']);
    expect(viewsOf(index)).toBe(views);
  });

  it('agrees with looking at every user, over thousands of them in pages of any size', () => {
    const word = fc.constantFrom('ana', 'Ánna', 'bo', 'ÇELIK', 'naan', 'a');
    const person = fc.record({ name: fc.array(word).map((words) => words.join(' ')) });
    fc.assert(
      fc.property(
        fc.array(fc.array(person, { maxLength: 9 }), { maxLength: 8 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 700),
        (pages, words, times) => {
          const index = new OrganizationIndex();
          const views = new Views(index);
          const filter = { ...NO_FILTER, text: words.join(' ') };
          for (let i = 0; i < times; i++) {
            for (const page of pages) {
              index.addUsers(
                page.map((some, n) => ({ ...some, id: `${index.size + n}`, version: 1 })),
              );
              if (times === 1) views.view(filter, DEFAULT_SORT);
            }
          }
          const expected = Array.from({ length: index.size }, (_, row) => row).filter((row) => {
            const text = foldText(`${nameOf(index.user(row)) ?? ''} ${index.userId(row)}`);
            return words.every((word) => text.includes(foldText(word)));
          });
          expect([...views.view(filter, DEFAULT_SORT).matching.toRows()]).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('filtering by license', () => {
  it('asks for all, for any, for none, for exactly', () => {
    expect(found({ holds: ['cx1', 'wem'] })).toEqual(['u1']);
    expect(found({ holdsAny: ['cx1', 'wem'] })).toEqual(['ghost', 'u1', 'u2']);
    expect(found({ holdsExactly: ['wem'] })).toEqual(['ghost']);
    expect(found({ holds: ['cx1'], lacks: ['wem'] })).toEqual(['u2']);
  });

  it('never says that a user lacks a license when that was not read', () => {
    expect(found({ lacks: ['cx1'] })).toEqual(['ghost', 'u3']);
    expect(found({ most: 0 })).toEqual(['u3']);
  });

  it('counts licenses', () => {
    expect(found({ fewest: 2 })).toEqual(['u1']);
    expect(found({ fewest: 1, most: 1 })).toEqual(['ghost', 'u2']);
  });

  it('finds nobody for a license that nobody has heard of', () => {
    expect(found({ holds: ['nonsense'] })).toEqual([]);
    expect(found({ lacks: ['nonsense'] })).toEqual(['ghost', 'u1', 'u2', 'u3']);
  });
});

describe('filtering by facet', () => {
  it('takes any of the values of one facet, and all facets together', () => {
    expect(found({ state: ['inactive', 'active'] })).toEqual(['u1', 'u2', 'u3']);
    expect(found({ state: ['active'], department: [''] })).toEqual(['u3']);
    expect(found({ division: ['d1'] })).toEqual(['u1']);
    expect(found({ division: ['nowhere'] })).toEqual([]);
  });

  it('counts what each value would show, every other part of the filter applied', () => {
    const views = new Views(organization());
    const counts = views.facetCounts('state', { ...NO_FILTER, state: ['active'], holds: ['cx1'] });
    expect(Object.fromEntries(counts.map(({ value, count }) => [value, count]))).toEqual({
      active: 1,
      inactive: 1,
      '': 0,
    });
  });

  it('calls a division by its name', () => {
    const north = new Views(organization())
      .facetCounts('division', NO_FILTER)
      .find(({ value }) => value === 'd1');
    expect(north).toMatchObject({ label: 'North', count: 1 });
  });

  it('moves a person who is read again', () => {
    const index = organization();
    const views = new Views(index);
    views.view(NO_FILTER, DEFAULT_SORT);
    index.addUsers([{ id: 'u1', state: 'deleted', version: 2 } satisfies User]);
    const { matching } = views.view({ ...NO_FILTER, state: ['active'] }, DEFAULT_SORT);
    expect(Array.from(matching.toRows(), (row) => index.userId(row))).toEqual(['u3']);
  });
});

describe('filtering by last login', () => {
  const index = new OrganizationIndex();
  index.addUsers([
    { id: 'long', dateLastLogin: '2026-01-15T12:00:00Z', version: 1 },
    { id: 'lately', dateLastLogin: '2026-11-20T12:00:00Z', version: 1 },
    { id: 'untold', version: 1 },
  ]);

  it('finds who signed in last before a day, and nobody of whom that is not told', () => {
    expect(found({ lastLoginBefore: '2026-06-01' }, index)).toEqual(['long']);
    expect(found({ lastLoginBefore: '2026-12-01' }, index)).toEqual(['lately', 'long']);
    expect(found({ lastLoginBefore: '2025-01-01' }, index)).toEqual([]);
    expect(new Views(index).lastLoginsKnown).toBe(2);
    expect(isFiltering({ ...NO_FILTER, lastLoginBefore: '2026-06-01' })).toBe(true);
  });

  it('takes the day as it begins here', () => {
    const midnight = new Date(2026, 5, 1);
    const index = new OrganizationIndex();
    index.addUsers([
      { id: 'before', dateLastLogin: new Date(midnight.getTime() - 1).toISOString(), version: 1 },
      { id: 'at', dateLastLogin: midnight.toISOString(), version: 1 },
    ]);
    expect(found({ lastLoginBefore: '2026-06-01' }, index)).toEqual(['before']);
  });

  it('finds nobody before what is no day', () => {
    expect(found({ lastLoginBefore: 'yesterday' }, index)).toEqual([]);
  });
});

describe('looking for a name', () => {
  const index = new OrganizationIndex();
  const people = ['Émile', 'Emma', 'Zoe', 'Tim Emmerich'];
  index.addUsers(people.map((name, i) => ({ id: `u${i}`, name, version: 1 })));
  const views = new Views(index);
  const { rows } = views.view(NO_FILTER, DEFAULT_SORT);
  const nameAt = (text: string, start: number) => {
    const position = views.positionOfName(rows, text, start);
    return position === undefined ? undefined : people[rows.at(position) ?? -1];
  };

  it('finds the next that begins so, accents or not, going round', () => {
    expect(nameAt('em', 0)).toBe('Émile');
    expect(nameAt('em', 1)).toBe('Emma');
    expect(nameAt('em', 2)).toBe('Émile');
    expect(nameAt('Z', 0)).toBe('Zoe');
  });

  it('takes no user without a person for one who is called something', () => {
    const index = new OrganizationIndex();
    index.addAssignments([{ id: 'ghost', licenses: [] }]);
    const views = new Views(index);
    const { rows } = views.view(NO_FILTER, DEFAULT_SORT);
    expect(views.positionOfName(rows, 'gho', 0)).toBeUndefined();
  });

  it('is not content with a name that has it in the middle', () => {
    expect(nameAt('emme', 0)).toBeUndefined();
  });

  it('goes on past a space', () => {
    expect(nameAt('tim em', 0)).toBe('Tim Emmerich');
    expect(nameAt('tim ', 0)).toBe('Tim Emmerich');
    expect(nameAt('tim x', 0)).toBeUndefined();
    expect(nameAt('ti em', 0)).toBeUndefined();
  });
});

describe('what looks wrong', () => {
  const index = new OrganizationIndex();
  index.addUsers(['a', 'b', 'c'].map((id) => ({ id, name: id, version: 1 })));
  index.completeAssignments();
  const views = new Views(index);
  const filter = { ...NO_FILTER, finding: ['redundant', 'longAbsent'] } as const;
  const shown = () => [...views.view(filter, DEFAULT_SORT).rows];
  const found = [
    { id: '1', rule: 'redundant', rows: Bitset.from([0]) },
    { id: '2', rule: 'longAbsent', rows: Bitset.from([0, 2]) },
    { id: '3', rule: 'unlikePeers', rows: Bitset.from([1]) },
  ] as const;

  it('is a filter once it is found, and lets nobody through before', () => {
    expect(shown()).toEqual([]);
    views.knowFindings(found);
    expect(shown()).toEqual([0, 2]);
  });

  it('is counted by rule among the users that the rest of the filter shows', () => {
    const counts = views.findingCounts(found, { ...filter, text: 'a' });
    expect(Object.fromEntries(counts)).toEqual({ redundant: 1, longAbsent: 1, unlikePeers: 0 });
  });
});
