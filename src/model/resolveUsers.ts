import type { OrganizationIndex } from './organizationIndex';
import { type Found, itemsOf, type KnownUsers, type PastedItem } from './pastedLines';
import { foldText, plainText } from './text';

/** One thing that was pasted, and whom it means. */
export interface ResolvedLine extends Found {
  /** The first line it stands on; lines count from 1. */
  readonly line: number;
  readonly text: string;
}

/** Somebody was taken by an id or an email, and the same line names somebody else. */
export interface Contradiction {
  readonly line: number;
  /** What names somebody else. */
  readonly text: string;
  readonly userId: string;
}

export interface ResolvedUsers {
  /** Each user once, in the order of the lines. */
  readonly userIds: readonly string[];
  readonly ambiguous: readonly ResolvedLine[];
  /** Names of one known user each. Somebody who was not read yet may have the same. */
  readonly uncertain: readonly ResolvedLine[];
  readonly unmatched: readonly ResolvedLine[];
  readonly contradictions: readonly Contradiction[];
  /** How many lines named somebody who was named before. */
  readonly repeated: number;
}

/** Whom an id, an email or a name means. Built once for an index, then asked for as many lines as were pasted. */
export class UserDirectory implements KnownUsers {
  readonly #index: OrganizationIndex;
  readonly #byEmail = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();

  constructor(index: OrganizationIndex) {
    this.#index = index;
    for (let row = 0; row < index.size; row++) {
      const user = index.user(row);
      if (user?.email) append(this.#byEmail, emailKey(user.email), row);
      if (user?.name) append(this.#byName, nameKey(user.name), row);
    }
  }

  find(text: string): Found {
    const byId = this.#rowOfId(text);
    if (byId !== undefined) return { by: 'id', userIds: [this.#index.userId(byId)] };
    const byEmail = this.#byEmail.get(emailKey(text));
    if (byEmail) return { by: 'email', userIds: this.#ids(byEmail) };
    const name = nameKey(text);
    const byName = this.#byName.get(name) ?? this.#byName.get(turnedAround(name));
    if (byName) return { by: 'name', userIds: this.#ids(byName) };
    return { by: undefined, userIds: [] };
  }

  /** Whether a text has a word of the user's name, or of what stands before the @ of their email. */
  isCalled(userId: string, text: string): boolean {
    const user = this.#index.userOf(userId);
    const [local = ''] = (user?.email ?? '').split('@');
    const own = wordsOf(`${user?.name ?? ''} ${local}`);
    return [...wordsOf(text)].some((word) => own.has(word));
  }

  #rowOfId(text: string): number | undefined {
    const id = plainText(text).replace(/^\{(.*)\}$/u, '$1');
    return this.#index.rowOf(text) ?? this.#index.rowOf(id) ?? this.#index.rowOf(id.toLowerCase());
  }

  #ids(rows: readonly number[]): string[] {
    return rows.map((row) => this.#index.userId(row));
  }
}

/**
 * Reads a paste: ids, emails or names, one a line; rows of a spreadsheet, one person a row; recipients as mail programs
 * write them, several in a line. Everything in it is found, or listed with its line.
 * @param everybodyKnown false as long as not every user was read: a name is then no proof.
 */
export function resolveUsers(
  pasted: string,
  directory: UserDirectory,
  { everybodyKnown = true } = {},
): ResolvedUsers {
  const userIds = new Set<string>();
  const seen = new Set<string>();
  const ambiguous: ResolvedLine[] = [];
  const uncertain: ResolvedLine[] = [];
  const unmatched: ResolvedLine[] = [];
  const contradictions: Contradiction[] = [];
  let repeated = 0;

  for (const item of itemsOf(pasted, directory)) {
    const { line, text } = item;
    if (seen.has(text)) {
      repeated += 1;
      continue;
    }
    seen.add(text);
    const { found, others } = resolveItem(item, directory);
    const [only] = found.userIds;
    if (only === undefined) unmatched.push({ ...found, line, text });
    else if (found.userIds.length > 1) ambiguous.push({ ...found, line, text });
    else if (found.by === 'name' && !everybodyKnown) uncertain.push({ ...found, line, text });
    else {
      if (userIds.has(only)) repeated += 1;
      else userIds.add(only);
      for (const other of others) {
        if (other.userIds.length === 0) unmatched.push({ line, ...other });
        else contradictions.push({ line, text: other.text, userId: only });
      }
    }
  }
  return { userIds: [...userIds], ambiguous, uncertain, unmatched, contradictions, repeated };
}

type FoundText = Found & { readonly text: string };

/** Whom an item means by what is most exact in it, and what in it means somebody else or is an email or id of nobody. */
function resolveItem(
  { text, keys, names }: PastedItem,
  directory: UserDirectory,
): { found: FoundText; others: FoundText[] } {
  const find = (part: string): FoundText => ({ text: part, ...directory.find(part) });
  const byKey = keys.map(find);
  const byName = names.map(find).filter((found) => found.userIds.length > 0);
  const known = (byKey.length > 0 ? byKey : byName).filter((found) => found.userIds.length > 0);
  const best = known.find(({ by }) => by === 'id') ?? known[0];
  if (!best) return { found: { text, by: undefined, userIds: [] }, others: [] };
  const equal = known.filter(({ by }) => by === best.by);
  const userIds = [...new Set(equal.flatMap((found) => found.userIds))];
  const found = { ...best, userIds };
  const others = [...byKey, ...byName].filter(
    (other) => !other.userIds.some((userId) => userIds.includes(userId)),
  );
  return { found, others };
}

/** E-mail addresses are the same whatever their case, but not without their accents. */
function emailKey(email: string): string {
  return plainText(email).toLowerCase();
}

function nameKey(name: string): string {
  return foldText(plainText(name)).trim();
}

/** "Berg, Anna" as "Anna Berg". */
function turnedAround(name: string): string {
  return name.replace(/^([^,]+), ?([^,]+)$/u, '$2 $1');
}

function wordsOf(text: string): Set<string> {
  return new Set(nameKey(text).match(/[\p{L}\p{N}]{2,}/gu));
}

function append(map: Map<string, number[]>, key: string, row: number): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
