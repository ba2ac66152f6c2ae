import Papa from 'papaparse';
import { recipientsOf, withoutLabel } from './mailRecipients';
import { plainText } from './text';

/** Whom a text means. */
export interface Found {
  /** By what it was found. An id beats an email, an email beats a name. */
  readonly by: 'id' | 'email' | 'name' | undefined;
  /** Nobody, one, or several who cannot be told apart by it. */
  readonly userIds: readonly string[];
}

/** A `UserDirectory`. */
export interface KnownUsers {
  find(text: string): Found;
  isCalled(userId: string, text: string): boolean;
}

/** One person that a line names, in one way or in several. */
export interface PastedItem {
  readonly line: number;
  /** As it stands in the line. */
  readonly text: string;
  /** Ids and emails. Where there are any, they alone decide. */
  readonly keys: readonly string[];
  /** What may be a name. */
  readonly names: readonly string[];
}

type Item = Omit<PastedItem, 'line'>;

/** What each line of a paste names. A line that is not empty names something, even if nobody knows it. */
export function* itemsOf(pasted: string, directory: KnownUsers): Generator<PastedItem> {
  const rows = pasted.split(/\r\n|\r|\n/u).map((raw) => ({ raw, cells: cellsOf(raw) }));
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  for (const [position, { raw, cells }] of rows.entries()) {
    const line = position + 1;
    const filled = cells.map(unquote).filter(Boolean);
    if (filled.length === 0) continue;
    const isRow = cells.length > 1 && (widths.get(cells.length) ?? 0) > 1;
    const items =
      filled.length > 1 && (isRow || !areSameKind(filled))
        ? [itemOfRow(raw.trim(), filled, directory)]
        : filled.flatMap((text) => itemsOfText(text, directory));
    for (const item of items) yield { line, ...item };
  }
}

/** The cells of a row that was copied from a spreadsheet; a line without tabs is one cell. */
function cellsOf(raw: string): readonly string[] {
  if (!raw.includes('\t')) return [raw];
  const { data, errors } = Papa.parse<string[]>(raw, { delimiter: '\t', newline: '\n' });
  return errors.length > 0 || data.length > 1 ? raw.split('\t') : (data[0] ?? []);
}

/** A list of emails, or of ids, and not a row in which they stand beside each other for one person. */
function areSameKind(cells: readonly string[]): boolean {
  return cells.every(looksLikeEmail) || cells.every(looksLikeId);
}

function itemOfRow(text: string, cells: readonly string[], directory: KnownUsers): Item {
  const keys: string[] = [];
  const names: string[] = [];
  for (const cell of cells) {
    if (looksLikeKey(cell) || directory.find(cell).by === 'id') keys.push(cell);
    else if (!cell.includes('@')) names.push(cell);
    else {
      for (const item of itemsOfText(cell, directory)) {
        keys.push(...item.keys);
        names.push(...item.names);
      }
    }
  }
  return { text, keys, names };
}

function itemsOfText(raw: string, directory: KnownUsers): Item[] {
  if (directory.find(raw).userIds.length > 0) return [itemOfName(raw)];
  const text = plainText(raw);
  const words = text
    .split(/[,;\s]+/u)
    .map(unquote)
    .filter(Boolean);
  if (words.length > 1 && words.every(looksLikeKey)) return words.map(itemOfKey);
  const items = recipientsOf(text).flatMap(({ address, pieces }) =>
    address === undefined
      ? itemsOfPieces(pieces, directory)
      : itemsOfRecipient(address, pieces, directory),
  );
  return items.length > 0 ? items : [itemOfName(raw)];
}

/** "Kim Lee, Berg, Anna <anna@x.example>": what is no part of the name of the address stands for itself. */
function itemsOfRecipient(
  address: string,
  pieces: readonly string[],
  directory: KnownUsers,
): Item[] {
  const key = trimKey(address);
  const [userId, ...others] = directory.find(key).userIds;
  const own: string[] = [];
  const items: Item[] = [];
  for (const [place, piece] of pieces.entries()) {
    const isLast = place === pieces.length - 1;
    const name = trimKey(withoutLabel(piece));
    if (looksLikeKey(name)) {
      if (name.toLowerCase() !== key.toLowerCase()) items.push(itemOfKey(name));
    } else if (userId !== undefined && others.length === 0 && directory.isCalled(userId, name)) {
      own.push(piece);
    } else if (isLast || (userId === undefined && directory.find(name).userIds.length === 0)) {
      own.push(piece);
    } else items.push(...itemsOfPieces([piece], directory));
  }
  const name = own.join(', ');
  const text = name === '' ? address : `${name} <${address}>`;
  return [...items, { text, keys: [key], names: name === '' ? [] : [name] }];
}

/** Pieces between commas, without an address in brackets: emails and ids are told from names, which may have commas. */
function itemsOfPieces(pieces: readonly string[], directory: KnownUsers): Item[] {
  const items: Item[] = [];
  let run: string[] = [];
  const endRun = () => {
    const whole = run.join(', ');
    const isSomebody = (text: string) => directory.find(text).userIds.length > 0;
    if (run.length > 1 && !isSomebody(whole) && run.some(isSomebody)) {
      items.push(...run.map(itemOfName));
    } else if (whole !== '') items.push(itemOfName(whole));
    run = [];
  };
  for (const piece of pieces) {
    const words = withoutLabel(piece).split(' ').filter(Boolean);
    const keys = words.map(trimKey).filter(looksLikeKey);
    const rest = words.filter((word) => !looksLikeKey(trimKey(word))).join(' ');
    if (keys.length === 0) {
      run.push(piece);
      continue;
    }
    endRun();
    const [key = '', ...others] = keys;
    if (others.length === 0 && rest !== '')
      items.push(...itemsOfNameAndKey(piece, rest, key, directory));
    else items.push(...keys.map(itemOfKey), ...(rest === '' ? [] : [itemOfName(rest)]));
  }
  endRun();
  return items;
}

/** "Anna Berg anna@x.example" is one person; of "something anna@x.example" something is left over. */
function itemsOfNameAndKey(text: string, name: string, key: string, directory: KnownUsers): Item[] {
  const [userId] = directory.find(key).userIds;
  if (userId === undefined) return [{ text, keys: [key], names: [] }];
  const isName = directory.isCalled(userId, name) || directory.find(name).userIds.length > 0;
  if (isName) return [{ text, keys: [key], names: [name] }];
  return [itemOfKey(key), itemOfName(name)];
}

const itemOfKey = (text: string): Item => ({ text, keys: [text], names: [] });

const itemOfName = (text: string): Item => {
  const name = withoutLabel(text);
  return { text, keys: [], names: name === text ? [text] : [text, name] };
};

/** Whether a text can only be an email or an id. */
export function looksLikeKey(text: string): boolean {
  return looksLikeEmail(text) || looksLikeId(text);
}

function looksLikeEmail(text: string): boolean {
  return /^[^\s@:;,<>()"]+@[^\s@:;,<>()"]+$/u.test(plainText(text));
}

function looksLikeId(text: string): boolean {
  return /^\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?$/iu.test(plainText(text));
}

/** Without the marks that a sentence or a list puts around it. */
function trimKey(word: string): string {
  const bare = word.replace(/^["'([]+|["')\].,;:!?]+$/gu, '');
  return looksLikeKey(bare) ? bare : word;
}

/** Without the marks that a spreadsheet or a mail program leaves at the ends. */
function unquote(text: string): string {
  return text.replace(
    /^[\s"'\p{Default_Ignorable_Code_Point}]+|[\s"',;\p{Default_Ignorable_Code_Point}]+$/gu,
    '',
  );
}
