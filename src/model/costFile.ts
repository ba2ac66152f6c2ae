import type { FileTable } from './changeFileTable';
import { type LicenseTerms, priceText, readPrice, readSeats, type TermProblem } from './costs';
import { type ColumnNames, type ColumnPlaces, cellText, tableUnderHeader } from './exportedTable';
import type { RowFault } from './fileFaults';

export const COST_COLUMNS = ['license', 'price', 'seats'] as const;
export type CostColumn = (typeof COST_COLUMNS)[number];

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
  names: ColumnNames<CostColumn>,
  isKnown: (licenseId: string) => boolean,
): CostFile {
  const { columns, rows } = tableUnderHeader(
    table,
    names,
    (places) => places.license !== undefined && hasTerms(places),
  );
  const { license, price, seats } = columns;
  const terms = new Map<string, LicenseTerms>();
  const problems: CostRowProblem[] = [];
  if (license === undefined || !hasTerms(columns)) {
    const missing = license === undefined ? (['license'] as const) : (['price', 'seats'] as const);
    return { missing, terms, problems };
  }
  for (const row of rows) {
    const { line } = row;
    const [unread] = row.problems ?? [];
    if (unread) {
      problems.push({ line, kind: 'unreadable', fault: unread.fault });
      continue;
    }
    const cell = (place: number | undefined) => cellText(row, place);
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

const hasTerms = ({ price, seats }: ColumnPlaces<CostColumn>) =>
  price !== undefined || seats !== undefined;

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
