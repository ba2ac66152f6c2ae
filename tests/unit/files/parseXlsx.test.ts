// @vitest-environment node
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { FileProblem } from '@/files/FileProblem';
import { parseXlsx } from '@/files/parseXlsx';
import { textCell, textRow, workbook, zip } from './workbooks';

const HEADER = textRow(1, 'User', 'License', 'Action');

async function cellsOf(bytes: Uint8Array) {
  return (await parseXlsx(bytes)).rows.map(({ cells }) => cells);
}

async function problemsOf(bytes: Uint8Array) {
  const { rows } = await parseXlsx(bytes);
  return rows.flatMap(({ line, problems = [] }) =>
    problems.map(({ column, fault }) => ({ line, column, fault })),
  );
}

describe('an XLSX file', () => {
  it('as a library writes it is read by its first sheet, and says which others there are', async () => {
    const bytes = await writeXlsx([
      {
        sheet: 'Änderungen & more',
        data: [
          ['User', 'License', 'Action'],
          ['José <b>', 'cloudCX1', 'add'],
        ],
      },
      { sheet: 'Notes', data: [['nothing']] },
    ]).toBuffer();

    expect(await parseXlsx(bytes)).toEqual({
      header: ['User', 'License', 'Action'],
      headerLine: 1,
      rows: [{ line: 2, cells: ['José <b>', 'cloudCX1', 'add'] }],
      lineCount: 2,
      source: { format: 'XLSX', sheet: 'Änderungen & more', otherSheets: ['Notes'] },
    });
  });

  it('keeps the row numbers that the spreadsheet shows, and passes over empty rows', async () => {
    const rows = `${textRow(3, 'User', 'License')}${textRow(4, '', ' ')}${textRow(7, 'a', 'b')}<row r="9"><c r="A9" s="0"/></row>`;
    expect(
      await parseXlsx(workbook({ rows, styles: '<cellXfs><xf numFmtId="0"/></cellXfs>' })),
    ).toMatchObject({
      headerLine: 3,
      rows: [{ line: 7, cells: ['a', 'b'] }],
    });
  });

  it('gives numbers, dates and truth as text', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const rows = `${textRow(1, 'a', 'b', 'c', 'd')}<row r="2"><c r="A2"><v>12345678901234567</v></c><c r="B2" s="1"><v>45352</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" s="1"><v>45352.5</v></c></row>`;
    expect(await cellsOf(workbook({ rows, styles }))).toEqual([
      ['12345678901234567', '2024-03-01', 'TRUE', '2024-03-01T12:00:00.000Z'],
    ]);
  });

  it('gives shared and formatted strings whole', async () => {
    const strings = '<si><t>User</t></si><si><r><t>Jo</t></r><r><rPr><b/></rPr><t>sé</t></r></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>';
    expect(await cellsOf(workbook({ rows, strings }))).toEqual([['José']]);
  });

  it('leaves out what stands beside the table', async () => {
    const rows = `${textRow(1, 'User', 'License')}<row r="2">${textCell('A2', 'a')}${textCell('F2', 'far off')}</row>`;
    expect(await cellsOf(workbook({ rows }))).toEqual([['a', '']]);
  });

  it.each([
    ['relative', 'worksheets/sheet1.xml'],
    ['absolute', '/xl/worksheets/sheet1.xml'],
  ])('is found by a %s path', async (_, target) => {
    expect(await cellsOf(workbook({ rows: HEADER + textRow(2, 'a', 'b', 'c'), target }))).toEqual([
      ['a', 'b', 'c'],
    ]);
  });
});

describe('what a workbook hides', () => {
  const row = (number: number, attributes: string) =>
    textRow(number, `user ${number}`, 'wem', 'add').replace('<row ', `<row ${attributes} `);

  it('in rows is told of each of them: filtered out, hidden by hand, or as thin as nothing', async () => {
    const rows = `${HEADER}${row(2, 'hidden="1"')}${row(3, '')}${row(4, "hidden='true'")}${row(5, 'ht="0" customHeight="1"')}`;
    const table = await parseXlsx(workbook({ rows }));
    expect(table.rows.map(({ line, isHidden = false }) => [line, isHidden])).toEqual([
      [2, true],
      [3, false],
      [4, true],
      [5, true],
    ]);
  });

  it('in columns is told of each of them', async () => {
    const before =
      '<cols><col min="1" max="1" width="9"/><col min="2" max="16384" hidden="1"/></cols>';
    expect(await parseXlsx(workbook({ rows: HEADER, before }))).toMatchObject({
      hiddenColumns: [1, 2],
    });
  });

  it.each(['hidden', 'veryHidden'])('in a sheet is not read unasked: %s', async (state) => {
    const bytes = workbook({
      rows: HEADER + textRow(2, 'secret', 'b', 'c'),
      secondRows: HEADER + textRow(2, 'shown', 'b', 'c'),
      sheets: ['Old', 'New'],
      states: [`state="${state}"`],
    });
    const { rows, source } = await parseXlsx(bytes);
    expect(rows[0]?.cells[0]).toBe('shown');
    expect(source).toEqual({
      format: 'XLSX',
      sheet: 'New',
      otherSheets: ['Old'],
      hiddenSheets: ['Old'],
    });
    expect((await parseXlsx(bytes, 'Old')).rows[0]?.cells[0]).toBe('secret');
  });
});

describe('the sheets of a workbook', () => {
  const two = {
    rows: HEADER + textRow(2, 'first', 'b', 'c'),
    secondRows: HEADER + textRow(2, 'second', 'b', 'c'),
    sheets: ['One', 'Two'],
  };
  const sheetRead = async (bytes: Uint8Array, name?: string) => {
    const { source, rows } = await parseXlsx(bytes, name);
    return [source.format === 'XLSX' && source.sheet, rows[0]?.cells[0]];
  };

  it('are read by the one that was looked at last, or by the one that is asked for', async () => {
    expect(await sheetRead(workbook(two))).toEqual(['One', 'first']);
    expect(await sheetRead(workbook({ ...two, activeTab: 1 }))).toEqual(['Two', 'second']);
    expect(await sheetRead(workbook({ ...two, activeTab: 1 }), 'One')).toEqual(['One', 'first']);
    expect(await sheetRead(workbook({ ...two, activeTab: 9 }))).toEqual(['One', 'first']);
  });

  it('that are empty give way to one that is not; all empty, one can still be chosen', async () => {
    expect(await sheetRead(workbook({ ...two, rows: '' }))).toEqual(['Two', 'second']);
    expect(await parseXlsx(workbook({ ...two, rows: '', secondRows: '' }))).toMatchObject({
      header: [],
      rows: [],
      source: { sheet: 'One', otherSheets: ['Two'] },
    });
  });
});

describe('a workbook of another program', () => {
  it.each([
    ['backslashes', (path: string) => path.replaceAll('/', '\\')],
    ['capitals', (path: string) => path.replace('workbook', 'Workbook').replace('xl/', 'XL/')],
    ['a slash at the beginning', (path: string) => `/${path}`],
  ])('may write its paths with %s', async (_, pathOf) => {
    const rows = HEADER + textRow(2, 'a', 'b', 'c');
    expect(await cellsOf(workbook({ rows, pathOf }))).toEqual([['a', 'b', 'c']]);
    const target = 'worksheets\\sheet1.xml';
    expect(await cellsOf(workbook({ rows, pathOf, target }))).toEqual([['a', 'b', 'c']]);
  });

  it('may have titles above the table', async () => {
    const rows = `${textRow(1, 'Licenses to change')}${textRow(2, 'As of', 'March')}${textRow(4, 'E-Mail', 'Lizenz', 'Aktion')}${textRow(5, 'a', 'b', 'entfernen')}`;
    expect(await parseXlsx(workbook({ rows }))).toMatchObject({
      header: ['E-Mail', 'Lizenz', 'Aktion'],
      headerLine: 4,
      above: [{ line: 1 }, { line: 2 }],
      rows: [{ line: 5 }],
    });
  });
});

describe('a sheet whose XML is not closed', () => {
  it.each([
    ['cells', '<c r="A1" t="s"><v>0</v>'],
    ['rows', '<row r="1">'],
    ['tags', '<row r="1" '],
    ['values of attributes', '<row r="'],
    ['formulas', '<c r="A1"><f t="array" ref="A1:B2" '],
    ['comments', '<!-- '],
    ['closing tags', '</c></row>'],
  ])('ends at once: %s', async (_, part) => {
    const rows = `<row r="1">${part.repeat(400_000)}`;
    await expect(parseXlsx(workbook({ rows }))).rejects.toHaveProperty('fault', {
      kind: 'damaged',
      what: 'sheetXml',
    });
  });

  it.each([
    ['strings', { strings: '<si><t>a'.repeat(200_000) }],
    ['styles', { styles: '<cellXfs><xf '.repeat(200_000) }],
  ])('ends also for its %s', async (_, parts) => {
    const rows = `${HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c></row>`;
    const outcome = await parseXlsx(workbook({ rows, ...parts })).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(FileProblem);
  });

  it('is not the case of many formulas that fill many cells', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => {
      const [row, next] = [i + 2, i + 3];
      return `<row r="${row}"><c r="A${row}"><f t="array" ref="A${row}:A${next}">B1</f><v>1</v></c></row>`;
    });
    const { rows } = await parseXlsx(workbook({ rows: HEADER + many.join('') }));
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ problems }) => problems?.length === 1)).toBe(true);
  });
});

describe('a formula in an XLSX file', () => {
  it('is named by its cell, whatever its last result was', async () => {
    const rows = `${HEADER}<row r="2"><c r="A2" t="str"><f>LOWER("A@X")</f><v>a@x</v></c>${textCell('B2', 'wem')}<c r="C2" t="str"><f t="shared" si="0"/><v>add</v></c></row>${textRow(3, 'b', 'wem', 'add')}`;
    expect(await problemsOf(workbook({ rows }))).toEqual([
      { line: 2, column: 0, fault: { kind: 'formula', cell: 'A2' } },
      { line: 2, column: 2, fault: { kind: 'formula', cell: 'C2' } },
    ]);
  });

  it('is seen in every cell that it fills', async () => {
    const rows = `${HEADER}<row r="2"><c r="A2" t="str"><f t="array" ref="A2:A3">UNIQUE(Z1:Z9)</f><v>a</v></c></row><row r="3"><c r="A3" t="str"><v>b</v></c></row>${textRow(4, 'c')}`;
    expect((await problemsOf(workbook({ rows }))).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is seen under a prefix, and not where only its letter is', async () => {
    const rows = `<x:row r="1">${'AB'.replace(/[AB]/gu, (name) => `<x:c r="${name}1" t="inlineStr"><x:is><x:t>User ${name}</x:t></x:is></x:c>`)}</x:row><x:row r="2"><x:c r="A2" t="str"><x:f>B2</x:f><x:v>a</x:v></x:c><x:c r="B2" t="inlineStr"><x:is><x:t>&lt;f&gt;</x:t></x:is></x:c></x:row>`;
    expect(await problemsOf(workbook({ rows, prefix: 'x' }))).toMatchObject([
      { line: 2, column: 0 },
    ]);
  });

  it('in the header makes the column unknown', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>"User"</f><v>User</v></c>${textCell('B1', 'License')}</row>`;
    expect((await parseXlsx(workbook({ rows }))).header).toEqual(['=…', 'License']);
  });

  it('that failed is an error of its cell', async () => {
    const rows = `${HEADER}<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>`;
    expect(await problemsOf(workbook({ rows }))).toEqual([
      { line: 2, column: 1, fault: { kind: 'errorValue', cell: 'B2', value: '#N/A' } },
    ]);
  });
});

describe('an XLSX file that cannot be read', () => {
  it.each([
    ['a binary workbook', { 'xl/workbook.bin': '' }, 'xlsb'],
    ['an OpenDocument', { mimetype: '', 'content.xml': '' }, 'openDocument'],
    ['some other archive', { 'word/document.xml': '' }, 'otherArchive'],
  ])('says that it is %s', async (_, parts, kind) => {
    await expect(parseXlsx(zip(parts))).rejects.toHaveProperty('fault', { kind });
  });

  it('says that it is damaged', async () => {
    const whole = workbook({ rows: HEADER });
    await expect(parseXlsx(whole.slice(0, -60))).rejects.toHaveProperty('fault', {
      kind: 'damaged',
      what: 'archive',
    });
    await expect(
      parseXlsx(zip({ 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '<r/>' })),
    ).rejects.toHaveProperty('fault', { kind: 'damaged', what: 'noFirstSheet' });
    await expect(
      parseXlsx(workbook({ rows: HEADER, target: 'worksheets/gone.xml' })),
    ).rejects.toHaveProperty('fault', { kind: 'damaged', what: 'sheetMissing' });
    await expect(
      parseXlsx(workbook({ rows: `${HEADER}<row r="2"><c r="A2" t="s"><v>7</v></c></row>` })),
    ).rejects.toThrow(FileProblem);
  });

  it('says that its sheet is empty', async () => {
    await expect(
      parseXlsx(workbook({ rows: '', sheets: ['Plan &amp; more'] })),
    ).rejects.toHaveProperty('fault', { kind: 'emptySheet', sheet: 'Plan & more' });
  });

  it('has too many rows, and says how many', async () => {
    const row = textRow(1, 'a').replace(/ r="[A-Z]?1"/gu, '');
    const many = Array.from({ length: 100_002 }, () => row).join('');
    await expect(parseXlsx(workbook({ rows: many }))).rejects.toHaveProperty('fault', {
      kind: 'tooManyRows',
      rows: 100_001,
    });
  });

  it.each([
    [
      'row',
      { kind: 'damaged', what: 'tooManyRows' },
      `<row r="4000000000">${textCell('A4000000000', 'a')}</row>`,
    ],
    [
      'column',
      { kind: 'damaged', what: 'tooManyColumns' },
      `<row r="2">${textCell('ZZZZZZ2', 'a')}</row>`,
    ],
    [
      'corner',
      { kind: 'tooWide', rows: 1_000_000, columns: 16_384 },
      `<row r="1000000">${textCell('XFD1000000', 'a')}</row>`,
    ],
  ])('would fill the memory for one far-off %s, and is refused', async (_, fault, row) => {
    await expect(parseXlsx(workbook({ rows: HEADER + row }))).rejects.toHaveProperty(
      'fault',
      fault,
    );
  });

  it('would fill the memory when unpacked, and is refused before', async () => {
    const bytes = workbook({ rows: HEADER });
    sayUnpackedSize(bytes, 'xl/worksheets/sheet1.xml', 301 * 1024 * 1024);
    await expect(parseXlsx(bytes)).rejects.toHaveProperty('fault', {
      kind: 'tooManyBytesUnpacked',
    });
  });

  it('claims to be smaller than it is, and is not unpacked beyond that', async () => {
    const bytes = workbook({ rows: HEADER });
    sayUnpackedSize(bytes, 'xl/worksheets/sheet1.xml', 10);
    await expect(parseXlsx(bytes)).rejects.toThrow(FileProblem);
  });
});

/** Changes what the directory of an archive says about a part. */
function sayUnpackedSize(bytes: Uint8Array, name: string, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const nameLength = view.getUint16(at + 28, true);
    const ownName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (ownName === name) view.setUint32(at + 24, size, true);
  }
}
