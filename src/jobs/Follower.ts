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
import { cameBack, isRefusedByWord, isWitness, lastWordOn, shownIn, wordsOn } from './verdict';

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
  follow(
    numbers: readonly number[],
    read: Assignments,
    /** Whether they were sent together: then those that show tell of the others. */
    isOneRequest: boolean,
  ): void {
    const { book, now, onSettled } = this.#options;
    const isWitnessed =
      isOneRequest && numbers.some((number) => isWitness(book.pair(number), read));
    const groups = new Map<readonly number[], number[]>();
    for (const number of book.settle(numbers, read)) {
      const pair = book.pair(number);
      const isRead = shownIn(read, pair) !== 'unknown';
      const waits = waitsFor(pair, isWitnessed && isRead);
      const group = groups.get(waits) ?? [];
      group.push(number);
      groups.set(waits, group);
      book.set(number, 'unconfirmed', {
        ...wordsOn(pair),
        note: t`The service does not show the change yet`,
      });
    }
    for (const [waits, group] of groups) {
      const look: Look = { numbers: group, waits, isOneRequest, isWitnessed };
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
    this.#looks.add(
      { numbers, waits: LONG_LOOKS, isOneRequest: false, isWitnessed: true, wasSeen: true },
      now(),
    );
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
      const isWitnessed =
        look.isWitnessed ||
        (look.isOneRequest && look.numbers.some((number) => isWitness(book.pair(number), shown)));
      const numbers = book.settle(look.numbers, shown);
      const next = { ...look, numbers, isWitnessed };
      if (!this.#looks.add(next, now())) this.#conclude(next, shown);
    }
    onSettled();
    return true;
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
        const { state, said } = lastWordOn(pair, isDifferent, isWitnessed);
        book.set(number, state, said);
      }
    }
    onAgain(again);
  }
}

function waitsFor(pair: JobPair, isWitnessed: boolean): readonly number[] {
  if (isLost(pair)) return pair.attempts < ATTEMPTS ? BEFORE_SENDING_AGAIN : LONG_LOOKS;
  // An earlier request may have done it, whatever became of this one.
  if (pair.openSends > 1) return LONG_LOOKS;
  if (isRefusedByWord(pair)) return isWitnessed ? [] : REFUSED_LOOKS;
  return isWitnessed ? WITNESSED_LOOKS : LONG_LOOKS;
}

function isLost({ ending }: JobPair): boolean {
  return ending === undefined || ending === 'lost';
}
