/** A part of a line as mail programs write recipients. */
export interface Recipient {
  /** What stands in angle brackets; undefined where there are none. */
  readonly address: string | undefined;
  /** The texts between commas: before the brackets or, where there are none, up to the end or a semicolon. */
  readonly pieces: readonly string[];
}

/** What opens a name in which commas and semicolons are letters, and what closes it. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['(', ')'],
]);

/**
 * Splits a line into recipients: "Berg, Anna" <anna@x.example>; kim@x.example, Team: bo@x.example;
 * Nothing of the line is lost but quotation marks, brackets, separators and labels such as "To:".
 */
export function recipientsOf(line: string): Recipient[] {
  const recipients: Recipient[] = [];
  let pieces: string[] = [];
  let piece = '';
  const endPiece = () => {
    const text = piece.trim();
    if (text !== '') pieces.push(text);
    piece = '';
  };
  const endRecipient = (address?: string) => {
    endPiece();
    if (address !== undefined || pieces.length > 0) recipients.push({ address, pieces });
    pieces = [];
  };
  const reader = new Reader(withLinksSpelledOut(line));
  while (!reader.isAtEnd) {
    const inBrackets = reader.take('<', '>');
    const quoted = inBrackets === undefined ? reader.takeQuoted() : undefined;
    if (inBrackets !== undefined) {
      if (inBrackets.includes('@')) endRecipient(inBrackets.trim());
      else piece += `<${inBrackets}>`;
    } else if (quoted !== undefined) {
      piece += quoted;
    } else {
      const letter = reader.next();
      if (letter === ',') endPiece();
      else if (letter === ';') endRecipient();
      else piece += letter;
    }
  }
  endRecipient();
  return recipients;
}

/** Goes through a line once: what has no end is not looked for again. */
class Reader {
  readonly #line: string;
  #place = 0;
  readonly #unclosed = new Set<string>();

  constructor(line: string) {
    this.#line = line;
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#line.length;
  }

  next(): string {
    const letter = this.#line[this.#place] ?? '';
    this.#place += 1;
    return letter;
  }

  /** What stands between two marks, if it begins here and ends. */
  take(open: string, close: string): string | undefined {
    if (this.#line[this.#place] !== open || this.#unclosed.has(close)) return undefined;
    let text = '';
    for (let at = this.#place + 1; at < this.#line.length; at++) {
      const letter = this.#line[at] ?? '';
      if (letter === close) {
        this.#place = at + 1;
        return text;
      }
      if (letter === '\\' && at + 1 < this.#line.length) at += 1;
      text += this.#line[at] ?? '';
    }
    this.#unclosed.add(close);
    return undefined;
  }

  takeQuoted(): string | undefined {
    const open = this.#line[this.#place] ?? '';
    const close = QUOTES.get(open);
    const text = close === undefined ? undefined : this.take(open, close);
    return text === undefined || open !== '(' ? text : `(${text})`;
  }
}

/** The one address in a cell such as "Anna Berg <anna@x.example>", and the name beside it. */
export function soleRecipient(cell: string): { address: string; name: string } | undefined {
  if (!cell.includes('@')) return undefined;
  const [recipient, another] = recipientsOf(cell);
  if (!recipient || another) return undefined;
  const { address, pieces } = recipient;
  if (address !== undefined) return { address, name: pieces.join(', ') };
  const [piece, ...others] = pieces;
  return piece === undefined || others.length > 0
    ? undefined
    : { address: withoutLabel(piece), name: '' };
}

const LINK = /(<?)mailto:([^\s<>"]*)(>?)/giu;
/** The fields of a link that name recipients. */
const RECIPIENT_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc']);

/** Each "mailto:a@x.example,b@x.example?cc=c@x.example&subject=Hi" as "a@x.example, b@x.example, c@x.example, subject=Hi". */
function withLinksSpelledOut(line: string): string {
  return line.replace(LINK, (_, opening: string, link: string, closing: string) => {
    const [to = '', ...query] = link.split('?');
    const fields = query
      .join('?')
      .split('&')
      .map((field) => {
        const [name = '', value = ''] = field.split('=');
        return RECIPIENT_FIELDS.has(name.toLowerCase()) ? value : decoded(field);
      });
    const parts = [to, ...fields].flatMap((part) => part.split(/[,;]/u)).filter(Boolean);
    const [only, ...others] = parts.map(decoded);
    if (only !== undefined && others.length === 0) return `${opening}${only}${closing}`;
    return ` ,${[only, ...others].join(',')},`;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without the name of a group, or of a field such as "To:". */
export function withoutLabel(piece: string): string {
  return piece.replace(/^[^:@<>]*[^:@<>\s]:\s*(?=\S)/u, '');
}
