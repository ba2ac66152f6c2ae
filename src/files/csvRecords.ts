import Papa from 'papaparse';
import type { RowFault } from '@/model/fileFaults';

/** One record of a CSV text: a line, or several where a quoted field has line breaks. */
export interface CsvRecord {
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
  /** As it stands in the file. */
  readonly raw: string;
  /** Where it ends in the text. */
  readonly end: number;
  /** A quotation mark that is out of place: where its field ends cannot be known. */
  readonly quotes: RowFault | undefined;
}

/**
 * Hands on every record that is not empty, with the lines it stands on as an editor counts them.
 * @param text with line feeds only.
 */
export function eachRecord(
  text: string,
  separator: string,
  firstLine: number,
  take: (record: CsvRecord) => void,
  most = Number.POSITIVE_INFINITY,
): void {
  let taken = 0;
  let start = 0;
  let line = firstLine;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step({ data: cells, errors, meta }, parser) {
      const raw = text.slice(start, meta.cursor);
      const breaks = countLineFeeds(raw);
      const lastLine = line + breaks - (raw.endsWith('\n') ? 1 : 0);
      const [error] = errors;
      if (error || cells.some((cell) => cell.trim() !== '')) {
        const quotes = error && quoteFault(error.code, line, lastLine);
        take({ line, lastLine, cells, raw, end: meta.cursor, quotes });
        taken += 1;
        if (taken >= most) parser.abort();
      }
      start = meta.cursor;
      line += breaks;
    },
  });
}

/** The cells of the first records that are not empty. */
export function firstRecords(text: string, separator: string, most: number): (readonly string[])[] {
  const records: (readonly string[])[] = [];
  eachRecord(text, separator, 1, ({ cells }) => records.push(cells), most);
  return records;
}

/** How many lines there are; a line feed at the very end begins no further line. */
export function countLines(text: string): number {
  if (text === '') return 0;
  return countLineFeeds(text) + (text.endsWith('\n') ? 0 : 1);
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function quoteFault(code: string, firstLine: number, lastLine: number): RowFault {
  const kind = code === 'MissingQuotes' ? 'openQuote' : 'strayQuote';
  return { kind, firstLine, lastLine };
}
