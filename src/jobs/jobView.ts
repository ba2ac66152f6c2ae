import { type Counts, countStates, type Job, type JobPair } from './job';
import type { LiveJob } from './LiveJob';

/** A job as a page shows it. A new object after each change; `pairs` changes in place. */
export interface JobView {
  readonly job: Readonly<Job>;
  readonly pairs: readonly Readonly<JobPair>[];
  readonly counts: Counts;
  /** Who works on it now: this tab, another one, or nobody. */
  readonly runner: 'here' | 'elsewhere' | 'nobody';
  /** The administrator asked for this, and the request under way is still being waited for. */
  readonly halting: 'pause' | 'cancel' | undefined;
}

export function viewOf(
  live: LiveJob,
  runner: JobView['runner'],
  halting: JobView['halting'],
): JobView {
  return {
    job: { ...live.job },
    pairs: live.pairs,
    counts: countStates(live.pairs),
    runner,
    halting,
  };
}
