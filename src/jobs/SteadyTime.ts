import type { Clock } from '@/api/clock';

/** How long at most before a wait notices that the administrator wants to halt. */
const SLICE_MS = 250;

/** Time that only goes forward, and in which what was waited for has passed, whatever the clock says. */
export class SteadyTime {
  readonly #clock: Clock;
  readonly #steadyNow: () => number;
  #last: number;
  #passed = 0;

  constructor(clock: Clock, steadyNow: () => number) {
    this.#clock = clock;
    this.#steadyNow = steadyNow;
    this.#last = steadyNow();
  }

  now(): number {
    const now = this.#steadyNow();
    this.#passed += Math.max(0, now - this.#last);
    this.#last = now;
    return this.#passed;
  }

  /** @param check called again and again meanwhile; what it throws ends the wait. */
  async wait(ms: number, check: () => void): Promise<void> {
    const end = this.now() + ms;
    for (let left = ms; left > 0; left = end - this.now()) {
      check();
      const before = this.now();
      const slice = Math.min(left, SLICE_MS);
      await this.#clock.sleep(slice);
      const slept = this.now() - before;
      if (slept < slice) this.#passed += slice - slept;
    }
    check();
  }
}
