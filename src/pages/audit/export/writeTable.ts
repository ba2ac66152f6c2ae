import { type CsvValue, toCsv } from '@/model/csv';
import type { ExportFormat, ExportTable } from './table';

const MIME: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/**
 * A table as a file. What would run as a formula in a spreadsheet is text in every format.
 * @param about what the part is called that says what the table is about
 */
export async function writeTable(
  format: ExportFormat,
  table: ExportTable,
  about: string,
): Promise<Blob> {
  return new Blob([await contentOf(format, table, about)], { type: MIME[format] });
}

async function contentOf(
  format: ExportFormat,
  table: ExportTable,
  about: string,
): Promise<string | Blob> {
  switch (format) {
    case 'csv':
      return writeCsv(table, about);
    case 'xlsx':
      return writeXlsx(table, about);
    case 'json':
      return writeJson(table);
  }
}

/** What the table is about stands above it, apart by an empty line. */
function writeCsv({ title, about, header, rows }: ExportTable, aboutTitle: string): string {
  return toCsv([aboutTitle, title], [...about, [], header, ...rows]);
}

function writeJson({ title, about, header, rows }: ExportTable): string {
  const records = Array.from(rows, (row) =>
    Object.fromEntries(header.map((name, column) => [name, row[column] ?? null])),
  );
  return `${JSON.stringify({ title, about: Object.fromEntries(about), rows: records }, null, 1)}\n`;
}

const HEADER_STYLE = {
  fontWeight: 'bold',
  backgroundColor: '#1f5aa8',
  textColor: '#ffffff',
} as const;
const WIDE = 36;
const NARROW = 18;
/** A workbook takes no more in one cell. */
const MOST_IN_A_CELL = 32_767;
const MOST_IN_A_SHEET_NAME = 31;

/** The table with a header that stays in sight, and a second sheet that says what it is about. */
async function writeXlsx(
  { title, about, header, rows }: ExportTable,
  aboutTitle: string,
): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const cells = Array.from(rows, (row) => row.map(cellOf));
  const headerCells = header.map((value) => ({ value, type: String, ...HEADER_STYLE }));
  const workbook = write([
    {
      data: [headerCells, ...cells],
      sheet: sheetName(title),
      columns: header.map((_, column) => ({ width: column === 0 ? WIDE : NARROW })),
      stickyRowsCount: 1,
    },
    {
      data: [[aboutTitle, title], ...about].map((row) => row.map(cellOf)),
      sheet: sheetName(aboutTitle),
      columns: [{ width: NARROW }, { width: WIDE }],
    },
  ]);
  return workbook.toBlob();
}

function sheetName(title: string): string {
  return title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, MOST_IN_A_SHEET_NAME);
}

/** Text is typed as text: a spreadsheet runs no formula that is not typed as one. */
function cellOf(value: CsvValue) {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: printable(String(value)), type: String };
}

/** Without what XML cannot hold. */
function printable(text: string): string {
  return text.replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '').slice(0, MOST_IN_A_CELL);
}
