import { Bitset } from './bitset';
import { foldText } from './text';

const ENTRIES_PER_CHUNK = 4096;
const SEPARATOR = '\n';
/** Stands where the row of an entry was that a newer entry replaced. */
const REPLACED = 0xffffffff;

/** Many entries as one string, so that one native search runs over all of them. */
interface Chunk {
  text: string;
  readonly rows: Uint32Array;
  /** Where in `text` each entry ends, its separator included. */
  readonly ends: Uint32Array;
  length: number;
}

/**
 * The text of many rows, folded once and laid end to end: a search walks through long strings instead of many objects.
 * Entries are added as pages arrive; what is there stays as it is.
 */
export class FoldedText {
  readonly #chunks: Chunk[] = [];
  readonly #present = new Bitset();

  /** Gives each of these rows its text, in place of any it had. */
  add(rows: Iterable<number>, textOf: (row: number) => string): void {
    const added = [...new Set(rows)];
    const replaced = added.filter((row) => this.#present.has(row));
    if (replaced.length > 0) this.#forget(Bitset.from(replaced));
    for (const row of added) this.#present.add(row);
    const texts = added.map((row) => textOf(row).replaceAll(SEPARATOR, ' '));
    // Folding a page in one piece is several times cheaper than entry by entry.
    this.#append(added, foldText(texts.join(SEPARATOR)).split(SEPARATOR));
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

  #append(rows: readonly number[], texts: readonly string[]): void {
    for (let done = 0; done < rows.length; ) {
      const chunk = this.#openChunk();
      const take = Math.min(rows.length - done, ENTRIES_PER_CHUNK - chunk.length);
      let end = chunk.text.length;
      for (let i = done; i < done + take; i++) {
        end += (texts[i] ?? '').length + SEPARATOR.length;
        chunk.rows[chunk.length] = rows[i] ?? REPLACED;
        chunk.ends[chunk.length] = end;
        chunk.length += 1;
      }
      done += take;
      chunk.text += texts.slice(done - take, done).join(SEPARATOR) + SEPARATOR;
    }
  }

  #openChunk(): Chunk {
    const last = this.#chunks.at(-1);
    if (last && last.length < ENTRIES_PER_CHUNK) return last;
    const chunk = {
      text: '',
      rows: new Uint32Array(ENTRIES_PER_CHUNK),
      ends: new Uint32Array(ENTRIES_PER_CHUNK),
      length: 0,
    };
    this.#chunks.push(chunk);
    return chunk;
  }

  #forget(replaced: Bitset): void {
    for (const { rows, length } of this.#chunks) {
      for (let i = 0; i < length; i++) {
        if (replaced.has(rows[i] ?? REPLACED)) rows[i] = REPLACED;
      }
    }
  }
}
