import { FileProblem } from './FileProblem';
import { attributeOf, isTrue, tagsOf, type XmlTag } from './xmlTags';

/** Stands first in a cell that must not be read; a character that no text has. */
const MARK = '\uFDD0';
/** What a sheet can have at most, by its format. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN_NAME = 3;
/** Rows times columns: whoever writes in the last corner of a sheet makes every cell before it. */
const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 16_384;

export interface SheetSurvey {
  /** Rows in which something is. */
  readonly filledRows: number;
  /** The numbers of the rows that the sheet does not show, counted from 1. */
  readonly hiddenRows: ReadonlySet<number>;
  /** The places of the columns that the sheet does not show, counted from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  readonly formulas: FormulaAreas;
}

/**
 * Looks over the XML of a sheet before it is read, and refuses one that would not fit into memory, or in which rows or
 * cells are not closed.
 */
export function surveySheet(xml: string): SheetSurvey {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const formulas = new FormulaAreas();
  let [filledRows, lastRow, widest, column] = [0, 0, 0, 0];
  let isFilled = false;
  const isOpen = { row: false, c: false };
  for (const tag of tagsOf(xml)) {
    const { name } = tag;
    if (name === 'row' || name === 'c') nest(isOpen, name, tag);
    if (tag.kind === 'closing') continue;
    if (name === 'row') {
      isFilled = false;
      column = 0;
      const number = attributeOf(tag, 'r');
      lastRow = number === undefined ? lastRow + 1 : Number(number);
      if (isHidden(tag, 'ht')) hiddenRows.add(lastRow);
      if (!(lastRow <= LAST_ROW)) throw new FileProblem({ kind: 'damaged', what: 'tooManyRows' });
    } else if (name === 'c') {
      const [, letters] = /^([A-Z]+)\d+$/u.exec(attributeOf(tag, 'r') ?? '') ?? [];
      column = letters === undefined ? column + 1 : columnNumber(letters);
    } else if (name === 'v' || name === 'is') {
      if (!isFilled) filledRows += 1;
      isFilled = true;
      widest = Math.max(widest, column);
    } else if (name === 'f') formulas.add(tag);
    else if (name === 'col' && isHidden(tag, 'width')) {
      const last = Math.min(Number(attributeOf(tag, 'max')), MOST_COLUMNS);
      for (let at = Number(attributeOf(tag, 'min')); at <= last; at++) hiddenColumns.add(at - 1);
    }
  }
  if (isOpen.row || isOpen.c) throw new FileProblem({ kind: 'damaged', what: 'sheetXml' });
  if (lastRow * widest > MOST_CELLS) {
    throw new FileProblem({ kind: 'tooWide', rows: lastRow, columns: widest });
  }
  return { filledRows, hiddenRows, hiddenColumns, formulas };
}

/** Rows hold cells, and neither holds another of its kind. */
function nest(isOpen: Record<'row' | 'c', boolean>, name: 'row' | 'c', { kind }: XmlTag): void {
  const isMisplaced = isOpen[name] === (kind !== 'closing') || (name === 'row' && isOpen.c);
  if (isMisplaced) throw new FileProblem({ kind: 'damaged', what: 'sheetXml' });
  if (kind !== 'empty') isOpen[name] = kind === 'opening';
}

/** Hidden by hand, by a filter or in a closed group, or as thin as nothing. */
function isHidden(tag: XmlTag, size: 'ht' | 'width'): boolean {
  return isTrue(attributeOf(tag, 'hidden')) || Number(attributeOf(tag, size) ?? 1) === 0;
}

function columnNumber(name: string): number {
  if (name.length > LAST_COLUMN_NAME) {
    throw new FileProblem({ kind: 'damaged', what: 'tooManyColumns' });
  }
  let number = 0;
  for (let i = 0; i < name.length; i++) number = number * 26 + name.charCodeAt(i) - 64;
  return number;
}

/** Written after the mark of a formula; after that of an error stands the error itself, such as "#N/A". */
const FORMULA = '=';

/**
 * Puts a mark in the place of each cell that holds a formula or an error: what a formula gave when the file was saved may
 * not be what its writer sees today, and a library that reads sheets does not tell it from typed text.
 */
export function markUnreadableCells(xml: string, formulas: FormulaAreas): string {
  const parts: string[] = [];
  let written = 0;
  let cell: XmlTag | undefined;
  let hasFormula = false;
  let value = '';
  let valueStart: number | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'c' && tag.kind === 'opening') {
      cell = tag;
      hasFormula = formulas.has(attributeOf(tag, 'r'));
      value = '';
    } else if (cell && tag.name === 'f') hasFormula = true;
    else if (cell && tag.name === 'v') {
      if (tag.kind === 'closing') value = xml.slice(valueStart, tag.start);
      valueStart = tag.end;
    } else if (cell && tag.name === 'c' && tag.kind === 'closing') {
      const note = hasFormula ? FORMULA : attributeOf(cell, 't') === 'e' ? value : undefined;
      if (note !== undefined) {
        parts.push(xml.slice(written, cell.start), markedCell(cell, note));
        written = tag.end;
      }
      cell = undefined;
    }
  }
  return parts.join('') + xml.slice(written);
}

function markedCell(cell: XmlTag, note: string): string {
  const { prefix } = cell;
  const address = attributeOf(cell, 'r');
  const place = address === undefined ? '' : ` r="${address}"`;
  return `<${prefix}c${place} t="inlineStr"><${prefix}is><${prefix}t>${MARK}${note}</${prefix}t></${prefix}is></${prefix}c>`;
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** With more of them every cell between them is taken for one: each cell is looked for in each area. */
const MOST_AREAS = 200;

/** One formula may fill a whole area; it stands in the first cell only, and the others look as if they were typed. */
export class FormulaAreas {
  #areas: Area[] = [];

  add(formula: XmlTag): void {
    const [from = '', to] = (attributeOf(formula, 'ref') ?? '').split(':');
    if (to === undefined || attributeOf(formula, 't') === 'shared') return;
    const [first, last] = [addressOf(from), addressOf(to)];
    if (!first || !last) return;
    const area = { left: first.column, right: last.column, top: first.row, bottom: last.row };
    this.#areas.push(area);
    if (this.#areas.length > MOST_AREAS) this.#areas = [this.#areas.reduce(around)];
  }

  has(address: string | undefined): boolean {
    if (this.#areas.length === 0) return false;
    const at = addressOf(address ?? '');
    return this.#areas.some(
      ({ left, right, top, bottom }) =>
        at && at.column >= left && at.column <= right && at.row >= top && at.row <= bottom,
    );
  }
}

function around(a: Area, b: Area): Area {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function addressOf(text: string): { column: number; row: number } | undefined {
  const [, column, row] = /^\$?([A-Z]+)\$?(\d+)$/u.exec(text) ?? [];
  return column === undefined ? undefined : { column: columnNumber(column), row: Number(row) };
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
