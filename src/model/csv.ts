import Papa from 'papaparse';

export type CsvValue = string | number | boolean | undefined;

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet would run as a formula instead of showing it. Papa Parse's own pattern lets a formula pass that has a
 * line break in it; the wide forms and the line feed are from the list that OWASP keeps.
 */
const STARTS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A CSV document for a spreadsheet: what is needed is quoted, text that would run as a formula gets an apostrophe before
 * it, and numbers stay numbers.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const csv = Papa.unparse([header, ...rows], {
    escapeFormulae: STARTS_A_FORMULA,
    newline: '\r\n',
  });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

/** A cell of such a document as it was before an apostrophe was put in front of it. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && STARTS_A_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
