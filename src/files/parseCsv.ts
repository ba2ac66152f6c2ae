import { findColumns } from '@/model/changeFileColumns';
import { type FileRow, type FileTable, MOST_ROWS } from '@/model/changeFileTable';
import type { RowFault } from '@/model/fileFaults';
import { type CsvRecord, countLines, eachRecord, firstRecord } from './csvRecords';
import { decodeText } from './decodeText';
import { FileProblem } from './FileProblem';

const SEPARATORS = [',', ';', '\t'] as const;
/** Excel's own way to say in a first line which separator follows. */
const DECLARATION = /^sep=([^"\n])\n/iu;
const ROWS_BETWEEN_SHARES = 2_000;

/**
 * Reads a CSV file into rows. What is wrong with a line becomes a problem of its row.
 * @param onShare told the share that is read.
 */
export function parseCsv(bytes: Uint8Array, onShare?: (share: number) => void): FileTable {
  const { text, encoding, badLines } = decodeText(bytes);
  const [declaration = '', declared] = DECLARATION.exec(text) ?? [];
  const body = text.slice(declaration.length);
  const firstLine = declared === undefined ? 1 : 2;
  const separator = declared ?? detectSeparator(body);

  const rows: FileRow[] = [];
  const seen: { header?: CsvRecord; rowCount: number } = { rowCount: 0 };
  eachRecord(body, separator, firstLine, (record) => {
    const { line, cells } = record;
    const unreadable = record.quotes ?? encodingFault(record, badLines, encoding);
    if (!seen.header) {
      if (unreadable) throw new FileProblem({ kind: 'header', line, fault: unreadable });
      seen.header = record;
      return;
    }
    seen.rowCount += 1;
    if (seen.rowCount > MOST_ROWS) return;
    if (seen.rowCount % ROWS_BETWEEN_SHARES === 0) onShare?.(record.end / body.length);
    const fault = unreadable ?? widthFault(record, seen.header.cells.length, separator);
    rows.push(fault ? { line, cells, problems: [{ fault }] } : { line, cells });
  });

  if (seen.rowCount > MOST_ROWS) {
    throw new FileProblem({ kind: 'tooManyRows', rows: seen.rowCount });
  }
  if (!seen.header) throw new FileProblem({ kind: 'empty' });
  return {
    header: seen.header.cells,
    headerLine: seen.header.line,
    rows,
    lineCount: firstLine - 1 + countLines(body),
    source: { format: 'CSV', separator, encoding },
  };
}

/** The separator by which the header has the most columns that are known, then the most columns. */
function detectSeparator(text: string): string {
  let best: { separator: string; known: number; columns: number } | undefined;
  for (const separator of SEPARATORS) {
    const header = firstRecord(text, separator);
    const roles = new Set(findColumns(header).columns.map(({ role }) => role));
    roles.delete(undefined);
    const known = roles.size;
    const isBetter =
      !best || known > best.known || (known === best.known && header.length > best.columns);
    if (isBetter) best = { separator, known, columns: header.length };
  }
  return best?.separator ?? ',';
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
  expected: number,
  separator: string,
): RowFault | undefined {
  if (cells.length === expected) return undefined;
  const other = SEPARATORS.find(
    (candidate) => candidate !== separator && firstRecord(raw, candidate).length === expected,
  );
  const fault = { kind: 'width', cells: cells.length, expected } as const;
  return other === undefined || expected === 1
    ? fault
    : { ...fault, separators: { row: other, header: separator } };
}
