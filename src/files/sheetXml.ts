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
    if (lastRow > LAST_ROW) throw new FileProblem('The sheet is damaged: it has too many rows.');
  }
  if (lastRow * widest > MOST_CELLS) {
    throw new FileProblem(
      `The sheet reaches over ${lastRow.toLocaleString()} rows and ${widest.toLocaleString()} columns, too many to be read here. Delete what is far off the table.`,
    );
  }
  return { filledRows };
}

function columnNumber(name: string): number {
  if (name.length > LAST_COLUMN_NAME) {
    throw new FileProblem('The sheet is damaged: it has too many columns.');
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
    const reason = isWithin(address, areas) ? FORMULA : reasonOf(attributes, content);
    if (reason === undefined) return whole;
    const place = address === undefined ? '' : ` r="${address}"`;
    return `<${prefix}c${place} t="inlineStr"><${prefix}is><${prefix}t>${MARK}${reason}</${prefix}t></${prefix}is></${prefix}c>`;
  });
}

const FORMULA = 'holds a formula. Replace it by its value (copy, then paste values).';

function reasonOf(attributes: string, content: string): string | undefined {
  if (/<(?:[\w-]+:)?f[\s/>]/u.test(content)) return FORMULA;
  if (/\st="e"/u.test(attributes)) {
    const error = /<(?:[\w-]+:)?v>([^<]*)</u.exec(content)?.[1] ?? '';
    return `holds an error, ${error}`;
  }
  return undefined;
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

/** Why a cell must not be read, when it has the mark. */
export function unreadableReason(cell: string): string | undefined {
  return cell.startsWith(MARK) ? cell.slice(MARK.length) : undefined;
}
