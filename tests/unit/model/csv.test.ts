import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvValue, toCsv, withoutFormulaGuard } from '@/model/csv';

const read = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data;

/**
 * The cells that a spreadsheet shows which splits by another separator: quotation marks count at the beginning of what it
 * takes for a cell, and the rest up to its separator is taken as it is.
 */
function cellsSplitBy(separator: string, csv: string): string[] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"?)?([^${separator}\\n]*)(?:[${separator}\\n]|$)`,
    'gu',
  );
  return Array.from(csv.matchAll(cell), ([, quoted = '', rest = '']) => quoted + rest);
}

describe('an export as CSV', () => {
  it('is what a spreadsheet opens: marked as UTF-8, a line each row, every text quoted', () => {
    expect(
      toCsv(
        ['User', 'License'],
        [
          ['Núñez, José', 'cloudCX1'],
          ['say "hi"', undefined],
        ],
      ),
    ).toBe('\uFEFF"User","License"\r\n"Núñez, José","cloudCX1"\r\n"say ""hi""",\r\n');
  });

  it('never runs as a formula, not even one with a line break or in wide letters', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+1', '＝1+1'];
    const csv = toCsv(
      ['=header'],
      dangerous.map((text) => [text]),
    );
    const texts = read(csv).flat();
    expect(texts.filter((text) => !text.startsWith("'"))).toEqual([]);
    expect(texts.map(withoutFormulaGuard)).toEqual(['=header', ...dangerous]);
  });

  it.each([
    "x;=cmd|' /C calc'!A0;y",
    'x;"=1+1"',
    'x; \t=1',
    'x\n=1',
    'x|@SUM(A1)',
    'x\t-1;y',
    'x;＝1',
  ])('begins no cell with a formula where another separator is used: %j', (name) => {
    const csv = toCsv(['Id', 'Name'], [['id-1', name, name]]);
    for (const separator of [';', '\t', '|']) {
      for (const cell of [...cellsSplitBy(separator, csv), ...csv.split(separator)]) {
        expect(cell.replace(/^[\s"]+/u, ''), separator).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }
    }
    expect(read(csv)[1]?.map(withoutFormulaGuard)).toEqual(['id-1', name, name]);
  });

  it('keeps numbers as numbers', () => {
    expect(toCsv(['a', 'b'], [[-5, true]])).toContain('\r\n-5,true\r\n');
  });

  it('reads back as it was, whatever is in the cells but what looks like a guard', () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((text) => !/'[=+\-@\t\r\n＝＋－＠]/u.test(text));
    const row: fc.Arbitrary<CsvValue[]> = fc.tuple(text, fc.integer(), text);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const texts = read(toCsv(['a', 'b', 'c'], rows)).slice(1);
        expect(texts.map((cells) => cells.map(withoutFormulaGuard))).toEqual(
          rows.map((cells) => cells.map(String)),
        );
      }),
    );
  });
});
