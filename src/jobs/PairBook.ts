import type { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import { pairKey } from '@/model/plan';
import { usersIn } from './batches';
import type { JobPair, PairState } from './job';
import type { LiveJob } from './LiveJob';
import { inPlace, isRefusedByWord, type Said, saidBy, shownIn } from './verdict';

/** The pairs of a job, and what is noted of each while it is worked off. */
export class PairBook {
  readonly #live: LiveJob;

  constructor(live: LiveJob) {
    this.#live = live;
  }

  get all(): readonly JobPair[] {
    return this.#live.pairs;
  }

  pair(number: number): JobPair {
    const pair = this.all[number];
    if (!pair) throw new RangeError(`The job has no pair ${number}`);
    return pair;
  }

  numbersWhere(isMeant: (pair: JobPair, number: number) => boolean): number[] {
    return this.all.flatMap((pair, number) => (isMeant(pair, number) ? [number] : []));
  }

  usersOf(numbers: readonly number[]): string[] {
    return usersIn(numbers.map((number) => this.pair(number)));
  }

  set(number: number, state: PairState, said: Said = {}): void {
    const pair = this.pair(number);
    delete pair.word;
    delete pair.note;
    delete pair.contextId;
    delete pair.doubt;
    delete pair.why;
    Object.assign(pair, said, { state });
    this.#live.touch(number);
  }

  /** Gives those that a reading shows as wished their word, and returns the others. */
  settle(numbers: readonly number[], read: Assignments): number[] {
    return numbers.filter((number) => {
      const pair = this.pair(number);
      if (shownIn(read, pair) !== 'asWished') return true;
      const { state, said } = inPlace(pair);
      this.set(number, state, said);
      return false;
    });
  }

  /** What the reading before a request showed of a pair that is going to be in it. */
  noteBefore(number: number, read: Assignments): void {
    const pair = this.pair(number);
    if (shownIn(read, pair) === 'different') pair.before = 'different';
    // As long as an earlier request may be the reason of what is found later, what was read before that one counts.
    else if (pair.openSends === 0) pair.before = 'unknown';
  }

  /** It is not going to be sent. What was sent before may have taken effect, or still may. */
  giveUp(number: number, why: 'cancelled' | 'needs', note: string): void {
    if (this.pair(number).openSends > 0) this.set(number, 'unconfirmed', { note });
    else this.set(number, 'notSent', { note, why });
  }

  sent(number: number): void {
    const pair = this.pair(number);
    pair.sends += 1;
    pair.openSends += 1;
    pair.undecided += 1;
    delete pair.ending;
    this.set(number, 'sent');
  }

  /** It was marked as sent, and the request never left the browser. */
  neverLeft(number: number): void {
    const pair = this.pair(number);
    pair.sends -= 1;
    pair.openSends -= 1;
    pair.undecided -= 1;
    this.set(number, 'planned');
  }

  answered(number: number, words: ReadonlyMap<string, string>): void {
    const pair = this.pair(number);
    const word = words.get(pairKey(pair));
    pair.ending = 'answered';
    this.set(number, 'sent', word === undefined ? {} : { word });
    if (isRefusedByWord(pair)) pair.undecided -= 1;
  }

  lost(number: number, error: ApiError): void {
    const pair = this.pair(number);
    pair.ending = 'lost';
    pair.attempts += 1;
    this.set(number, 'sent', saidBy(error));
  }

  /** Refused along with others, for what may be one of them alone: nobody knows yet what became of it. */
  refusedWithOthers(number: number): void {
    const pair = this.pair(number);
    pair.ending = 'lost';
    pair.undecided -= 1;
    this.set(number, 'sent');
  }

  /** Refused for the session, its rights or the limit: it is to be sent again once that is over. */
  refusedForNow(number: number): void {
    const pair = this.pair(number);
    pair.ending = 'lost';
    pair.undecided -= 1;
    this.set(number, 'planned');
  }

  refusedAlone(number: number, error: ApiError): void {
    const pair = this.pair(number);
    pair.ending = 'refused';
    pair.undecided -= 1;
    this.set(number, 'sent', saidBy(error));
  }
}
