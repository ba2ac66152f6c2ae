import Papa from 'papaparse';

export type CsvValue = string | number | boolean | undefined;

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet would run as a formula instead of showing it. The wide forms and the line feed are from the list that
 * OWASP keeps.
 */
const FORMULA = '=+\\-@\\t\\r\\n＝＋－＠';
const STARTS_A_FORMULA = new RegExp(`^[${FORMULA}]`, 'u');
/**
 * The separators that spreadsheets of other locales split by, and what may stand between one and a formula. The quotation
 * marks around a cell are no help there: only those at the beginning of what such a spreadsheet takes for a cell count.
 */
const OTHER_SEPARATOR = '[;|\\t\\r\\n][\\s"]*';
const FORMULA_INSIDE = new RegExp(`(?<=${OTHER_SEPARATOR})[=+\\-@＝＋－＠]`, 'gu');
const GUARD_INSIDE = new RegExp(`(?<=${OTHER_SEPARATOR})'(?=[=+\\-@＝＋－＠])`, 'gu');

/**
 * A CSV document for a spreadsheet. Every text is quoted, and has an apostrophe wherever it would run as a formula, by
 * whichever separator the spreadsheet splits it. Numbers stay numbers.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const guarded = [header, ...rows].map((row) =>
    row.map((value) => (typeof value === 'string' ? withFormulaGuard(value) : value)),
  );
  const csv = Papa.unparse(guarded, {
    quotes: (value: unknown) => typeof value === 'string' && value !== '',
    newline: '\r\n',
  });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

function withFormulaGuard(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "'$&");
  return STARTS_A_FORMULA.test(text) ? `'${inside}` : inside;
}

/** A cell of such a document as it was before apostrophes were put into it. */
export function withoutFormulaGuard(cell: string): string {
  const inside = cell.replace(GUARD_INSIDE, '');
  return inside.startsWith("'") && STARTS_A_FORMULA.test(inside.slice(1))
    ? inside.slice(1)
    : inside;
}
