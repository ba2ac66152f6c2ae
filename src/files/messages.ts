import type { FileRow, FileTable } from '@/model/changeFileTable';
import type { FileFault } from '@/model/fileFaults';

/** What a worker is told. */
export interface ReaderRequest {
  readonly file: File;
  /** The sheet of a workbook that is wanted. */
  readonly sheet: string | undefined;
}

/** What a worker says about the file it was given. */
export type ReaderMessage =
  | { readonly kind: 'share'; readonly share: number }
  /** Some of the rows; the table follows when all are sent. */
  | { readonly kind: 'rows'; readonly rows: readonly FileRow[] }
  | { readonly kind: 'table'; readonly table: Omit<FileTable, 'rows'> }
  | { readonly kind: 'problem'; readonly fault: FileFault };
