import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Workbook {
  /** The rows of the first sheet, as XML. */
  rows: string;
  sheets?: readonly string[];
  /** Where the first sheet is, as the workbook says it. */
  target?: string;
  /** Before the name of each element, as some writers have it. */
  prefix?: string;
  strings?: string;
  styles?: string;
  /** What stands before the rows, such as the columns. */
  before?: string;
  /** More attributes of each sheet, such as its state. */
  states?: readonly string[];
  activeTab?: number;
  /** The rows of the second sheet. */
  secondRows?: string;
  /** How the program writes the paths in the archive. */
  pathOf?: (path: string) => string;
}

/** A workbook as a spreadsheet program packs it, with the XML that a test is about. */
export function workbook(options: Workbook): Uint8Array {
  const { rows, sheets = ['Sheet1'], target = 'worksheets/sheet1.xml', prefix = '' } = options;
  const { strings = '', styles = '', before = '', states = [], activeTab = 0 } = options;
  const { secondRows, pathOf = (path) => path } = options;
  const x = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const listed = sheets.map(
    (name, position) =>
      `<${x}sheet name="${name}" sheetId="${position + 1}" ${states[position] ?? ''} r:id="rId${position + 1}"/>`,
  );
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${to}"/>`;
  const sheet = (rows: string, columns: string) =>
    `<?xml version="1.0"?><${x}worksheet ${xmlns}="${MAIN}">${columns}<${x}sheetData>${rows}</${x}sheetData></${x}worksheet>`;
  const parts = {
    'xl/workbook.xml': `<${x}workbook ${xmlns}="${MAIN}" xmlns:r="${LINKS}"><${x}bookViews><${x}workbookView activeTab="${activeTab}"/></${x}bookViews><${x}sheets>${listed.join('')}</${x}sheets></${x}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId9', 'styles', 'styles.xml')}${relation('rId8', 'sharedStrings', 'sharedStrings.xml')}${relation('rId1', 'worksheet', target)}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(rows, before),
    'xl/worksheets/sheet2.xml':
      secondRows === undefined ? 'this is never looked at' : sheet(secondRows, ''),
  };
  return zip(Object.fromEntries(Object.entries(parts).map(([path, part]) => [pathOf(path), part])));
}

export function zip(parts: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A row of typed texts. */
export function textRow(number: number, ...texts: string[]): string {
  const cells = texts.map((text, position) => textCell(`${'ABCDEFG'[position]}${number}`, text));
  return `<row r="${number}">${cells.join('')}</row>`;
}

export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
