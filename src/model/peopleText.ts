import { Bitset } from './bitset';
import { END, FoldedText } from './foldedText';
import { DOMAIN_STARTS, NAME_STARTS, type PreparedPeople, partsOf } from './preparedPeople';
import { WordRows } from './wordRows';

/**
 * What people can be found by: name, email, department and title. Words that many share are kept once; only what comes
 * before the @ of an email is everyone's own.
 */
export class PeopleText {
  readonly #words = new WordRows();
  readonly #mailboxes = new FoldedText();
  readonly #present = new Bitset();

  /** Gives each of these rows, none of which comes twice, its person, in place of any it had. */
  add(rows: Uint32Array, people: PreparedPeople): void {
    const replaced = rows.filter((row) => this.#present.has(row));
    if (replaced.length > 0) this.#words.remove(Bitset.from(replaced));
    for (const row of rows) this.#present.add(row);
    this.#words.add(rows, people);
    this.#mailboxes.add(rows, people.mailboxes);
  }

  /** The rows in which this word, folded and without a space, occurs. */
  rowsWithWord(word: string, size: number): Bitset {
    const rows = new Bitset(size);
    this.#words.search(word, rows);
    this.#mailboxes.search(word, rows);
    const [mailbox, domain] = partsOf(word);
    if (mailbox !== '' && domain !== undefined) {
      rows.unite(this.#rowsWithEmail(mailbox, domain, size));
    }
    return rows;
  }

  /** The rows whose name begins with this word, folded and without a space. */
  rowsWithNameStart(word: string, size: number): Bitset {
    const rows = new Bitset(size);
    this.#words.search(NAME_STARTS + word, rows);
    return rows;
  }

  /** The rows with an email that ends so before its @, and begins so after it. */
  #rowsWithEmail(mailboxEnd: string, domainStart: string, size: number): Bitset {
    const rows = new Bitset(size);
    this.#mailboxes.search(mailboxEnd + END, rows);
    const inDomain = new Bitset(size);
    this.#words.search(`${DOMAIN_STARTS}@${domainStart}`, inDomain);
    return rows.intersect(inDomain);
  }
}
