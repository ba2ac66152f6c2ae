/** Measures how long something runs, pauses left out. */
export class Stopwatch {
  #measured = 0;
  #runsSince: number | undefined;

  /** Begins at nothing. */
  restart(): void {
    this.#measured = 0;
    this.#runsSince = performance.now();
  }

  pause(): void {
    this.#measured = this.ms;
    this.#runsSince = undefined;
  }

  resume(): void {
    this.#runsSince ??= performance.now();
  }

  get ms(): number {
    return (
      this.#measured + (this.#runsSince === undefined ? 0 : performance.now() - this.#runsSince)
    );
  }
}
