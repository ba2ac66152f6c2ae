// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { PeopleFacts, peopleFactsOf } from '@/model/findingsPeople';
import { countsByValue, type Grouping, groupsAmong, rowsOfValue } from '@/model/grouping';
import { OrganizationIndex } from '@/model/organizationIndex';

const VALUES = ['', 'Care', 'Sales', 'Support'];
/** By row the value, or undefined where the person was not read; and which rows are asked about. */
const people = fc.array(fc.tuple(fc.constantFrom(undefined, ...VALUES), fc.boolean()));

function groupingOf(values: readonly (string | undefined)[]): Grouping {
  return {
    values: VALUES,
    ofRow: Uint32Array.from(values, (value) =>
      value === undefined ? 0 : VALUES.indexOf(value) + 1,
    ),
  };
}

describe('people grouped by a property', () => {
  it('are together with exactly those who share it', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const grouping = groupingOf(rows.map(([value]) => value));
        const among = Bitset.from(rows.flatMap(([, isAsked], row) => (isAsked ? [row] : [])));
        const expected = VALUES.map((value) => ({
          value,
          rows: rows.flatMap(([of, isAsked], row) => (isAsked && of === value ? [row] : [])),
        })).filter((group) => group.rows.length > 0);
        const groups = groupsAmong(among, grouping);
        expect(groups.map(({ value, rows }) => ({ value, rows: [...rows] }))).toEqual(expected);
      }),
    );
  });

  it('are counted and found by value', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const grouping = groupingOf(rows.map(([value]) => value));
        const counts = countsByValue(grouping);
        for (const value of VALUES) {
          const found = rows.flatMap(([of], row) => (of === value ? [row] : []));
          expect([...rowsOfValue(grouping, value).toRows()]).toEqual(found);
          expect(counts.get(value) ?? 0).toBe(found.length);
        }
        expect(rowsOfValue(grouping, 'nobody').isEmpty).toBe(true);
      }),
    );
  });
});

describe('what is known of people', () => {
  const departmentOf = (index: OrganizationIndex) =>
    peopleFactsOf(index)
      .departmentsAmong(Bitset.full(index.size))
      .map(({ value, rows }) => [value, Array.from(rows, (row) => index.userId(row))]);

  it('follows them as they arrive, and as they are read again', () => {
    const index = new OrganizationIndex();
    index.addUsers([
      { id: 'ana', version: 1, department: 'Care' },
      { id: 'bo', version: 1, department: ' Care ' },
    ]);
    expect(departmentOf(index)).toEqual([['Care', ['ana', 'bo']]]);
    index.addAssignments([{ id: 'ghost', licenses: ['a'] }]);
    index.addUsers([
      { id: 'bo', version: 2, department: 'Sales', dateLastLogin: '2026-11-01T00:00:00Z' },
      { id: 'cy', version: 1 },
    ]);
    expect(departmentOf(index)).toEqual([
      ['Care', ['ana']],
      ['Sales', ['bo']],
    ]);
    const facts = peopleFactsOf(index);
    expect([...facts.signedIn.toRows()]).toEqual([1]);
    expect([...countsByValue(facts.columns.states)]).toEqual([['', 3]]);
    // A worker is sent just the columns.
    const sent = new PeopleFacts(structuredClone(facts.columns));
    expect([...sent.signedInBefore(Date.parse('2026-12-01T00:00:00Z')).toRows()]).toEqual([1]);
  });
});
