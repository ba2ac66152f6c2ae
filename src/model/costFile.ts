import type { FileTable } from './changeFileTable';
import { type LicenseTerms, priceText, readPrice, readSeats, type TermProblem } from './costs';

export const COST_HEADER = ['License', 'Price', 'Seats'] as const;

/** Why a row, or the whole file, was not taken. */
export type CostRowProblem =
  | { readonly line: number; readonly kind: 'unreadable'; readonly message: string }
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
  readonly missing: readonly string[];
  readonly terms: ReadonlyMap<string, LicenseTerms>;
  readonly problems: readonly CostRowProblem[];
}

/** Reads prices and seats; a row that is not understood is told by its line, and the others go on. */
export function readCostFile(
  table: Pick<FileTable, 'header' | 'rows'>,
  isKnown: (licenseId: string) => boolean,
): CostFile {
  const [license, price, seats] = COST_HEADER.map((name) => columnOf(table.header, name));
  const terms = new Map<string, LicenseTerms>();
  const problems: CostRowProblem[] = [];
  if (license === undefined || (price === undefined && seats === undefined)) {
    const missing = license === undefined ? ['License'] : ['Price', 'Seats'];
    return { missing, terms, problems };
  }
  for (const { line, cells, problems: unread } of table.rows) {
    const [first] = unread ?? [];
    if (first) {
      problems.push({ line, kind: 'unreadable', message: first.message });
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

function columnOf(header: readonly string[], name: string): number | undefined {
  const column = header.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase());
  return column < 0 ? undefined : column;
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
