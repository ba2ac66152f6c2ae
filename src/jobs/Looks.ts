/** Pairs that were sent together and do not show yet. */
export interface Look {
  readonly numbers: readonly number[];
  /** How long to wait before each further look. */
  readonly waits: readonly number[];
  /** Whether they were sent together. */
  readonly isOneRequest: boolean;
  /** A reading showed other changes of the same request. */
  readonly isWitnessed: boolean;
  /** They were seen as wished before, so that what does not show has come back. */
  readonly wasSeen?: boolean;
}

/** For whatever does not show: changes may be slow to show, for as long as half a minute. */
export const LONG_LOOKS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Where the service refused by a word on the pair, and the reading agrees. */
export const REFUSED_LOOKS: readonly number[] = [1_000, 2_000, 4_000];
/** Where the same answer shows other changes of the request, so that readings do not lag. */
export const WITNESSED_LOOKS: readonly number[] = [1_000, 2_000];
/** Before what got no answer is sent again. */
export const BEFORE_SENDING_AGAIN: readonly number[] = [1_000];

/** What is looked at again, and when. */
export class Looks {
  #waiting: { readonly look: Look; readonly dueAt: number }[] = [];
  readonly #numbers = new Set<number>();

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether this pair will be looked at again, so that its state is not its last word. */
  has(number: number): boolean {
    return this.#numbers.has(number);
  }

  /** Waits for the first of the look's times. Gives false where none is left. */
  add(look: Look, now: number): boolean {
    const [wait, ...waits] = look.waits;
    if (wait === undefined || look.numbers.length === 0) return false;
    this.#waiting.push({ look: { ...look, waits }, dueAt: now + wait });
    for (const number of look.numbers) this.#numbers.add(number);
    return true;
  }

  /** How long until the next one; undefined where nothing is looked at. */
  nextIn(now: number): number | undefined {
    if (this.#waiting.length === 0) return undefined;
    return Math.max(0, Math.min(...this.#waiting.map(({ dueAt }) => dueAt)) - now);
  }

  takeDue(now: number): Look[] {
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= now);
    if (due.length === 0) return [];
    this.#waiting = this.#waiting.filter(({ dueAt }) => dueAt > now);
    for (const { look } of due) for (const number of look.numbers) this.#numbers.delete(number);
    return due.map(({ look }) => look);
  }
}
