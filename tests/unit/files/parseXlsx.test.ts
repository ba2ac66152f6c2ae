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
