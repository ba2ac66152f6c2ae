import type { Api } from '@/api/client';
import { type EstimateFacts, timeLeftMs } from '@/jobs/estimate';
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
  readonly #log = new ProgressLog();
  readonly #begun: number;
  readonly #noted: Estimate[] = [];

  constructor(api: Api) {
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
    const reading = rate.read();
    this.#log.add({ at: now, requests, settled });
    const recent = this.#log.recent(now);
    const left = requestsLeft(recent);
    if (left === undefined) return;
    const heldForMs = Math.max(0, (reading.heldUntil ?? now) - now);
    const facts: EstimateFacts = { requestsLeft: left, recent, rate: reading, heldForMs };
    this.#noted.push({ at: now, leftMs: timeLeftMs(facts) });
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
