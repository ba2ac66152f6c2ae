import type { Job, JobPair } from './job';

/** Pairs a record: small enough to write often, large enough that 20,000 pairs are few records. */
export const PAGE = 250;

/** A job with its pairs, as it is worked on. The runner changes it in place and says which pairs it touched. */
export class LiveJob {
  readonly job: Job;
  readonly #pairs: JobPair[];
  readonly #dirtyPages = new Set<number>();

  constructor(job: Job, pairs: readonly JobPair[]) {
    this.job = job;
    this.#pairs = [...pairs];
  }

  /** Always the same array: what is appended is in it. */
  get pairs(): readonly JobPair[] {
    return this.#pairs;
  }

  append(pair: JobPair): void {
    this.touch(this.#pairs.length);
    this.#pairs.push(pair);
    this.job.pairCount = this.#pairs.length;
  }

  touch(pairNumber: number): void {
    this.#dirtyPages.add(Math.floor(pairNumber / PAGE));
  }

  /** The pages of pairs changed since the last call. */
  takeDirtyPages(): number[] {
    const pages = [...this.#dirtyPages];
    this.#dirtyPages.clear();
    return pages;
  }

  /** Those that could not be written go with the next write. */
  giveBackDirtyPages(pages: readonly number[]): void {
    for (const page of pages) this.#dirtyPages.add(page);
  }
}
