// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { NO_FILTER } from '@/model/filter';
import { type SortColumn, TextOrder } from '@/model/order';
import { OrganizationIndex } from '@/model/organizationIndex';
import { RowList } from '@/model/rowList';
import { byName } from '@/model/text';
import { Views } from '@/model/view';

function organization() {
  const index = new OrganizationIndex();
  index.addUsers([
    { id: 'zoe', name: 'Zoë', department: 'Claims', version: 1 },
    { id: 'agent10', name: 'Agent 10', email: 'b@example.com', version: 1 },
    { id: 'agent9', name: 'agent 9', email: 'a@example.com', department: 'billing', version: 1 },
    { id: 'angel', name: 'Ángel', version: 1 },
  ]);
  index.addAssignments([
    { id: 'zoe', licenses: ['cx1', 'wem'] },
    { id: 'agent10', licenses: ['wem'] },
    { id: 'angel', licenses: [] },
  ]);
  return index;
}

function sorted(column: SortColumn, descending = false): string[] {
  const index = organization();
  const { rows } = new Views(index).view(NO_FILTER, { column, descending });
  return Array.from(rows, (row) => index.userId(row));
}

describe('putting users in order', () => {
  it('sorts names as people do: digits by value, accents and case aside', () => {
    expect(sorted('name')).toEqual(['agent9', 'agent10', 'angel', 'zoe']);
    expect(sorted('name', true)).toEqual(['zoe', 'angel', 'agent10', 'agent9']);
  });

  it('puts users without an email or a department last, either way', () => {
    expect(sorted('email')).toEqual(['agent9', 'agent10', 'zoe', 'angel']);
    expect(sorted('email', true).slice(0, 2)).toEqual(['agent10', 'agent9']);
    expect(sorted('department')).toEqual(['agent9', 'zoe', 'agent10', 'angel']);
    expect(sorted('department', true).slice(0, 2)).toEqual(['zoe', 'agent9']);
  });

  it('sorts by number of licenses, by name among equals, unknown ones last', () => {
    expect(sorted('licenses')).toEqual(['angel', 'agent10', 'zoe', 'agent9']);
    expect(sorted('licenses', true)).toEqual(['zoe', 'agent10', 'angel', 'agent9']);
  });

  it('puts holders of a license first, by name among them, unknown ones last', () => {
    expect(sorted('holds.wem')).toEqual(['agent10', 'zoe', 'angel', 'agent9']);
    expect(sorted('holds.wem', true)).toEqual(['angel', 'agent10', 'zoe', 'agent9']);
  });

  it('follows what is read later; who has no name comes last', () => {
    const index = organization();
    const views = new Views(index);
    const names = () =>
      Array.from(views.view(NO_FILTER, { column: 'name', descending: false }).rows, (row) =>
        index.userId(row),
      );
    names();
    index.addAssignments([{ id: 'later', licenses: [] }]);
    expect(names()).toEqual(['agent9', 'agent10', 'angel', 'zoe', 'later']);
    index.addUsers([{ id: 'later', name: 'Aaron', version: 1 }]);
    expect(names()).toEqual(['later', 'agent9', 'agent10', 'angel', 'zoe']);
  });
});

describe('an order that is kept', () => {
  it('is the order that sorting everything anew would give, however the rows arrive and change', () => {
    const change = fc.record({
      row: fc.nat(40),
      text: fc.constantFrom('', 'a', 'B', 'á', 'a 10', 'a 9', 'z'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 8 }), (pages) => {
        const texts = new Map<number, string>();
        const order = new TextOrder((row) => texts.get(row) ?? '');
        for (const page of pages) {
          for (const { row, text } of page) texts.set(row, text);
          order.update(Bitset.from(page.map(({ row }) => row)));
        }
        const expected = [...texts].sort(([rowA, a], [rowB, b]) => {
          if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
          return byName.compare(a, b) || rowA - rowB;
        });
        const named = expected.filter(([, text]) => text !== '');
        const backwards = [...named.toReversed(), ...expected.slice(named.length)];
        // Of all, of most and of few, which are found in ways of their own.
        for (const last of [40, 30, 2]) {
          const rows = (among: typeof expected) =>
            among.map(([row]) => row).filter((row) => row <= last);
          const keep = Bitset.from(rows(expected));
          expect([...order.rowsIn(keep)]).toEqual(rows(expected));
          expect([...order.rowsIn(keep, true)]).toEqual(rows(backwards));
        }
      }),
    );
  });
});

describe('rows that are worked out as they are asked for', () => {
  const question = fc.oneof(
    fc.record({ at: fc.integer({ min: -2, max: 90 }) }),
    fc.record({ from: fc.nat(90), to: fc.nat(90) }),
    fc.record({ row: fc.nat(90) }),
  );

  it('are the same whatever was asked for before', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Array.from({ length: 80 }, (_, row) => row)),
        fc.nat(80),
        fc.array(fc.nat(85)),
        fc.array(question),
        (order, turned, kept, questions) => {
          const start = order.slice(0, turned).toReversed();
          const keep = Bitset.from(kept.filter((row) => order.includes(row)));
          const expected = [...start, ...order.slice(turned)].filter((row) => keep.has(row));

          const rows = RowList.within(
            { rows: Uint32Array.from(order), turned: start.length },
            keep,
            expected.length,
          );
          expect(rows.length).toBe(expected.length);
          const answers = questions.map((asked) => {
            if ('at' in asked) return rows.at(asked.at);
            if ('row' in asked) return rows.indexOf(asked.row);
            return Array.from(rows.subarray(asked.from, asked.to));
          });
          expect(answers).toEqual(
            questions.map((asked) => {
              if ('at' in asked) return asked.at < 0 ? undefined : expected[asked.at];
              if ('row' in asked) return expected.indexOf(asked.row);
              return expected.slice(asked.from, asked.to);
            }),
          );
          expect([...rows]).toEqual(expected);
        },
      ),
    );
  });

  it('looks at no more of the order than it takes to find them', () => {
    const looked: number[] = [];
    const keep = Bitset.full(1_000);
    const has = keep.has.bind(keep);
    keep.has = (row) => {
      looked.push(row);
      return has(row);
    };
    const order = { rows: Uint32Array.from({ length: 1_000 }, (_, row) => row), turned: 1_000 };
    const rows = RowList.within(order, keep, 1_000);
    expect(rows.at(2)).toBe(997);
    expect(looked).toEqual([999, 998, 997]);
  });
});
