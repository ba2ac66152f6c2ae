import { unzipSync, zipSync } from 'fflate';
import { FileProblem } from './FileProblem';
import { partName } from './workbookXml';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = /^xl\/(?:.*\/)?sharedstrings\.xml$/u;
const STYLES = /^xl\/(?:.*\/)?styles\.xml$/u;
/** Unpacked; a real sheet of the most rows allowed and some forty columns is smaller. */
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

/** What says which sheets there are. */
export function unpackWorkbook(bytes: Uint8Array): { workbook: string; relations: string } {
  const names = new Set<string>();
  const parts = unpack(bytes, (name) => {
    names.add(name);
    return name === WORKBOOK || name === RELATIONS;
  });
  const [workbook, relations] = [parts.get(WORKBOOK), parts.get(RELATIONS)];
  if (!workbook || !relations) throw new FileProblem({ kind: whatElse(names) });
  return { workbook: textOf(workbook), relations: textOf(relations) };
}

/** What one sheet needs. */
interface SheetParts {
  readonly xml: string;
  readonly strings: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
}

export function unpackSheet(bytes: Uint8Array, path: string): SheetParts {
  const parts = unpack(bytes, (name) => name === path || STRINGS.test(name) || STYLES.test(name));
  const sheet = parts.get(path);
  if (!sheet) throw new FileProblem({ kind: 'damaged', what: 'sheetMissing' });
  const partCalled = (pattern: RegExp) =>
    Array.from(parts).find(([name]) => pattern.test(name))?.[1];
  return { xml: textOf(sheet), strings: partCalled(STRINGS), styles: partCalled(STYLES) };
}

/** The parts that are wanted, by their `partName`. */
function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    const wanted = isWanted(partName(name));
    if (wanted) size += originalSize;
    if (size > MOST_UNPACKED_BYTES) throw new FileProblem({ kind: 'tooManyBytesUnpacked' });
    return wanted;
  };
  try {
    const parts = Object.entries(unzipSync(bytes, { filter }));
    return new Map(parts.map(([name, part]) => [partName(name), part]));
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem({ kind: 'damaged', what: 'archive' });
  }
}

function whatElse(names: ReadonlySet<string>) {
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('content.xml')) return 'openDocument';
  return 'otherArchive';
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook of that one sheet, with the names of parts that the library which reads it knows. It is not compressed: the
 * library would unpack large parts in workers made from blob addresses, which a strict content security policy forbids,
 * and then wait for ever.
 */
export function packSheet({
  xml,
  strings,
  styles,
  countsFrom1904,
}: SheetParts & { countsFrom1904: boolean }): ArrayBuffer {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const relations = [
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    ...(strings ? [relation(2, 'sharedStrings', 'sharedStrings.xml')] : []),
    ...(styles ? [relation(3, 'styles', 'styles.xml')] : []),
  ];
  const { buffer } = zipSync(
    {
      [WORKBOOK]: bytesOf(
        `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr date1904="${countsFrom1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      [RELATIONS]: bytesOf(`<Relationships>${relations.join('')}</Relationships>`),
      'xl/worksheets/sheet1.xml': bytesOf(xml),
      ...(strings && { 'xl/sharedStrings.xml': strings }),
      ...(styles && { 'xl/styles.xml': styles }),
    },
    { level: 0 },
  );
  return buffer;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** By its mark: some programs write the parts of a workbook in UTF-16. */
function textOf(part: Uint8Array): string {
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return new TextDecoder(isUtf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(
    part,
  );
}
