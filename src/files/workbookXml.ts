import { FileProblem } from './FileProblem';

export interface SheetPlace {
  readonly name: string;
  /** Where its part is in the archive. */
  readonly path: string;
  /** The names of the other sheets. */
  readonly others: readonly string[];
}

/** The first sheet of a workbook, as a spreadsheet program would put it first. */
export function firstSheet(workbook: string, relations: string): SheetPlace {
  const sheets = elements(workbook, 'sheet');
  const [first, ...others] = sheets;
  const id = first && Array.from(first).find(([name]) => /(?:^|:)id$/u.test(name))?.[1];
  const target = elements(relations, 'Relationship')
    .find((relation) => relation.get('Id') === id)
    ?.get('Target');
  if (!first || target === undefined) {
    throw new FileProblem({ kind: 'damaged', what: 'noFirstSheet' });
  }
  return {
    name: first.get('name') ?? '',
    path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    others: others.map((sheet) => sheet.get('name') ?? ''),
  };
}

/** The attributes of each element of a name, whatever its prefix is. */
function elements(xml: string, name: string): Map<string, string>[] {
  const tag = new RegExp(`<(?:[\\w-]+:)?${name}\\s([^>]*)>`, 'gu');
  return Array.from(
    xml.matchAll(tag),
    ([, attributes = '']) =>
      new Map(
        Array.from(
          attributes.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu),
          ([, key = '', double, single]) => [key, unescapeXml(double ?? single ?? '')] as const,
        ),
      ),
  );
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES.get(name) ?? whole;
  });
}
