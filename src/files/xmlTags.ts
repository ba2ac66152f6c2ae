import { FileProblem } from './FileProblem';

export interface XmlTag {
  /** Without its prefix. */
  readonly name: string;
  /** With the colon; empty where there is none. */
  readonly prefix: string;
  readonly kind: 'opening' | 'closing' | 'empty';
  /** What stands after the name. */
  readonly attributes: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const TAG = /^<(\/?)((?:[^\s<>/:]+:)?)([^\s<>/]+)/u;

/**
 * The tags of an XML text, one after the other, each looked at once: the time it takes grows with the text, whatever is not
 * closed in it.
 * @throws {FileProblem} where a tag has no end.
 */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let start = xml.indexOf('<'); start !== -1; ) {
    const special = specialEnd(xml, start);
    if (special !== undefined) {
      start = xml.indexOf('<', special);
      continue;
    }
    const next = xml.indexOf('<', start + 1);
    const end = xml.indexOf('>', start) + 1;
    if (end === 0 || (next !== -1 && end > next)) {
      throw new FileProblem({ kind: 'damaged', what: 'sheetXml' });
    }
    const text = xml.slice(start, end);
    const [whole = '', slash, prefix = '', name = ''] = TAG.exec(text) ?? [];
    const isEmpty = text.endsWith('/>');
    yield {
      name,
      prefix,
      kind: slash === '/' ? 'closing' : isEmpty ? 'empty' : 'opening',
      attributes: text.slice(whole.length, isEmpty ? -2 : -1),
      start,
      end,
    };
    start = next;
  }
}

/** Where a comment, a declaration or a block of plain characters ends, if one begins here. */
function specialEnd(xml: string, start: number): number | undefined {
  const mark = xml[start + 1];
  if (mark !== '!' && mark !== '?') return undefined;
  const [opening, closing] = xml.startsWith('<!--', start)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', start)
      ? ['<![CDATA[', ']]>']
      : ['<!', '>'];
  const end = xml.indexOf(closing, start + opening.length);
  if (end === -1) throw new FileProblem({ kind: 'damaged', what: 'sheetXml' });
  return end + closing.length;
}

/** The value of an attribute, as it stands in the tag. */
export function attributeOf({ attributes }: Pick<XmlTag, 'attributes'>, name: string) {
  for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (key === name) return double ?? single;
  }
  return undefined;
}

export const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** As XML writes truth. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
