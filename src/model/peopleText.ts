import type { User } from '@/api/schema';
import { Bitset } from './bitset';
import { END, FoldedText } from './foldedText';
import { displayName } from './people';
import { foldText } from './text';
import { WordRows } from './wordRows';

/** Characters that nobody types: one search finds what begins with a word. */
const NAME_STARTS = '\u0002';
const DOMAIN_STARTS = '\u0003';

/**
 * What people can be found by: name, email, department and title. Words that many share are kept once; only what comes
 * before the @ of an email is everyone's own.
 */
export class PeopleText {
  readonly #words = new WordRows();
  readonly #mailboxes = new FoldedText();
  readonly #present = new Bitset();

  /** Gives each of these rows its person, in place of any it had. */
  add(rows: Iterable<number>, userOf: (row: number) => User | undefined): void {
    const added = new Set(rows);
    const replaced = Bitset.from([...added].filter((row) => this.#present.has(row)));
    if (!replaced.isEmpty) this.#words.remove(replaced);
    for (const row of added) this.#present.add(row);

    const mailboxes = new Map<number, string>();
    this.#words.add(added, (row) => {
      const user = userOf(row);
      const [mailbox, domain] = partsOf(foldText(user?.email ?? ''));
      mailboxes.set(row, mailbox);
      const name = NAME_STARTS + displayName(user, '');
      const words = foldText([name, user?.department, user?.title].join(' ')).split(' ');
      if (domain !== undefined) words.push(`${DOMAIN_STARTS}@${domain}`);
      return words.filter(Boolean);
    });
    this.#mailboxes.add(added, (row) => mailboxes.get(row) ?? '');
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

/** What stands before and after the last @; nothing after it where there is none. */
function partsOf(text: string): [mailbox: string, domain?: string] {
  const at = text.lastIndexOf('@');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
