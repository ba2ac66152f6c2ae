/** Does something at most once in a while, however often it is asked to; the last time it is asked is never lost. */
export class Pacer {
  readonly #everyMs: number;
  readonly #action: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAskedAgain = false;

  constructor(everyMs: number, action: () => void) {
    this.#everyMs = everyMs;
    this.#action = action;
  }

  /** Does it now when the last time is long enough ago, otherwise as soon as it is. */
  ask(): void {
    if (this.#timer === undefined) this.doNow();
    else this.#isAskedAgain = true;
  }

  /** Does it whenever the last time was. */
  doNow(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isAskedAgain) this.doNow();
    }, this.#everyMs);
    this.#action();
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isAskedAgain = false;
  }
}
