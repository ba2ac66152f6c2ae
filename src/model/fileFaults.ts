/** Why a file of rows cannot be read at all. */
export type FileFault =
  /** The browser does not hand out what is in it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'tooManyBytes' | 'tooManyBytesUnpacked' }
  | { readonly kind: 'tooManyRows'; readonly rows: number }
  | { readonly kind: 'tooWide'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'emptySheet'; readonly sheet: string }
  | { readonly kind: 'header'; readonly line: number; readonly fault: RowFault }
  /** What it is instead of a CSV or XLSX file. */
  | { readonly kind: 'protected' | 'xls' | 'xlsb' | 'openDocument' | 'otherArchive' }
  | { readonly kind: 'noText'; readonly line: number }
  | { readonly kind: 'damaged'; readonly what: Damage }
  /** What the library that reads sheets said of it, in its own words. */
  | { readonly kind: 'unreadableSheet'; readonly reason: string | undefined }
  | { readonly kind: 'readerBroke' | 'tooLong' }
  | { readonly kind: 'other'; readonly reason: string };

type Damage =
  | 'archive'
  | 'noFirstSheet'
  | 'sheetMissing'
  /** What is opened in the XML of the sheet is not closed. */
  | 'sheetXml'
  | 'tooManyRows'
  | 'tooManyColumns';

/** Why one row of a file, or one cell of it, cannot be read. */
export type RowFault =
  /** A quotation mark that is never closed or out of place: from the one line to the other, cells cannot be told apart. */
  | {
      readonly kind: 'openQuote' | 'strayQuote';
      readonly firstLine: number;
      readonly lastLine: number;
    }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | {
      readonly kind: 'width';
      readonly cells: number;
      readonly expected: number;
      /** By what the row and the header seem to be separated, where that differs. */
      readonly separators?: { readonly row: string; readonly header: string };
    }
  /** A cell, by its address in the sheet. */
  | { readonly kind: 'formula'; readonly cell: string }
  | { readonly kind: 'errorValue'; readonly cell: string; readonly value: string };
