import { Bitset } from './bitset';
import { entriesOf, FoldedText } from './foldedText';
import type { PreparedPeople } from './preparedPeople';

/** So many rows are cheaper as bits. */
const MANY = 1_000;

/**
 * The rows that have a word, for each distinct word once: of 200,000 people who share names, departments and titles,
 * a search looks at some thousand words.
 */
export class WordRows {
  readonly #numbers = new Map<string, number>();
  readonly #words = new FoldedText();
  /** By number of the word. */
  readonly #rows: (number[] | Bitset)[] = [];

  /** Adds the words of rows that have none yet. */
  add(rows: Uint32Array, { words, places, ends }: Omit<PreparedPeople, 'mailboxes'>): void {
    const numbers = this.#numbersOf(words);
    let next = 0;
    for (const [i, row] of rows.entries()) {
      for (const end = ends[i] ?? 0; next < end; next++) {
        this.#put(numbers[places[next] ?? 0] ?? 0, row);
      }
    }
  }

  /** Takes all words away from these rows. */
  remove(removed: Bitset): void {
    this.#rows.forEach((rows, number) => {
      if (rows instanceof Bitset) rows.subtract(removed);
      else this.#rows[number] = rows.filter((row) => !removed.has(row));
    });
  }

  /** Adds to `found` the rows with a word that contains this one, which is folded. */
  search(word: string, found: Bitset): void {
    const numbers = new Bitset(this.#rows.length);
    this.#words.search(word, numbers);
    for (const number of numbers.toRows()) {
      const rows = this.#rows[number] ?? [];
      if (rows instanceof Bitset) found.unite(rows);
      else for (const row of rows) found.add(row);
    }
  }

  /** The number of each of these words; those that are new get one. */
  #numbersOf(words: readonly string[]): Uint32Array {
    const known = this.#rows.length;
    const newWords: string[] = [];
    const numbers = Uint32Array.from(words, (word) => {
      const number = this.#numbers.get(word);
      if (number !== undefined) return number;
      this.#numbers.set(word, this.#rows.length);
      newWords.push(word);
      return this.#rows.push([]) - 1;
    });
    const added = Uint32Array.from(newWords, (_, i) => known + i);
    this.#words.add(added, entriesOf(newWords));
    return numbers;
  }

  #put(number: number, row: number): void {
    const rows = this.#rows[number] ?? [];
    if (rows instanceof Bitset) {
      rows.add(row);
    } else if (rows.at(-1) !== row) {
      rows.push(row);
      if (rows.length > MANY) this.#rows[number] = Bitset.from(rows);
    }
  }
}
