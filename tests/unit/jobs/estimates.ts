import type { Api, WorkName } from '@/api/client';
import { timeLeftOf } from '@/jobs/estimate';
import { type Progress, ProgressLog } from '@/jobs/ProgressLog';

interface Estimate {
  readonly at: number;
  readonly leftMs: number | undefined;
}

const DRAW_MS = 250;
const NO_ERROR_MS = 5_000;

/** Notes what would be shown of the time left, as a page does it that is open from the beginning to the end. */
export class Estimates {
  readonly #api: Api;
  readonly #name: WorkName;
  readonly #log = new ProgressLog();
  readonly #begun: number;
  readonly #noted: Estimate[] = [];

  constructor(api: Api, name: WorkName) {
    this.#name = name;
    this.#api = api;
    this.#begun = api.rate.now();
  }

  note(
    requests: number,
    settled: number,
    requestsLeft: (recent: Progress) => number | undefined,
  ): void {
    const { rate } = this.#api;
    const now = rate.now();
    // As often as a page draws.
    if (now - (this.#noted.at(-1)?.at ?? 0) < DRAW_MS) return;
    this.#log.add({ at: now, requests, settled });
    const left = requestsLeft(this.#log.recent(now));
    if (left === undefined) return;
    rate.expect(this.#name, left);
    const leftMs = timeLeftOf(rate, { name: this.#name, log: this.#log, requestsLeft: left });
    this.#noted.push({ at: now, leftMs });
  }

  /**
   * The worst estimate from the second minute on, as a share of what it really took. A few seconds more or less are
   * no error, however little is left.
   */
  worstBy(end: number): number {
    const judged = this.#noted.filter(({ at }) => at - this.#begun >= 60_000 && at < end);
    if (judged.length < 10) throw new Error(`Only ${judged.length} estimates to judge by`);
    return Math.max(
      ...judged.map(({ at, leftMs = Number.POSITIVE_INFINITY }) => {
        const error = Math.abs(leftMs - (end - at));
        return error <= NO_ERROR_MS ? 0 : error / (end - at);
      }),
    );
  }
}
