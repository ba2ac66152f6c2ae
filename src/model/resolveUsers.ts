import type { OrganizationIndex } from './organizationIndex';
import { foldText } from './text';

/** One thing that was pasted, and whom it means. */
export interface ResolvedLine {
  /** The first line it stands on; lines count from 1. */
  readonly line: number;
  readonly text: string;
  /** By what it was found. An id beats an email, an email beats a name. */
  readonly by: 'id' | 'email' | 'name' | undefined;
  /** Nobody, one, or several who cannot be told apart by it. */
  readonly userIds: readonly string[];
}

export interface ResolvedUsers {
  /** Each user once, in the order of the lines. */
  readonly userIds: readonly string[];
  readonly ambiguous: readonly ResolvedLine[];
  readonly unmatched: readonly ResolvedLine[];
  /** How many lines named somebody who was named before. */
  readonly repeated: number;
}

/** Whom an id, an email or a name means. Built once for an index, then asked for as many lines as were pasted. */
export class UserDirectory {
  readonly #index: OrganizationIndex;
  readonly #byEmail = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();

  constructor(index: OrganizationIndex) {
    this.#index = index;
    for (let row = 0; row < index.size; row++) {
      const user = index.user(row);
      if (user?.email) append(this.#byEmail, foldText(user.email.trim()), row);
      if (user?.name) append(this.#byName, foldName(user.name), row);
    }
  }

  find(text: string): Pick<ResolvedLine, 'by' | 'userIds'> {
    const byId = this.#index.rowOf(text) ?? this.#index.rowOf(text.toLowerCase());
    if (byId !== undefined) return { by: 'id', userIds: [this.#index.userId(byId)] };
    const byEmail = this.#byEmail.get(foldText(text));
    if (byEmail) return { by: 'email', userIds: this.#ids(byEmail) };
    const byName = this.#byName.get(foldName(text));
    if (byName) return { by: 'name', userIds: this.#ids(byName) };
    return { by: undefined, userIds: [] };
  }

  #ids(rows: readonly number[]): string[] {
    return rows.map((row) => this.#index.userId(row));
  }
}

/**
 * Reads a paste: ids, emails or names, one a line; ids and emails may also stand in one line, parted by commas,
 * semicolons, tabs or blanks. "Name <email>" is read by its email.
 */
export function resolveUsers(pasted: string, directory: UserDirectory): ResolvedUsers {
  const userIds = new Set<string>();
  const seen = new Set<string>();
  const ambiguous: ResolvedLine[] = [];
  const unmatched: ResolvedLine[] = [];
  let repeated = 0;

  for (const { line, text } of tokensOf(pasted, directory)) {
    if (seen.has(text)) {
      repeated += 1;
      continue;
    }
    seen.add(text);
    const found = directory.find(text);
    const [only] = found.userIds;
    if (only === undefined) unmatched.push({ line, text, ...found });
    else if (found.userIds.length > 1) ambiguous.push({ line, text, ...found });
    else if (userIds.has(only)) repeated += 1;
    else userIds.add(only);
  }
  return { userIds: [...userIds], ambiguous, unmatched, repeated };
}

function* tokensOf(
  pasted: string,
  directory: UserDirectory,
): Generator<{ line: number; text: string }> {
  const lines = pasted.split(/\r\n|\r|\n/u);
  for (const [position, raw] of lines.entries()) {
    const line = position + 1;
    const text = unquote(raw);
    if (text === '') continue;
    const inBrackets = /<([^<>\s]+@[^<>\s]+)>/u.exec(text)?.[1];
    if (directory.find(text).userIds.length > 0) yield { line, text };
    else if (inBrackets !== undefined) yield { line, text: inBrackets };
    else {
      // Only what cannot be part of a name is split: "García, José" stays whole, "a@x.com, b@x.com" does not.
      const parts = text
        .split(/[,;\t\s]+/u)
        .map(unquote)
        .filter(Boolean);
      const splits = parts.length > 1 && parts.every((part) => looksLikeKey(part));
      for (const part of splits ? parts : text.split(/[;\t]/u).map(unquote)) {
        if (part !== '') yield { line, text: part };
      }
    }
  }
}

function looksLikeKey(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/u.test(text) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/iu.test(text);
}

/** Without the marks that a spreadsheet or a mail program leaves at the ends. */
function unquote(text: string): string {
  return text.replace(/^[\s"'\uFEFF\u200E\u200F]+|[\s"',;\u200E\u200F]+$/gu, '');
}

function foldName(name: string): string {
  return foldText(name).trim().replace(/\s+/gu, ' ');
}

function append(map: Map<string, number[]>, key: string, row: number): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
