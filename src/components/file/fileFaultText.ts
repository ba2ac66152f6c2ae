import { plural, t } from '@lingui/core/macro';
import { formatNumber } from '@/i18n/formats';
import { MOST_ROWS } from '@/model/changeFileTable';
import type { FileFault, RowFault } from '@/model/fileFaults';

/** Why a file of rows cannot be read, and what can be done about it. */
export function fileFaultText(fault: FileFault): string {
  switch (fault.kind) {
    case 'gone':
      return t`The browser may not read the file; it was changed or moved since it was chosen. Choose it again.`;
    case 'tooManyBytes':
      return t`The file is larger than 100 MB. Keep only the rows that you need.`;
    case 'tooManyBytesUnpacked':
      return t`The sheet is too large to be read here: unpacked it would take more than 300 MB.`;
    case 'tooManyRows': {
      const [rows, most] = [formatNumber(fault.rows), formatNumber(MOST_ROWS)];
      return t`The file has ${rows} rows. At most ${most} can be read at once: split it into several files.`;
    }
    case 'tooWide': {
      const [rows, columns] = [formatNumber(fault.rows), formatNumber(fault.columns)];
      return t`The sheet reaches over ${rows} rows and ${columns} columns, too many to be read here. Delete what is far off the table.`;
    }
    case 'empty':
      return t`The file is empty.`;
    case 'emptySheet': {
      const { sheet } = fault;
      return t`The sheet “${sheet}” is empty.`;
    }
    case 'header': {
      const line = formatNumber(fault.line);
      const problem = rowFaultText(fault.fault);
      return t`Line ${line}: ${problem}`;
    }
    case 'protected':
      return t`The workbook is protected by a password. Save it without one (in Excel: File, Info, Protect Workbook, Encrypt with Password).`;
    case 'xls':
      return t`This is a workbook of an old Excel (XLS). Save it as “Excel Workbook (.xlsx)” or CSV.`;
    case 'xlsb':
      return t`This is a binary workbook (XLSB). Save it as “Excel Workbook (.xlsx)” or CSV.`;
    case 'openDocument':
      return t`This is an OpenDocument file. Save it as “Excel Workbook (.xlsx)” or CSV.`;
    case 'otherArchive':
      return t`This is no Excel workbook, although it is packed like one. Choose a CSV or an XLSX file.`;
    case 'noText': {
      const line = formatNumber(fault.line);
      return t`This is no text file: line ${line} has characters that text does not have. Choose a CSV or an XLSX file.`;
    }
    case 'damaged':
      return damageText(fault.what);
    case 'unreadableSheet': {
      const { reason } = fault;
      return reason === undefined
        ? t`The sheet cannot be read. Save it once more as XLSX.`
        : t`The sheet cannot be read (${reason}). Save it once more as XLSX.`;
    }
    case 'readerBroke':
      return t`The reader of files did not start or ran out of memory. Reload the page, then choose the file again.`;
    case 'tooLong':
      return t`The file took too long to read, and the reading was stopped. Save it once more, or keep only the rows that you need.`;
    case 'other': {
      const { reason } = fault;
      return t`The file cannot be read (${reason}).`;
    }
  }
}

function damageText(what: Extract<FileFault, { kind: 'damaged' }>['what']): string {
  switch (what) {
    case 'archive':
      return t`The file is damaged: it cannot be unpacked. Save it once more as XLSX.`;
    case 'noFirstSheet':
      return t`The workbook is damaged: it does not say where its first sheet is.`;
    case 'sheetMissing':
      return t`The workbook is damaged: the sheet is missing.`;
    case 'sheetXml':
      return t`The workbook is damaged: its sheet breaks off, or rows and cells in it are not closed. Save it once more as XLSX.`;
    case 'tooManyRows':
      return t`The sheet is damaged: it has too many rows.`;
    case 'tooManyColumns':
      return t`The sheet is damaged: it has too many columns.`;
  }
}

/** Why one row of a file, or one cell of it, cannot be read. */
export function rowFaultText(fault: RowFault): string {
  switch (fault.kind) {
    case 'openQuote':
    case 'strayQuote':
      return quoteText(fault);
    case 'encoding': {
      const { encoding } = fault;
      return t`This line is not valid ${encoding}. Save the file as UTF-8: in Excel, choose “CSV UTF-8” as the file type.`;
    }
    case 'width':
      return widthText(fault);
    case 'formula': {
      const { cell } = fault;
      return t`Cell ${cell} holds a formula. Replace it by its value (copy, then paste values).`;
    }
    case 'errorValue': {
      const { cell, value } = fault;
      return t`Cell ${cell} holds an error, ${value}`;
    }
  }
}

type QuoteFault = Extract<RowFault, { kind: 'openQuote' | 'strayQuote' }>;

function quoteText({ kind, firstLine, lastLine }: QuoteFault): string {
  const [first, last] = [formatNumber(firstLine), formatNumber(lastLine)];
  if (kind === 'openQuote') {
    return lastLine > firstLine
      ? t`A quotation mark opens a field that is never closed. Lines ${first} to ${last} cannot be told apart.`
      : t`A quotation mark opens a field that is never closed.`;
  }
  return lastLine > firstLine
    ? t`A quotation mark is out of place. Inside quotation marks it has to be doubled. Lines ${first} to ${last} cannot be told apart.`
    : t`A quotation mark is out of place. Inside quotation marks it has to be doubled.`;
}

function widthText({ cells, expected, separators }: Extract<RowFault, { kind: 'width' }>): string {
  const inHeader = formatNumber(expected);
  if (!separators) {
    return plural(cells, {
      one: `This line has # field, the header has ${inHeader}.`,
      other: `This line has # fields, the header has ${inHeader}.`,
    });
  }
  const [ofRow, ofHeader] = [separatorText(separators.row), separatorText(separators.header)];
  return plural(cells, {
    one: `This line has # field, the header has ${inHeader}. It seems to be separated by ${ofRow}, the header by ${ofHeader}.`,
    other: `This line has # fields, the header has ${inHeader}. It seems to be separated by ${ofRow}, the header by ${ofHeader}.`,
  });
}

/** What stands between the cells of a CSV file, as the end of "separated by". */
export function separatorText(separator: string): string {
  switch (separator) {
    case ',':
      return t({ message: 'commas', context: 'separated by' });
    case ';':
      return t({ message: 'semicolons', context: 'separated by' });
    case '\t':
      return t({ message: 'tabs', context: 'separated by' });
    default:
      return t`“${separator}”`;
  }
}
