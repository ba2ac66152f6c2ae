import { WINDOW_MS } from '@/api/sentLog';

/** What was done in a length of time. */
export interface Progress {
  readonly ms: number;
  readonly requests: number;
  /** Pairs of a job, or pages of a reading. */
  readonly settled: number;
}

interface Sample {
  readonly at: number;
  readonly requests: number;
  readonly settled: number;
}

/** As long as the rate limit counts a request, to compare with. */
const KEPT_MS = WINDOW_MS;
const LATEST_MS = 10_000;

/** Remembers how far something had come when, to tell how fast it goes now. */
export class ProgressLog {
  /** The first is the last that is older than what is kept. */
  #samples: Sample[] = [];

  add(sample: Sample): void {
    const last = this.#samples.at(-1);
    // It began anew.
    if (last && (sample.requests < last.requests || sample.settled < last.settled)) this.clear();
    this.#samples.push(sample);
    this.#forget(sample.at);
  }

  /** After a pause what was before says nothing of the pace. */
  clear(): void {
    this.#samples = [];
  }

  /** Since a minute ago, or since the first sample where that is less. */
  recent(now: number): Progress {
    this.#forget(now);
    return this.#since(now - KEPT_MS, now);
  }

  /** In the last seconds. */
  latest(now: number): Progress {
    return this.#since(now - LATEST_MS, now);
  }

  #since(moment: number, now: number): Progress {
    const first = this.#samples.findLast(({ at }) => at <= moment) ?? this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last) return { ms: 0, requests: 0, settled: 0 };
    return {
      ms: now - Math.max(first.at, moment),
      requests: last.requests - first.requests,
      settled: last.settled - first.settled,
    };
  }

  #forget(now: number): void {
    const kept = this.#samples.findIndex(({ at }) => at > now - KEPT_MS);
    this.#samples.splice(0, (kept < 0 ? this.#samples.length : kept) - 1);
  }
}
