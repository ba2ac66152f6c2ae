/** How long after one letter the next still belongs to the same word. */
const PAUSE_MS = 1_000;

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly timeStamp: number;
}

/** Finds the first row from `start` on, going round, that begins with a text. */
type Find = (text: string, start: number) => number | undefined;

export function isTyped({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !(ctrlKey || metaKey || altKey);
}

/** Letters typed in a list lead to the row that begins with them, as in the lists of an operating system. */
export class TypeAhead {
  #text = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Where a letter leads to from a row. */
  type({ key, timeStamp }: Key, row: number, find: Find): number | undefined {
    const goesOn = timeStamp - this.#lastAt < PAUSE_MS;
    this.#lastAt = timeStamp;
    this.#text = goesOn ? this.#text + key : key;
    // A word that grows may still mean the row it has led to.
    const found = find(this.#text, this.#text.length === 1 ? row + 1 : row);
    if (found !== undefined) return found;
    // The same letter again and again goes through all that begin with it.
    const isOneLetter = this.#text.replaceAll(key, '') === '';
    return isOneLetter ? find(key, row + 1) : undefined;
  }
}
