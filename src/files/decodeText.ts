import { FileProblem } from './FileProblem';

export interface DecodedText {
  /** With a line feed at the end of each line, whatever the file had. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16';
  /** The numbers of the lines whose bytes are no text in this encoding. */
  readonly badLines: ReadonlySet<number>;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Text from bytes that say what they are: UTF-16 by its mark, everything else is UTF-8 or wrong. What is wrong is named by
 * line; no other encoding is guessed.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) {
    return { ...readUtf16(bytes, utf16), encoding: 'UTF-16' };
  }
  const badLines = new Set<number>();
  let raw = strictly('utf-8', bytes);
  if (raw === undefined) {
    for (const line of linesThatAreNotUtf8(bytes)) badLines.add(line);
    raw = new TextDecoder().decode(bytes);
  }
  const text = withLineFeeds(raw);
  const nul = text.indexOf('\0');
  if (nul !== -1) throw new FileProblem({ kind: 'noText', line: lineAt(text, nul) });
  return { text, encoding: 'UTF-8', badLines };
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function readUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be') {
  const strict = strictly(label, bytes);
  if (strict !== undefined) return { text: withLineFeeds(strict), badLines: new Set<number>() };
  const text = withLineFeeds(new TextDecoder(label).decode(bytes));
  const badLines = new Set<number>();
  // The mark of a damaged place; a file that has damaged places is not trusted where it has the mark itself.
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    badLines.add(lineAt(text, at));
  }
  return { text, badLines };
}

function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

/** The bytes of a line break stand for nothing else in UTF-8, so lines can be told apart before they are decoded. */
function* linesThatAreNotUtf8(bytes: Uint8Array): Generator<number> {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    let end = start;
    let isAscii = true;
    for (; end < bytes.length; end++) {
      const byte = bytes[end] ?? 0;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      if (byte >= 0x80) isAscii = false;
    }
    if (!isAscii && strictly('utf-8', bytes.subarray(start, end)) === undefined) yield line;
    const isPair = bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED;
    start = end + (isPair ? 2 : 1);
  }
}
