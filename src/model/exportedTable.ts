import type { FileRow, FileTable } from './changeFileTable';
import { foldText } from './text';

/** What headers may call each column. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Where each column stands, counted from 0; undefined where the file has none of that name. */
export type ColumnPlaces<Column extends string> = Readonly<Record<Column, number | undefined>>;

/**
 * The table in a file that may be an export, which says above it what it is about: its header is the first line that
 * `isHeader` takes for one. Without such a line the columns are those of the first line.
 */
export function tableUnderHeader<Column extends string>(
  { header, rows }: Pick<FileTable, 'header' | 'rows'>,
  names: ColumnNames<Column>,
  isHeader: (columns: ColumnPlaces<Column>) => boolean,
): { columns: ColumnPlaces<Column>; rows: readonly FileRow[] } {
  const columns = placesOf(header, names);
  if (isHeader(columns)) return { columns, rows };
  for (const [place, { cells }] of rows.entries()) {
    const later = placesOf(cells, names);
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

/** What a cell says, without blanks around it; empty where there is no such column. */
export function cellText({ cells }: FileRow, place: number | undefined): string {
  return place === undefined ? '' : (cells[place] ?? '').trim();
}

const withoutWidthFaults = (row: FileRow): FileRow => ({
  ...row,
  problems: (row.problems ?? []).filter(({ fault }) => fault.kind !== 'width'),
});

function placesOf<Column extends string>(
  header: readonly string[],
  names: ColumnNames<Column>,
): ColumnPlaces<Column> {
  const cells = header.map((cell) => foldText(cell.trim()));
  const places = Object.entries<readonly string[]>(names).map(([column, called]) => {
    const wanted = new Set(called.map(foldText));
    const place = cells.findIndex((cell) => wanted.has(cell));
    return [column, place < 0 ? undefined : place];
  });
  return Object.fromEntries(places);
}
