import { Bitset } from './bitset';
import { FoldedText } from './foldedText';

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

  /** Adds the folded words of rows that have none yet. */
  add(rows: Iterable<number>, wordsOf: (row: number) => readonly string[]): void {
    const newWords = new Map<number, string>();
    for (const row of rows) {
      for (const word of wordsOf(row)) {
        const number = this.#numbers.get(word);
        if (number !== undefined) {
          this.#put(number, row);
          continue;
        }
        newWords.set(this.#rows.length, word);
        this.#numbers.set(word, this.#rows.length);
        this.#rows.push([row]);
      }
    }
    this.#words.add(newWords.keys(), (number) => newWords.get(number) ?? '');
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
