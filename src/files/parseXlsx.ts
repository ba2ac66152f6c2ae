import { unzipSync, zipSync } from 'fflate';
import { type Row, readSheet } from 'read-excel-file/universal';
import { type FileRow, type FileTable, MOST_ROWS, type RowProblem } from '@/model/changeFileTable';
import { FileProblem } from './FileProblem';
import { markUnreadableCells, surveySheet, unreadableContent } from './sheetXml';
import { firstSheet, type SheetPlace } from './workbookXml';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** Unpacked; a real sheet of the most rows allowed and some forty columns is smaller. */
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

/** Reads the first sheet of a workbook into rows. A cell that is worked out by a formula becomes a problem of its row. */
export async function parseXlsx(bytes: Uint8Array): Promise<FileTable> {
  const parts = unpack(bytes);
  const sheet = firstSheet(textOf(parts[WORKBOOK]), textOf(parts[RELATIONS]));
  const xml = textOf(parts[sheet.path]);
  const rowCount = surveySheet(xml).filledRows - 1;
  if (rowCount > MOST_ROWS) throw new FileProblem({ kind: 'tooManyRows', rows: rowCount });
  const marked = new TextEncoder().encode(markUnreadableCells(xml));
  const cells = await readCells({ ...parts, [sheet.path]: marked });
  return tableOf(cells, sheet);
}

type Parts = Record<string, Uint8Array>;

/** The parts of the archive that the first sheet needs. */
function unpack(bytes: Uint8Array): Parts {
  const names = new Set<string>();
  const index = unzip(bytes, ({ name }) => {
    names.add(name);
    return name === WORKBOOK || name === RELATIONS;
  });
  if (!index[WORKBOOK] || !index[RELATIONS]) throw new FileProblem({ kind: whatElse(names) });
  const { path } = firstSheet(textOf(index[WORKBOOK]), textOf(index[RELATIONS]));
  let size = 0;
  const parts = unzip(bytes, ({ name, originalSize }) => {
    const isNeeded = name === path || /^xl\/(?:.*\/)?(?:sharedStrings|styles)\.xml$/iu.test(name);
    if (isNeeded) size += originalSize;
    if (size > MOST_UNPACKED_BYTES) throw new FileProblem({ kind: 'tooManyBytesUnpacked' });
    return isNeeded;
  });
  if (!parts[path]) throw new FileProblem({ kind: 'damaged', what: 'sheetMissing' });
  return { ...index, ...parts };
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFile) => boolean): Parts {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem({ kind: 'damaged', what: 'archive' });
  }
}

interface UnzipFile {
  name: string;
  originalSize: number;
}

function whatElse(names: ReadonlySet<string>) {
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('content.xml')) return 'openDocument';
  return 'otherArchive';
}

/**
 * The parts are handed on without compression: the library would unpack large ones in workers made from blob addresses,
 * which a strict content security policy forbids, and then wait for ever.
 */
async function readCells(parts: Parts): Promise<Row<string>[]> {
  const { buffer } = zipSync(parts, { level: 0 });
  try {
    return await readSheet<string>(buffer, 1, { trim: false, parseNumber: (digits) => digits });
  } catch (error) {
    const reason = error instanceof Error ? error.message : undefined;
    throw new FileProblem({ kind: 'unreadableSheet', reason });
  }
}

function tableOf(data: readonly Row<string>[], { name, others }: SheetPlace): FileTable {
  const filled = data
    .map((row, position) => ({ line: position + 1, cells: row.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rest] = filled;
  if (!header) throw new FileProblem({ kind: 'emptySheet', sheet: name });
  const width = header.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (rest.length > MOST_ROWS) throw new FileProblem({ kind: 'tooManyRows', rows: rest.length });
  const rows = rest.map(({ line, cells }): FileRow => {
    const shown = cells.slice(0, width);
    const problems = shown.flatMap((cell, column): RowProblem[] => {
      const content = unreadableContent(cell);
      if (content === undefined) return [];
      return [{ column, fault: { ...content, cell: `${columnName(column)}${line}` } }];
    });
    return problems.length > 0 ? { line, cells: shown, problems } : { line, cells: shown };
  });
  return {
    header: header.cells.slice(0, width).map(headerText),
    headerLine: header.line,
    rows,
    lineCount: data.length,
    source: { format: 'XLSX', sheet: name, otherSheets: others },
  };
}

/** A header that is worked out is no known one, whatever it would be. */
function headerText(cell: string): string {
  const content = unreadableContent(cell);
  if (content === undefined) return cell;
  return content.kind === 'formula' ? '=…' : content.value;
}

/** As a spreadsheet shows it, as far as can be told without its number formats. */
function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/u, '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

/** A, B … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}

function textOf(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part);
}
