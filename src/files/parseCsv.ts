import { headerPlace, MOST_RECORDS_ABOVE, rolesIn } from '@/model/changeFileColumns';
import { type FileRow, type FileTable, MOST_ROWS } from '@/model/changeFileTable';
import type { RowFault } from '@/model/fileFaults';
import { type CsvRecord, countLines, eachRecord, firstRecords } from './csvRecords';
import { decodeText } from './decodeText';
import { FileProblem } from './FileProblem';

const SEPARATORS = [',', ';', '\t'] as const;
/** What programs say in the first lines: Excel which separator follows, PowerShell of what type the records are. */
const DECLARATION = /^[^\S\n]*(?:"?sep=([^"\n])"?[,;\s]*?|"?#TYPE [^\n]*)(?:\n|$)/iu;
const MOST_DECLARATIONS = 5;
const ROWS_BETWEEN_SHARES = 2_000;

/**
 * Reads a CSV file into rows. What is wrong with a line becomes a problem of its row.
 * @param onShare told the share that is read.
 */
export function parseCsv(bytes: Uint8Array, onShare?: (share: number) => void): FileTable {
  const { text, encoding, badLines } = decodeText(bytes);
  const above: FileRow[] = [];
  const { body, firstLine, declared } = afterDeclarations(text, above);
  const { separator, place } = layoutOf(body, declared);

  const rows: FileRow[] = [];
  const seen: { header?: CsvRecord; recordCount: number; rowCount: number } = {
    recordCount: 0,
    rowCount: 0,
  };
  eachRecord(body, separator, firstLine, (record) => {
    const { line, cells } = record;
    const unreadable = record.quotes ?? encodingFault(record, badLines, encoding);
    seen.recordCount += 1;
    if (!seen.header) {
      if (seen.recordCount <= place) above.push({ line, cells });
      else if (unreadable) throw new FileProblem({ kind: 'header', line, fault: unreadable });
      else seen.header = record;
      return;
    }
    seen.rowCount += 1;
    if (seen.rowCount > MOST_ROWS) return;
    if (seen.rowCount % ROWS_BETWEEN_SHARES === 0) onShare?.(record.end / body.length);
    rows.push(rowOf(record, seen.header.cells, separator, unreadable));
  });

  if (seen.rowCount > MOST_ROWS) {
    throw new FileProblem({ kind: 'tooManyRows', rows: seen.rowCount });
  }
  if (!seen.header) throw new FileProblem({ kind: 'empty' });
  return {
    header: seen.header.cells,
    headerLine: seen.header.line,
    ...(above.length > 0 && { above }),
    rows,
    lineCount: firstLine - 1 + countLines(body),
    source: { format: 'CSV', separator, encoding },
  };
}

/** What follows the declarations, which are added to `above`. */
function afterDeclarations(text: string, above: FileRow[]) {
  let body = text;
  let firstLine = 1;
  let declared: string | undefined;
  for (;;) {
    const [whole, separator] = DECLARATION.exec(body) ?? [];
    if (!whole || firstLine > MOST_DECLARATIONS) return { body, firstLine, declared };
    declared ??= separator;
    above.push({ line: firstLine, cells: [whole.trim()] });
    body = body.slice(whole.length);
    firstLine += 1;
  }
}

/**
 * The separator by which there is a header with the most columns that are known, then the most columns, and which record
 * the header is. A declared separator is believed where its header is as good as any.
 */
function layoutOf(
  text: string,
  declared: string | undefined,
): { separator: string; place: number } {
  let best: { separator: string; place: number; known: number; columns: number } | undefined;
  const candidates = new Set([...(declared === undefined ? [] : [declared]), ...SEPARATORS]);
  for (const separator of candidates) {
    const records = firstRecords(text, separator, MOST_RECORDS_ABOVE);
    const place = headerPlace(records);
    const header = records[place] ?? [];
    const known = rolesIn(header).size;
    const isWider = declared === undefined && header.length > (best?.columns ?? 0);
    if (!best || known > best.known || (known === best.known && isWider)) {
      best = { separator, place, known, columns: header.length };
    }
  }
  return best ?? { separator: ',', place: 0 };
}

/** A row as long as the header: programs write empty cells at the end, or leave them out. */
function rowOf(
  record: CsvRecord,
  header: readonly string[],
  separator: string,
  unreadable: RowFault | undefined,
): FileRow {
  const { line, cells } = record;
  const fault = unreadable ?? widthFault(record, header, separator);
  if (fault) return { line, cells, problems: [{ fault }] };
  const missing = Array.from({ length: Math.max(0, header.length - cells.length) }, () => '');
  return { line, cells: [...cells.slice(0, header.length), ...missing] };
}

function encodingFault(
  { line, lastLine }: CsvRecord,
  badLines: ReadonlySet<number>,
  encoding: string,
): RowFault | undefined {
  if (badLines.size === 0) return undefined;
  for (let number = line; number <= lastLine; number++) {
    if (badLines.has(number)) return { kind: 'encoding', encoding };
  }
  return undefined;
}

function widthFault(
  { cells, raw }: CsvRecord,
  header: readonly string[],
  separator: string,
): RowFault | undefined {
  const expected = header.length;
  if (cells.length >= filledWidth(header) && filledWidth(cells) <= expected) return undefined;
  const other = SEPARATORS.find(
    (candidate) =>
      candidate !== separator && firstRecords(raw, candidate, 1)[0]?.length === expected,
  );
  const fault = { kind: 'width', cells: cells.length, expected } as const;
  return other === undefined || expected === 1
    ? fault
    : { ...fault, separators: { row: other, header: separator } };
}

/** How many cells there are without the empty ones at the end. */
function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
