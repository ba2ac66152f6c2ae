import { type Row, readSheet } from 'read-excel-file/universal';
import { headerPlace } from '@/model/changeFileColumns';
import { type FileRow, type FileTable, MOST_ROWS, type RowProblem } from '@/model/changeFileTable';
import { FileProblem } from './FileProblem';
import { markUnreadableCells, type SheetSurvey, surveySheet, unreadableContent } from './sheetXml';
import { type SheetPlace, sheetsOf, type WorkbookSheets } from './workbookXml';
import { packSheet, unpackSheet, unpackWorkbook } from './xlsxParts';

/**
 * Reads a sheet of a workbook into rows: the one of that name or, without a name, the one that was looked at last. An
 * empty one gives way to the next that is not. A cell that is worked out by a formula becomes a problem of its row.
 */
export async function parseXlsx(bytes: Uint8Array, sheetName?: string): Promise<FileTable> {
  const { workbook, relations } = unpackWorkbook(bytes);
  const book = sheetsOf(workbook, relations);
  const candidates = sheetsToTry(book, sheetName);
  for (const sheet of candidates) {
    const table = await parseSheet(bytes, book, sheet);
    if (table.header.length > 0) return table;
    const isLast = sheet === candidates.at(-1);
    // Somebody may choose another one.
    const [first = sheet] = candidates;
    if (isLast && book.sheets.length > 1) return { ...table, source: sourceOf(book, first) };
  }
  throw new FileProblem({ kind: 'emptySheet', sheet: candidates[0]?.name ?? '' });
}

/** What a workbook hides is not read unless it is asked for. */
function sheetsToTry({ sheets, active }: WorkbookSheets, name: string | undefined): SheetPlace[] {
  const named = sheets.find((sheet) => sheet.name === name);
  if (named) return [named];
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  if (!active || active.isHidden) return shown.length > 0 ? shown : sheets.slice(0, 1);
  return [active, ...shown.filter((sheet) => sheet !== active)];
}

async function parseSheet(
  bytes: Uint8Array,
  book: WorkbookSheets,
  sheet: SheetPlace,
): Promise<FileTable> {
  const { xml, ...others } = unpackSheet(bytes, sheet.path);
  const survey = surveySheet(xml);
  const rowCount = survey.filledRows - 1;
  if (rowCount > MOST_ROWS) throw new FileProblem({ kind: 'tooManyRows', rows: rowCount });
  const marked = markUnreadableCells(xml, survey.formulas);
  const { countsFrom1904 } = book;
  const cells = await readCells(packSheet({ ...others, xml: marked, countsFrom1904 }));
  return { ...tableOf(cells, survey), source: sourceOf(book, sheet) };
}

function sourceOf({ sheets }: WorkbookSheets, { name }: SheetPlace): FileTable['source'] {
  const others = sheets.filter((sheet) => sheet.name !== name);
  const hidden = others.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name);
  return {
    format: 'XLSX',
    sheet: name,
    otherSheets: others.map((sheet) => sheet.name),
    ...(hidden.length > 0 && { hiddenSheets: hidden }),
  };
}

async function readCells(workbook: ArrayBuffer): Promise<Row<string>[]> {
  try {
    return await readSheet<string>(workbook, 1, { trim: false, parseNumber: (digits) => digits });
  } catch (error) {
    const reason = error instanceof Error ? error.message : undefined;
    throw new FileProblem({ kind: 'unreadableSheet', reason });
  }
}

function tableOf(
  data: readonly Row<string>[],
  { hiddenRows, hiddenColumns }: SheetSurvey,
): Omit<FileTable, 'source'> {
  const filled = data
    .map((row, position) => ({ line: position + 1, cells: row.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const place = headerPlace(filled.map(({ cells }) => cells.map(headerText)));
  const header = filled[place];
  if (!header) return { header: [], headerLine: 1, rows: [], lineCount: data.length };
  const width = header.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const rest = filled.slice(place + 1);
  if (rest.length > MOST_ROWS) throw new FileProblem({ kind: 'tooManyRows', rows: rest.length });
  const rows = rest.map(({ line, cells }): FileRow => {
    const shown = cells.slice(0, width);
    const problems = shown.flatMap((cell, column): RowProblem[] => {
      const content = unreadableContent(cell);
      if (content === undefined) return [];
      return [{ column, fault: { ...content, cell: `${columnName(column)}${line}` } }];
    });
    return {
      line,
      cells: shown,
      ...(problems.length > 0 && { problems }),
      ...(hiddenRows.has(line) && { isHidden: true }),
    };
  });
  const unseen = [...hiddenColumns].filter((column) => column < width);
  return {
    header: header.cells.slice(0, width).map(headerText),
    headerLine: header.line,
    ...(place > 0 && { above: filled.slice(0, place) }),
    ...(unseen.length > 0 && { hiddenColumns: unseen }),
    rows,
    lineCount: data.length,
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
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    return value.toISOString().replace(/T00:00:00\.000Z$/u, '');
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

/** A, B … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}
