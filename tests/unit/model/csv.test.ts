import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvValue, toCsv } from '@/model/csv';

const read = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data;

describe('an export as CSV', () => {
  it('is what a spreadsheet opens: marked as UTF-8, a line each row, quoted where needed', () => {
    expect(
      toCsv(
        ['User', 'License'],
        [
          ['Núñez, José', 'cloudCX1'],
          ['say "hi"', undefined],
        ],
      ),
    ).toBe('\uFEFFUser,License\r\n"Núñez, José",cloudCX1\r\n"say ""hi""",\r\n');
  });

  it('never runs as a formula, not even one with a line break or in wide letters', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+1', '＝1+1'];
    const csv = toCsv(
      ['=header'],
      dangerous.map((text) => [text]),
    );
    expect(read(csv).flat()).toEqual(["'=header", ...dangerous.map((text) => `'${text}`)]);
  });

  it('keeps numbers as numbers', () => {
    expect(toCsv(['a', 'b'], [[-5, true]])).toContain('\r\n-5,true\r\n');
  });

  it('reads back as it was, whatever is in the cells', () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/u.test(text));
    const row: fc.Arbitrary<CsvValue[]> = fc.tuple(text, fc.integer().map(Math.abs), text);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(read(toCsv(['a', 'b', 'c'], rows)).slice(1)).toEqual(
          rows.map((cells) => cells.map(String)),
        );
      }),
    );
  });
});
