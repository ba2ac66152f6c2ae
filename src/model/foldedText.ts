import { Bitset } from './bitset';
import { foldText } from './text';

const SEPARATOR = '\n';
/** Stands where the row of an entry was that a newer entry replaced. */
const REPLACED = 0xffffffff;

/** The entries of one page as one string, so that one native search runs over all of them. */
interface Chunk {
  readonly text: string;
  readonly rows: Uint32Array;
  /** Where in `text` each entry ends. */
  readonly ends: Uint32Array;
}

/**
 * The text of many rows, folded once and laid end to end: a search walks through long strings instead of many objects.
 * Entries are added a page at a time; what is there stays as it is.
 */
export class FoldedText {
  readonly #chunks: Chunk[] = [];
  readonly #present = new Bitset();

  /** Gives each of these rows its text, in place of any it had. */
  add(rows: Iterable<number>, textOf: (row: number) => string): void {
    const added = Uint32Array.from(new Set(rows));
    if (added.length === 0) return;
    const replaced = added.filter((row) => this.#present.has(row));
    if (replaced.length > 0) this.#forget(Bitset.from(replaced));
    for (const row of added) this.#present.add(row);
    this.#chunks.push(chunkOf(added, textOf));
  }

  /** Adds the rows whose text contains the word, which is folded and not empty, to `found`. */
  search(word: string, found: Bitset): void {
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

function chunkOf(rows: Uint32Array, textOf: (row: number) => string): Chunk {
  const entries = Array.from(rows, (row) => textOf(row).replaceAll(SEPARATOR, ' '));
  // Folding a page in one piece is several times cheaper than entry by entry.
  const text = foldText(entries.join(SEPARATOR)) + SEPARATOR;
  const ends = new Uint32Array(rows.length);
  let end = 0;
  for (let i = 0; i < ends.length; i++) {
    end = text.indexOf(SEPARATOR, end) + SEPARATOR.length;
    ends[i] = end;
  }
  return { text, rows, ends };
}
