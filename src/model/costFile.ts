import type { FileRow, FileTable } from './changeFileTable';
import { type LicenseTerms, priceText, readPrice, readSeats, type TermProblem } from './costs';
import type { RowFault } from './fileFaults';
import { foldText } from './text';

export const COST_COLUMNS = ['license', 'price', 'seats'] as const;
export type CostColumn = (typeof COST_COLUMNS)[number];

/** What headers may call each column. */
export type CostColumnNames = Readonly<Record<CostColumn, readonly string[]>>;

/** Why a row, or the whole file, was not taken. */
export type CostRowProblem =
  | { readonly line: number; readonly kind: 'unreadable'; readonly fault: RowFault }
  | { readonly line: number; readonly kind: 'noLicense' | 'nothingSaid' }
  | { readonly line: number; readonly kind: 'unknownLicense' | 'twice'; readonly text: string }
  | {
      readonly line: number;
      readonly kind: 'price' | 'seats';
      readonly text: string;
      readonly problem: TermProblem;
    };

export interface CostFile {
  /** Columns that the file has to have, and has not. */
  readonly missing: readonly CostColumn[];
  readonly terms: ReadonlyMap<string, LicenseTerms>;
  readonly problems: readonly CostRowProblem[];
}

/** Reads prices and seats; a row that is not understood is told by its line, and the others go on. */
export function readCostFile(
  table: Pick<FileTable, 'header' | 'rows'>,
  names: CostColumnNames,
  isKnown: (licenseId: string) => boolean,
): CostFile {
  const { columns, rows } = underHeader(table, names);
  const { license, price, seats } = columns;
  const terms = new Map<string, LicenseTerms>();
  const problems: CostRowProblem[] = [];
  if (license === undefined || !hasTerms(columns)) {
    const missing = license === undefined ? (['license'] as const) : (['price', 'seats'] as const);
    return { missing, terms, problems };
  }
  for (const { line, cells, problems: unread } of rows) {
    const [first] = unread ?? [];
    if (first) {
      problems.push({ line, kind: 'unreadable', fault: first.fault });
      continue;
    }
    const cell = (column: number | undefined) =>
      column === undefined ? '' : (cells[column] ?? '').trim();
    const id = cell(license);
    const [ofPrice, ofSeats] = [readPrice(cell(price)), readSeats(cell(seats))];
    if (id === '') problems.push({ line, kind: 'noLicense' });
    else if (!isKnown(id)) problems.push({ line, kind: 'unknownLicense', text: id });
    else if (terms.has(id)) problems.push({ line, kind: 'twice', text: id });
    else if (ofPrice.problem) {
      problems.push({ line, kind: 'price', text: cell(price), problem: ofPrice.problem });
    } else if (ofSeats.problem) {
      problems.push({ line, kind: 'seats', text: cell(seats), problem: ofSeats.problem });
    } else if (ofPrice.value === undefined && ofSeats.value === undefined) {
      problems.push({ line, kind: 'nothingSaid' });
    } else {
      terms.set(id, {
        ...(ofPrice.value !== undefined && { price: ofPrice.value }),
        ...(ofSeats.value !== undefined && { seats: ofSeats.value }),
      });
    }
  }
  return { missing: [], terms, problems };
}

type Columns = Readonly<Record<CostColumn, number | undefined>>;

const hasTerms = ({ price, seats }: Columns) => price !== undefined || seats !== undefined;

/** An export says above its table what it is about: the header is the first line that names the columns. */
function underHeader(
  { header, rows }: Pick<FileTable, 'header' | 'rows'>,
  names: CostColumnNames,
): { columns: Columns; rows: readonly FileRow[] } {
  const columns = columnsOf(header, names);
  if (isHeader(columns)) return { columns, rows };
  for (const [place, { cells }] of rows.entries()) {
    const later = columnsOf(cells, names);
    if (!isHeader(later)) continue;
    const below = rows.slice(place + 1);
    if (cells.length === header.length) return { columns: later, rows: below };
    // The reader took these lines for wrong because they have not as many cells as the first line of all.
    const isWide = (row: FileRow) => row.cells.length === cells.length;
    return {
      columns: later,
      rows: below.map((row) => (isWide(row) ? withoutWidthFaults(row) : row)),
    };
  }
  return { columns, rows };
}

const withoutWidthFaults = (row: FileRow): FileRow => ({
  ...row,
  problems: (row.problems ?? []).filter(({ fault }) => fault.kind !== 'width'),
});

const isHeader = (columns: Columns) => columns.license !== undefined && hasTerms(columns);

function columnsOf(header: readonly string[], names: CostColumnNames): Columns {
  const cells = header.map((cell) => foldText(cell.trim()));
  const placeOf = (column: CostColumn) => {
    const wanted = new Set(names[column].map(foldText));
    const place = cells.findIndex((cell) => wanted.has(cell));
    return place < 0 ? undefined : place;
  };
  return { license: placeOf('license'), price: placeOf('price'), seats: placeOf('seats') };
}

/** A file to fill in: every license, with what is known of it. */
export function costTemplateRows(
  licenseIds: readonly string[],
  terms: ReadonlyMap<string, LicenseTerms>,
): string[][] {
  return licenseIds.map((licenseId) => {
    const { price, seats } = terms.get(licenseId) ?? {};
    return [
      licenseId,
      price === undefined ? '' : priceText(price),
      seats === undefined ? '' : String(seats),
    ];
  });
}
