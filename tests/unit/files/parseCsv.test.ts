import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { FileProblem } from '@/files/FileProblem';
import { parseCsv } from '@/files/parseCsv';
import { toCsv } from '@/model/csv';
import type { FileFault } from '@/model/fileFaults';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseCsv(bytesOf(text));
const cellsOf = (text: string) => parse(text).rows.map(({ cells }) => cells);
const problemsOf = (text: string | Uint8Array) =>
  parseCsv(typeof text === 'string' ? bytesOf(text) : text).rows.flatMap(
    ({ line, problems = [] }) => problems.map(({ fault }) => ({ line, ...fault })),
  );

function faultOf(parseIt: () => unknown): FileFault | undefined {
  try {
    parseIt();
  } catch (error) {
    if (error instanceof FileProblem) return error.fault;
    throw error;
  }
  return undefined;
}

/** A text in an encoding of a byte for each letter, as old programs write it. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let place = 0; place < marked.length; place++) {
    view.setUint16(2 * place, marked.charCodeAt(place), !isBigEndian);
  }
  return new Uint8Array(view.buffer);
}

describe('a CSV file', () => {
  it.each([',', ';', '\t'])('separated by %j is known by its header', (separator) => {
    const table = parse(
      ['User', 'License', 'Action'].join(separator).concat('\r\n', ['a', 'b', 'c'].join(separator)),
    );
    expect(table.header).toEqual(['User', 'License', 'Action']);
    expect(table.rows).toEqual([{ line: 2, cells: ['a', 'b', 'c'] }]);
    expect(table.source).toEqual({ format: 'CSV', separator, encoding: 'UTF-8' });
  });

  it('is not taken to be separated by what only its texts are full of', () => {
    expect(parse('User;License, or several, or many\na;b').header).toEqual([
      'User',
      'License, or several, or many',
    ]);
  });

  it('may say its separator as Excel does', () => {
    const table = parse('sep=|\nUser|License\na|b\n');
    expect(table).toMatchObject({ headerLine: 2, lineCount: 3, rows: [{ line: 3 }] });
    expect(table.source).toMatchObject({ separator: '|' });
  });

  it('keeps the line numbers of an editor, whatever ends its lines and stands in its quotes', () => {
    const text = 'User,License\r\n\r\n"one\nline\r\nmore",b\rc,d\n , \n\ne,f';
    expect(parse(text)).toMatchObject({
      headerLine: 1,
      rows: [
        { line: 3, cells: ['one\nline\nmore', 'b'] },
        { line: 6, cells: ['c', 'd'] },
        { line: 9, cells: ['e', 'f'] },
      ],
      lineCount: 9,
    });
  });

  it('may begin with empty lines, and end with or without a line break', () => {
    expect(parse('\n\nUser,License\na,b\n')).toMatchObject({
      headerLine: 3,
      lineCount: 4,
      rows: [{ line: 4 }],
    });
  });

  it('names the line that has more or fewer fields, and the separator it seems to have', () => {
    expect(problemsOf('User;License;Action\na;b\nc,d,add\ne;f;add;g\nh;i;add')).toEqual([
      { line: 2, kind: 'width', cells: 2, expected: 3 },
      {
        line: 3,
        kind: 'width',
        cells: 1,
        expected: 3,
        separators: { row: ',', header: ';' },
      },
      { line: 4, kind: 'width', cells: 4, expected: 3 },
    ]);
  });

  it('names the lines that a stray quotation mark swallows', () => {
    expect(problemsOf('User,License\n"a,b\nc,d\n')).toEqual([
      { line: 2, kind: 'openQuote', firstLine: 2, lastLine: 3 },
    ]);
    expect(problemsOf('User,License\nfine,x\n"a" b,c\nd,e\n"f",g\nh,i')).toEqual([
      { line: 3, kind: 'strayQuote', firstLine: 3, lastLine: 5 },
    ]);
  });

  it('that is empty, or has a broken header, is refused', () => {
    expect(faultOf(() => parse(''))).toEqual({ kind: 'empty' });
    expect(faultOf(() => parse('\n \n'))).toEqual({ kind: 'empty' });
    expect(faultOf(() => parse('User,"License\na,b'))).toEqual({
      kind: 'header',
      line: 1,
      fault: { kind: 'openQuote', firstLine: 1, lastLine: 2 },
    });
  });

  it('of too many rows is refused with their number', () => {
    expect(faultOf(() => parse(`User,License\n${'a,b\n'.repeat(100_001)}`))).toEqual({
      kind: 'tooManyRows',
      rows: 100_001,
    });
    expect(parse(`User,License\n${'a,b\n'.repeat(100_000)}`).rows).toHaveLength(100_000);
  });

  it('tells how far it is read', () => {
    const onShare = vi.fn<(share: number) => void>();
    parseCsv(bytesOf(`User,License\n${'a,b\n'.repeat(4_000)}`), onShare);
    expect(onShare.mock.calls.map(([share]) => Math.round(share * 10))).toEqual([5, 10]);
  });
});

describe('the lines above the table', () => {
  const TABLE = ['E-Mail;Lizenz;Aktion', 'anna@x.example;communicate;entfernen'];

  it.each([
    ['titles', ['Licenses to change, March 2026', '', 'Prepared by: Bo; checked by: nobody']],
    ['what PowerShell says', ['#TYPE Selected.Microsoft.Graph.PowerShell.Models.User']],
    ['what Excel says', ['sep=;']],
    ['what Excel says, saved once more', ['sep=;;;']],
    ['both', ['#TYPE System.Management.Automation.PSCustomObject', '"sep=;"', 'A title']],
    ['a separator that is not the one', ['sep=,']],
    ['an export of this console', ['About;Findings', 'Organization;Acme (1)', 'Filter;a; b', '']],
  ])('are not the header, are kept, and are counted: %s', (_, lines) => {
    const table = parse([...lines, ...TABLE, ''].join('\r\n'));
    expect(table).toMatchObject({
      header: ['E-Mail', 'Lizenz', 'Aktion'],
      headerLine: lines.length + 1,
      rows: [{ line: lines.length + 2, cells: ['anna@x.example', 'communicate', 'entfernen'] }],
      lineCount: lines.length + 2,
    });
    expect(table.rows[0]?.problems).toBeUndefined();
    expect(table.above?.map(({ line }) => line)).toEqual(
      [...lines.keys()].filter((place) => lines[place] !== '').map((place) => place + 1),
    );
  });

  it('are passed over as titles where no header is known', () => {
    expect(parse('Prices\nAs of today\nFoo,Bar\n1,2\n')).toMatchObject({
      header: ['Foo', 'Bar'],
      headerLine: 3,
    });
  });
});

describe('empty cells at the end', () => {
  it('of a row, or of all lines, are no more than the header has', () => {
    const row = { line: 2, cells: ['anna@x.example', 'communicate'] };
    expect(parse('User,License\nanna@x.example,communicate,\n').rows).toEqual([row]);
    expect(parse('User,License\nanna@x.example,communicate,,  ,\n').rows).toEqual([row]);
    expect(parse('User,License,,\nanna@x.example,communicate\n').rows).toEqual([
      { line: 2, cells: ['anna@x.example', 'communicate', '', ''] },
    ]);
    expect(problemsOf('User,License\nanna@x.example,communicate,,x\n')).toMatchObject([
      { line: 2, kind: 'width', cells: 4, expected: 2 },
    ]);
  });
});

describe('the encoding of a CSV file', () => {
  it.each([
    ['UTF-8', bytesOf('User,License\nJosé,b')],
    ['UTF-8', bytesOf('\uFEFFUser,License\nJosé,b')],
    ['UTF-16', utf16('User,License\nJosé,b', false)],
    ['UTF-16', utf16('User,License\nJosé,b', true)],
  ])('is read by its mark, or is %s', (encoding, bytes) => {
    const table = parseCsv(bytes);
    expect(table.header).toEqual(['User', 'License']);
    expect(table.rows[0]?.cells).toEqual(['José', 'b']);
    expect(table.source).toMatchObject({ encoding });
  });

  it('is never guessed: a line of another encoding is named, the others go on', () => {
    const bytes = latin1('User,License\nana,b\nJos\u00e9,b\r\nmary,b\n"two\nlin\u00e9s",b');

    expect(problemsOf(bytes)).toEqual([
      { line: 3, kind: 'encoding', encoding: 'UTF-8' },
      { line: 5, kind: 'encoding', encoding: 'UTF-8' },
    ]);
    expect(parseCsv(bytes).rows[2]).toEqual({ line: 4, cells: ['mary', 'b'] });
  });

  it('is told from a replacement character that somebody typed', () => {
    expect(problemsOf('User,License\n\uFFFD,b')).toEqual([]);
  });

  it('that spoils the header leaves nothing to read', () => {
    expect(faultOf(() => parseCsv(latin1('\u00c9,License\na,b')))).toEqual({
      kind: 'header',
      line: 1,
      fault: { kind: 'encoding', encoding: 'UTF-8' },
    });
  });

  it('is wrong where UTF-16 breaks off', () => {
    const bytes = utf16('User,License\na,b', false);
    expect(problemsOf(bytes.slice(0, -1))).toEqual([
      { line: 2, kind: 'encoding', encoding: 'UTF-16' },
    ]);
  });

  it('is asked for of what is no text', () => {
    expect(faultOf(() => parseCsv(bytesOf('ID3\u0003\n\0\0')))).toEqual({
      kind: 'noText',
      line: 2,
    });
  });
});

describe('any CSV file', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => text.replace(/[\r\0\uFEFF]/gu, ''));
  const special = fc.constantFrom('"', 'a"b', 'a,b', 'a;b', 'a\tb', 'two\nlines', '', ' x ');
  const row = fc.tuple(fc.oneof(cell, special), fc.oneof(cell, special), fc.constant('.'));
  const rows = fc.array(row, { maxLength: 12 });
  const header = ['User', 'License', 'End'];

  it('gives back what was quoted into it', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (cells, delimiter, newline, quotes) => {
          const text = Papa.unparse([header, ...cells], { delimiter, newline, quotes });
          expect(cellsOf(text)).toEqual(cells);
        },
      ),
    );
  });

  it('numbers each row by the line breaks before it', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const lines = [header, ...cells].map((row) => Papa.unparse([row]));
        const starts = lines.map(
          (_, position) => lines.slice(0, position).join('\n').split('\n').length + 1,
        );
        expect(parse(lines.join('\n')).rows.map(({ line }) => line)).toEqual(starts.slice(1));
      }),
    );
  });

  it('that this console exported can be read by it', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const safe = cells.map((row) =>
          row.map((text) => text.replace(/^[=+\-@\t\n＝＋－＠]+/u, '')),
        );
        expect(parse(toCsv(header, safe)).rows.map(({ cells }) => cells)).toEqual(safe);
      }),
    );
  });

  it('of any bytes at all is read or refused in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readOrRefused(bytes)).toBe(true);
      }),
    );
  });
});

function readOrRefused(bytes: Uint8Array): boolean {
  try {
    return parseCsv(bytes).lineCount > 0;
  } catch (error) {
    return error instanceof FileProblem;
  }
}
