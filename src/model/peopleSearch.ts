import type { User } from '@/api/schema';
import { Bitset } from './bitset';
import { PeopleText } from './peopleText';
import { type PreparedPeople, preparePeople, textOfPeople } from './preparedPeople';

/** People whose texts are being prepared elsewhere. */
export interface HandedOut {
  readonly rows: Uint32Array;
  readonly text: string;
}

/**
 * Finds people by their texts. These can be handed out to be prepared on another thread; a search that comes before they
 * are back prepares them itself, so what it finds never depends on that.
 */
export class PeopleSearch {
  readonly #userOf: (row: number) => User | undefined;
  readonly #text = new PeopleText();
  /** Rows that are not in the text as they are now, and that nobody prepares. */
  #waiting = new Bitset();
  readonly #handedOut = new Map<HandedOut, Bitset>();

  constructor(userOf: (row: number) => User | undefined) {
    this.#userOf = userOf;
  }

  /** Takes note that the person of each of these rows was read, or read again. */
  follow(read: readonly number[]): void {
    if (read.length === 0) return;
    const rows = Bitset.from(read);
    this.#waiting.unite(rows);
    for (const [handedOut, theirs] of this.#handedOut) {
      if (theirs.countIn(rows) > 0) this.#recall(handedOut, theirs);
    }
  }

  /** What is to be prepared and was not handed out yet, if anything. */
  handOut(): HandedOut | undefined {
    if (this.#waiting.isEmpty) return undefined;
    const rows = this.#waiting.toRows();
    const handedOut = { rows, text: textOfPeople(Array.from(rows, this.#userOf)) };
    this.#handedOut.set(handedOut, this.#waiting);
    this.#waiting = new Bitset();
    return handedOut;
  }

  /** Takes back what was prepared. It is passed over where a search could not wait for it, or some were read again. */
  takeBack(handedOut: HandedOut, prepared: PreparedPeople): void {
    if (this.#handedOut.delete(handedOut)) this.#text.add(handedOut.rows, prepared);
  }

  /** The rows in which this word, folded and without a space, occurs. */
  rowsWithWord(word: string, size: number): Bitset {
    this.#prepareAll();
    return this.#text.rowsWithWord(word, size);
  }

  /** The rows whose name begins with this word, folded and without a space. */
  rowsWithNameStart(word: string, size: number): Bitset {
    this.#prepareAll();
    return this.#text.rowsWithNameStart(word, size);
  }

  #prepareAll(): void {
    for (const [handedOut, rows] of this.#handedOut) this.#recall(handedOut, rows);
    const rest = this.handOut();
    if (rest) this.takeBack(rest, preparePeople(rest.text));
  }

  #recall(handedOut: HandedOut, rows: Bitset): void {
    this.#handedOut.delete(handedOut);
    this.#waiting.unite(rows);
  }
}
