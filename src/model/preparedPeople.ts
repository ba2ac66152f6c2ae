import type { User } from '@/api/schema';
import { type Entries, entriesOf } from './foldedText';
import { nameOf } from './people';
import { foldText } from './text';

/** Characters that nobody types: one search finds what begins with a word. */
export const NAME_STARTS = '\u0002';
export const DOMAIN_STARTS = '\u0003';

/** What some people can be found by, in a few long pieces: that is handed from thread to thread in no time. */
export interface PreparedPeople {
  /** What stands before the @ of each email: of all words only that is everyone's own. */
  readonly mailboxes: Entries;
  /** Each word that occurs, once. */
  readonly words: readonly string[];
  /** Person after person, the words by their place in `words`. */
  readonly places: Uint32Array;
  /** Where in `places` the words of each person end. */
  readonly ends: Uint32Array;
}

const FIELDS = 4;

/** The texts of some people as one, a field a line: what `preparePeople` takes. */
export function textOfPeople(people: Iterable<User | undefined>): string {
  const lines: string[] = [];
  for (const user of people) {
    const { email = '', department = '', title = '' } = user ?? {};
    for (const field of [nameOf(user) ?? '', email, department, title]) {
      lines.push(field.includes('\n') ? field.replaceAll('\n', ' ') : field);
    }
  }
  return lines.join('\n');
}

/** Folds the texts and takes them apart; all that takes time of making people findable, wherever it is done. */
export function preparePeople(text: string): PreparedPeople {
  // Folding many people in one piece is several times cheaper than one by one.
  const lines = foldText(text).split('\n');
  const size = Math.floor(lines.length / FIELDS);
  const places: number[] = [];
  const ends = new Uint32Array(size);
  const mailboxes: string[] = [];
  const placeOf = new Map<string, number>();
  const note = (word: string) => {
    if (word === '') return;
    const place = placeOf.get(word) ?? placeOf.size;
    placeOf.set(word, place);
    places.push(place);
  };
  for (let person = 0; person < size; person++) {
    const [name, email = '', department, title] = lines.slice(
      person * FIELDS,
      (person + 1) * FIELDS,
    );
    const [mailbox, domain] = partsOf(email);
    mailboxes.push(mailbox);
    for (const word of `${NAME_STARTS}${name} ${department} ${title}`.split(' ')) note(word);
    if (domain !== undefined) note(`${DOMAIN_STARTS}@${domain}`);
    ends[person] = places.length;
  }
  return {
    mailboxes: entriesOf(mailboxes),
    words: [...placeOf.keys()],
    places: Uint32Array.from(places),
    ends,
  };
}

/** What stands before and after the last @; nothing after it where there is none. */
export function partsOf(text: string): [mailbox: string, domain?: string] {
  const at = text.lastIndexOf('@');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
