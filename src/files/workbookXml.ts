import { FileProblem } from './FileProblem';
import { ATTRIBUTE, isTrue, tagsOf } from './xmlTags';

export interface SheetPlace {
  readonly name: string;
  /** Where its part is in the archive, as `partName` writes it. */
  readonly path: string;
  readonly isHidden: boolean;
}

export interface WorkbookSheets {
  /** In the order in which a spreadsheet program shows them. */
  readonly sheets: readonly SheetPlace[];
  /** The one that was looked at when the workbook was saved. */
  readonly active: SheetPlace | undefined;
  /** Dates count from 1904, as in old workbooks of the Macintosh. */
  readonly countsFrom1904: boolean;
}

/** The sheets of rows and cells in a workbook. */
export function sheetsOf(workbook: string, relations: string): WorkbookSheets {
  const targets = new Map(
    elements(relations, 'Relationship')
      .filter((relation) => /\/worksheet$|^$/u.test(relation.get('Type') ?? ''))
      .map((relation) => [relation.get('Id'), relation.get('Target')]),
  );
  const listed = elements(workbook, 'sheet').map((sheet): SheetPlace | undefined => {
    const id = Array.from(sheet).find(([name]) => /(?:^|:)id$/u.test(name))?.[1];
    const target = targets.get(id);
    return target === undefined
      ? undefined
      : {
          name: sheet.get('name') ?? '',
          path: partName(/^[\\/]/u.test(target) ? target : `xl/${target}`),
          isHidden: /hidden/iu.test(sheet.get('state') ?? ''),
        };
  });
  const sheets = listed.filter((sheet) => sheet !== undefined);
  if (sheets.length === 0) throw new FileProblem({ kind: 'damaged', what: 'noFirstSheet' });
  const [view] = elements(workbook, 'workbookView');
  const [properties] = elements(workbook, 'workbookPr');
  return {
    sheets,
    active: listed[Number(view?.get('activeTab') ?? 0)],
    countsFrom1904: isTrue(properties?.get('date1904')),
  };
}

/** One name for a part, however a program writes its path: names do not differ by case. */
export function partName(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

/** The attributes of each element of a name, whatever its prefix is. */
function elements(xml: string, name: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== name || tag.kind === 'closing') continue;
    const attributes = Array.from(
      tag.attributes.matchAll(ATTRIBUTE),
      ([, key = '', double, single]) => [key, unescapeXml(double ?? single ?? '')] as const,
    );
    found.push(new Map(attributes));
  }
  return found;
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
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
