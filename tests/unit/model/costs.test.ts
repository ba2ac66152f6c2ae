// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCostFile } from '@/model/costFile';
import { costTable, NO_COSTS, priceText, readPrice, readSeats, withTerms } from '@/model/costs';

describe('a price that is typed', () => {
  it('is read with a decimal point, exactly', () => {
    expect(readPrice(' 75.10 ')).toEqual({ value: 751_000 });
    expect(readPrice('0')).toEqual({ value: 0 });
  });

  it('is not known where nothing is typed', () => {
    expect(readPrice('  ')).toEqual({});
  });

  it.each([
    ['75,10', 'comma'],
    ['1,234.50', 'comma'],
    ['$75', 'currency'],
    ['75 EUR', 'currency'],
    ['-1', 'negative'],
    ['1.23456', 'tooManyDecimals'],
    ['1000000.0001', 'tooLarge'],
    ['many', 'notANumber'],
    ['1e3', 'notANumber'],
  ])('is refused as %s: %s', (text, problem) => {
    expect(readPrice(text)).toEqual({ problem });
  });

  it('is read as the amount that it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (price) => {
        expect(readPrice(priceText(price))).toEqual({ value: price });
      }),
    );
  });

  it('is told from seats, which are whole', () => {
    expect(readSeats('12')).toEqual({ value: 12 });
    expect(readSeats('12.5')).toEqual({ problem: 'notWhole' });
    expect(readSeats('1,000')).toEqual({ problem: 'comma' });
  });
});

describe('the costs of an organization', () => {
  const holders: Record<string, number> = { base: 3, wem: 2 };
  const tableOf = (costs: typeof NO_COSTS) =>
    costTable(costs, ['base', 'wem'], (id) => ({ count: holders[id] ?? 0 }));

  it('leave what has no price unknown, and count it', () => {
    const { licenses, monthly, unpriced } = tableOf(
      withTerms(NO_COSTS, 'base', { price: 100_000, seats: 5 }),
    );
    expect(licenses[0]).toMatchObject({ overSeats: -2, monthly: 300_000 });
    expect(licenses[1]).toEqual({ licenseId: 'wem', holders: 2 });
    expect({ monthly, unpriced }).toEqual({ monthly: 300_000, unpriced: 1 });
  });

  it('list a license that has seats but no holder', () => {
    const { licenses, unpriced } = tableOf(withTerms(NO_COSTS, 'old', { seats: 4 }));
    expect(licenses.at(-1)).toEqual({ licenseId: 'old', holders: 0, seats: 4, overSeats: -4 });
    expect(unpriced).toBe(2);
  });

  it('are the sum of the licenses, whatever the prices', () => {
    const prices = fc.dictionary(fc.constantFrom('base', 'wem', 'old'), fc.nat(1_000_000));
    fc.assert(
      fc.property(prices, (given) => {
        const costs = Object.entries(given).reduce(
          (next, [id, price]) => withTerms(next, id, { price }),
          NO_COSTS,
        );
        const expected = (given.base ?? 0) * 3 + (given.wem ?? 0) * 2;
        expect(tableOf(costs).monthly).toBe(expected);
      }),
    );
  });

  it('forget a license of which nothing is said any more', () => {
    const costs = withTerms(NO_COSTS, 'base', { price: 0 });
    expect(costs.terms.has('base')).toBe(true);
    expect(withTerms(costs, 'base', {}).terms.size).toBe(0);
  });
});

describe('a file of prices', () => {
  const read = (header: string[], ...rows: string[][]) =>
    readCostFile(
      { header, rows: rows.map((cells, place) => ({ line: place + 2, cells })) },
      { license: ['License'], price: ['Price', 'Price a month'], seats: ['Seats'] },
      (id) => id !== 'nobodys',
    );

  it('is taken row by row, and what is not understood is told by its line', () => {
    const { terms, problems } = read(
      ['seats', 'LICENSE', 'Price'],
      ['10', 'base', '75.5'],
      ['', 'wem', '10,5'],
      ['', 'nobodys', '1'],
      ['7', 'base', ''],
      ['1', '', ''],
      ['', 'wem', ''],
      ['', 'wem', '0'],
    );
    expect([...terms]).toEqual([
      ['base', { price: 755_000, seats: 10 }],
      ['wem', { price: 0 }],
    ]);
    expect(problems).toEqual([
      { line: 3, kind: 'price', text: '10,5', problem: 'comma' },
      { line: 4, kind: 'unknownLicense', text: 'nobodys' },
      { line: 5, kind: 'twice', text: 'base' },
      { line: 6, kind: 'noLicense' },
      { line: 7, kind: 'nothingSaid' },
    ]);
  });

  const FORMULA = { kind: 'formula', cell: 'C6' } as const;

  it('may say first what it is about, as a spreadsheet writes it back', () => {
    const { terms, problems } = readCostFile(
      {
        header: ['About', 'Costs', ''],
        rows: [
          { line: 2, cells: ['Organization', 'Meridian', ''] },
          { line: 4, cells: ['License', 'Name', 'Price a month'] },
          { line: 5, cells: ['base', 'Base', '75.5'] },
          { line: 6, cells: ['wem', 'WEM', '1'], problems: [{ fault: FORMULA }] },
        ],
      },
      { license: ['License'], price: ['Price', 'Price a month'], seats: ['Seats'] },
      () => true,
    );
    expect([...terms]).toEqual([['base', { price: 755_000 }]]);
    expect(problems).toEqual([{ line: 6, kind: 'unreadable', fault: FORMULA }]);
  });

  it('is forgiven only the width that it has beside its first line', () => {
    const width = { fault: { kind: 'width', cells: 2, expected: 1 } } as const;
    const { terms, problems } = readCostFile(
      {
        header: ['Costs'],
        rows: [
          { line: 2, cells: ['License', 'Price'], problems: [width] },
          { line: 3, cells: ['base', '75.5'], problems: [width] },
          { line: 4, cells: ['wem', '1'], problems: [width, { fault: FORMULA }] },
        ],
      },
      { license: ['License'], price: ['Price'], seats: ['Seats'] },
      () => true,
    );
    expect([...terms]).toEqual([['base', { price: 755_000 }]]);
    expect(problems).toEqual([{ line: 4, kind: 'unreadable', fault: FORMULA }]);
  });

  it('is refused when it has not the columns', () => {
    expect(read(['Name', 'Price']).missing).toEqual(['license']);
    expect(read(['License']).missing).toEqual(['price', 'seats']);
  });
});
