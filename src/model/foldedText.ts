import { Bitset } from './bitset';
import { foldText } from './text';

/** Stands at the end of each entry, and nowhere else: searched for along with a word, it finds how entries end. */
export const END = '\n';
/** Stands where the row of an entry was that a newer entry replaced. */
const REPLACED = 0xffffffff;

/** The texts of some rows, folded, as one string: one native search runs over all of them. */
export interface Entries {
  readonly text: string;
  /** Where in `text` each entry ends. */
  readonly ends: Uint32Array;
}

interface Chunk extends Entries {
  readonly rows: Uint32Array;
}

/**
 * The text of many rows, folded once and laid end to end: a search walks through long strings instead of many objects.
 * Entries are added a page at a time; what is there stays as it is.
 */
export class FoldedText {
  readonly #chunks: Chunk[] = [];
  readonly #present = new Bitset();
  readonly #characters = new Characters();

  /** Gives each of these rows, none of which comes twice, its entry, in place of any it had. */
  add(rows: Uint32Array, { text, ends }: Entries): void {
    if (rows.length === 0) return;
    const replaced = rows.filter((row) => this.#present.has(row));
    if (replaced.length > 0) this.#forget(Bitset.from(replaced));
    for (const row of rows) this.#present.add(row);
    this.#chunks.push({ text, ends, rows: rows.slice() });
    this.#characters.add(text);
  }

  /** Adds the rows whose text contains the word, which is folded and not empty, to `found`. */
  search(word: string, found: Bitset): void {
    if (!this.#characters.hasAllOf(word)) return;
    for (const { text, rows, ends } of this.#chunks) {
      let entry = 0;
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, ends[entry])) {
        while ((ends[entry] ?? Number.POSITIVE_INFINITY) <= at) entry++;
        const row = rows[entry] ?? REPLACED;
        if (row !== REPLACED) found.add(row);
      }
    }
  }

  #forget(replaced: Bitset): void {
    for (const { rows } of this.#chunks) {
      for (let i = 0; i < rows.length; i++) {
        if (replaced.has(rows[i] ?? REPLACED)) rows[i] = REPLACED;
      }
    }
  }
}

/**
 * The ASCII characters of a text; any other may be in it. Most names have a letter that no id has, and need not be looked
 * for among the ids.
 */
class Characters {
  readonly #seen = new Uint8Array(128);

  add(text: string): void {
    for (let i = 0; i < text.length; i++) this.#seen[text.charCodeAt(i)] = 1;
  }

  hasAllOf(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.#seen[word.charCodeAt(i)] === 0) return false;
    return true;
  }
}

/** Folds texts and lays them end to end. */
export function entriesOf(texts: readonly string[]): Entries {
  const joined = texts.map((text) => text.replaceAll(END, ' ')).join(END);
  // Folding a page in one piece is several times cheaper than entry by entry.
  const text = foldText(joined) + END;
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (let i = 0; i < ends.length; i++) {
    end = text.indexOf(END, end) + END.length;
    ends[i] = end;
  }
  return { text, ends };
}
