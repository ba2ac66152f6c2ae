import { t } from '@lingui/core/macro';
import type { Assignments } from '@/model/organizationIndex';
import type { JobPair } from './job';
import {
  BEFORE_SENDING_AGAIN,
  LONG_LOOKS,
  type Look,
  Looks,
  REFUSED_LOOKS,
  WITNESSED_LOOKS,
} from './Looks';
import type { PairBook } from './PairBook';
import { cameBack, lastWordOn, shownIn, wordsOn } from './verdict';
import { hintOf } from './words';

/** How often a pair is sent when its answer is lost and it does not show. */
const ATTEMPTS = 3;

interface FollowerOptions {
  readonly book: PairBook;
  readonly now: () => number;
  readonly read: (numbers: readonly number[]) => Promise<Assignments>;
  /** Told of pairs that are to be sent again. */
  readonly onAgain: (numbers: readonly number[]) => void;
  /** Told whenever pairs may have got their last word. */
  readonly onSettled: () => void;
}

/** Follows what was sent until it shows, or until it was looked at for long enough. */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #looks = new Looks();

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** Whether a pair will be looked at again, so that its state is not its last word. */
  follows(number: number): boolean {
    return this.#looks.has(number);
  }

  /** How long until the next look; undefined where nothing is followed. */
  nextIn(): number | undefined {
    return this.#looks.nextIn(this.#options.now());
  }

  /** Settles what a reading shows, and has the rest looked at again, for as long as is worth it. */
  follow(numbers: readonly number[], read: Assignments): void {
    const { book, now, onSettled } = this.#options;
    // Shown as changed by the request that the others were in: such a reading does not lag.
    const isWitnessed = numbers.some((number) => {
      const pair = book.pair(number);
      return pair.before === 'different' && shownIn(read, pair) === 'asWished';
    });
    const groups = new Map<readonly number[], number[]>();
    for (const number of book.settle(numbers, read)) {
      const pair = book.pair(number);
      const waits = waitsFor(pair, shownIn(read, pair) === 'unknown', isWitnessed);
      const group = groups.get(waits) ?? [];
      group.push(number);
      groups.set(waits, group);
      book.set(number, 'unconfirmed', {
        ...wordsOn(pair),
        note: t`The service does not show the change yet`,
      });
    }
    for (const [waits, group] of groups) {
      const look: Look = { numbers: group, waits, isWitnessed };
      if (!this.#looks.add(look, now())) this.#conclude(look, read);
    }
    onSettled();
  }

  /** Removals that were seen, and are seen undone. */
  followUndone(numbers: readonly number[]): void {
    const { book, now } = this.#options;
    for (const number of numbers) {
      const note = t`The service no longer shows the change`;
      book.set(number, 'unconfirmed', { ...wordsOn(book.pair(number)), note });
    }
    this.#looks.add({ numbers, waits: LONG_LOOKS, isWitnessed: true, wasSeen: true }, now());
  }

  /** Looks at everything whose time has come. Gives false where there was nothing. */
  async lookAtDue(): Promise<boolean> {
    const { book, now, read, onSettled } = this.#options;
    const due = this.#looks.takeDue(now());
    if (due.length === 0) return false;
    const shown = await read(due.flatMap(({ numbers }) => numbers)).catch((error: unknown) => {
      for (const look of due) this.#looks.add({ ...look, waits: [0, ...look.waits] }, now());
      throw error;
    });
    for (const look of due) {
      const numbers = book.settle(look.numbers, shown);
      const isWitnessed = look.isWitnessed || numbers.length < look.numbers.length;
      const next = { ...look, numbers, isWitnessed };
      if (!this.#looks.add(next, now())) this.#conclude(next, shown);
    }
    onSettled();
    return true;
  }

  /** The last word on a pair that does not show, or cannot be read. */
  giveLastWord(number: number, read: Assignments, isWitnessed: boolean): void {
    const { book } = this.#options;
    const pair = book.pair(number);
    const shown = shownIn(read, pair);
    if (shown === 'asWished') return;
    const { state, said } = lastWordOn(pair, shown, isWitnessed);
    // Refused by its own word, and not there: what is found there later is not the work of this request.
    if (state === 'failed' && isRefusedByWord(pair)) pair.openSends = 0;
    book.set(number, state, said);
  }

  /** These do not show, and are not looked at any more. */
  #conclude({ numbers, isWitnessed, wasSeen }: Look, read: Assignments): void {
    const { book, onAgain } = this.#options;
    const again: number[] = [];
    for (const number of numbers) {
      const pair = book.pair(number);
      const isDifferent = shownIn(read, pair) === 'different';
      if (isDifferent && wasSeen) {
        const { state, said } = cameBack(pair);
        book.set(number, state, said);
      } else if (isDifferent && isLost(pair) && pair.attempts < ATTEMPTS) {
        book.set(number, 'planned');
        again.push(number);
      } else {
        this.giveLastWord(number, read, isWitnessed);
      }
    }
    onAgain(again);
  }
}

function waitsFor(pair: JobPair, isUnknown: boolean, isWitnessed: boolean): readonly number[] {
  if (isLost(pair)) return pair.attempts < ATTEMPTS ? BEFORE_SENDING_AGAIN : LONG_LOOKS;
  if (isUnknown) return WITNESSED_LOOKS;
  if (isRefusedByWord(pair)) return isWitnessed ? [] : REFUSED_LOOKS;
  return isWitnessed ? WITNESSED_LOOKS : LONG_LOOKS;
}

function isLost({ ending }: JobPair): boolean {
  return ending === undefined || ending === 'lost';
}

function isRefusedByWord({ ending, word }: JobPair): boolean {
  return ending === 'answered' && hintOf(word) === 'refused';
}
