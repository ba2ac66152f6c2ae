import { FileProblem } from './FileProblem';

/** Stands first in a cell that must not be read; a character that no text has. */
const MARK = '\uFDD0';
/** What a sheet can have at most, by its format. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN_NAME = 3;
/** Rows times columns: whoever writes in the last corner of a sheet makes every cell before it. */
const MOST_CELLS = 20_000_000;

export interface SheetSurvey {
  /** Rows in which something is. */
  readonly filledRows: number;
}

/** Looks over the XML of a sheet before it is read, and refuses one that would not fit into memory. */
export function surveySheet(xml: string): SheetSurvey {
  let filledRows = 0;
  let isFilled = false;
  let lastRow = 0;
  let widest = 0;
  let column = 0;
  const tag =
    /<(?:[\w-]+:)?(?:(row)\b(?:[^>]*?\sr="(\d+)")?|c\b(?:[^>]*?\sr="([A-Z]+)\d+")?|(v|is)\b)/gu;
  for (const [, row, number, columnName, value] of xml.matchAll(tag)) {
    if (row !== undefined) {
      isFilled = false;
      column = 0;
      lastRow = number === undefined ? lastRow + 1 : Number(number);
    } else if (value === undefined) {
      column = columnName === undefined ? column + 1 : columnNumber(columnName);
    } else {
      if (!isFilled) filledRows += 1;
      isFilled = true;
      widest = Math.max(widest, column);
    }
    if (lastRow > LAST_ROW) throw new FileProblem({ kind: 'damaged', what: 'tooManyRows' });
  }
  if (lastRow * widest > MOST_CELLS) {
    throw new FileProblem({ kind: 'tooWide', rows: lastRow, columns: widest });
  }
  return { filledRows };
}

function columnNumber(name: string): number {
  if (name.length > LAST_COLUMN_NAME) {
    throw new FileProblem({ kind: 'damaged', what: 'tooManyColumns' });
  }
  let number = 0;
  for (let i = 0; i < name.length; i++) number = number * 26 + name.charCodeAt(i) - 64;
  return number;
}

/**
 * Puts a mark in the place of each cell that holds a formula or an error: what a formula gave when the file was saved may
 * not be what its writer sees today, and a library that reads sheets does not tell it from typed text.
 */
export function markUnreadableCells(xml: string): string {
  const cell = /<((?:[\w-]+:)?)c\b((?:[^>]*[^/>])?)>([\s\S]*?)<\/\1c>/gu;
  const areas = areasOfFormulas(xml);
  return xml.replace(cell, (whole, prefix: string, attributes: string, content: string) => {
    const address = /\sr="([A-Z]+\d+)"/u.exec(attributes)?.[1];
    const note = isWithin(address, areas) ? FORMULA : noteOn(attributes, content);
    if (note === undefined) return whole;
    const place = address === undefined ? '' : ` r="${address}"`;
    return `<${prefix}c${place} t="inlineStr"><${prefix}is><${prefix}t>${MARK}${note}</${prefix}t></${prefix}is></${prefix}c>`;
  });
}

/** Written after the mark of a formula; after that of an error stands the error itself, such as "#N/A". */
const FORMULA = '=';

function noteOn(attributes: string, content: string): string | undefined {
  if (/<(?:[\w-]+:)?f[\s/>]/u.test(content)) return FORMULA;
  if (!/\st="e"/u.test(attributes)) return undefined;
  return /<(?:[\w-]+:)?v>([^<]*)</u.exec(content)?.[1] ?? '';
}

interface Area {
  readonly from: Address;
  readonly to: Address;
}

interface Address {
  readonly column: number;
  readonly row: number;
}

/** One formula may fill a whole area; it stands in the first cell only, and the others look as if they were typed. */
function areasOfFormulas(xml: string): Area[] {
  const formula = /<(?:[\w-]+:)?f\s[^>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"/gu;
  return Array.from(xml.matchAll(formula), ([tag, from = '', to = '']) => ({
    isShared: /\st="shared"/u.test(tag),
    from: addressOf(from),
    to: addressOf(to),
  })).filter(({ isShared }) => !isShared);
}

function isWithin(address: string | undefined, areas: readonly Area[]): boolean {
  if (address === undefined || areas.length === 0) return false;
  const { column, row } = addressOf(address);
  return areas.some(
    ({ from, to }) =>
      column >= from.column && column <= to.column && row >= from.row && row <= to.row,
  );
}

function addressOf(text: string): Address {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(text) ?? [];
  return { column: columnNumber(column), row: Number(row) };
}

type UnreadableContent =
  | { readonly kind: 'formula' }
  | { readonly kind: 'errorValue'; readonly value: string };

/** What keeps a cell from being read, when it has the mark. */
export function unreadableContent(cell: string): UnreadableContent | undefined {
  if (!cell.startsWith(MARK)) return undefined;
  const note = cell.slice(MARK.length);
  return note === FORMULA ? { kind: 'formula' } : { kind: 'errorValue', value: note };
}
