import type { RowFault } from './fileFaults';

/** More than this is refused: a page cannot show it, and the service would take hours for it. */
export const MOST_ROWS = 100_000;

/** Something that keeps a row, or one cell of it, from being read. */
export interface RowProblem {
  /** The place of the cell, counted from 0; undefined where the whole row is meant. */
  readonly column?: number;
  readonly fault: RowFault;
}

export interface FileRow {
  /** The line on which it begins, as an editor or a spreadsheet numbers lines. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems?: readonly RowProblem[];
  /** The file does not show it, because somebody hid it or filtered it out. */
  readonly isHidden?: boolean;
}

/** How the file was read, to be told to whoever chose it. */
export type FileSource =
  /** The separator is the character itself. */
  | { readonly format: 'CSV'; readonly separator: string; readonly encoding: string }
  | {
      readonly format: 'XLSX';
      readonly sheet: string;
      /** Sheets that were not read. */
      readonly otherSheets: readonly string[];
      /** Those of them that the workbook does not show. */
      readonly hiddenSheets?: readonly string[];
    };

/** A file of rows under a header, whatever its format was. Empty lines are left out. */
export interface FileTable {
  readonly header: readonly string[];
  readonly headerLine: number;
  /** The lines above the header that are not empty: titles, and what an export says of itself. */
  readonly above?: readonly FileRow[];
  /** The places of columns that the file does not show, counted from 0. */
  readonly hiddenColumns?: readonly number[];
  readonly rows: readonly FileRow[];
  /** All lines, with the header and the empty ones. */
  readonly lineCount: number;
  readonly source: FileSource;
}

/** What an administrator fills in: a header that is understood, and rows that show what belongs under it. */
export function templateRows(licenseIds: readonly string[]): string[][] {
  const [first = 'LICENSE_ID', second = first] = licenseIds;
  return [
    ['User', 'License', 'Action'],
    ['first.person@example.com', first, 'add'],
    ['second.person@example.com', second, 'remove'],
  ];
}
