import type { Job, JobPair } from './job';

interface Entry {
  readonly job: Job;
  readonly pairs: readonly JobPair[];
}

/** Jobs where the browser lets nothing be kept: they end with the tab, and a reload forgets them. */
export class MemoryJobs {
  readonly #entries = new Map<string, Entry>();

  put({ job, pairs }: Entry): void {
    this.#entries.set(job.id, { job, pairs });
  }

  get(jobId: string): Entry | undefined {
    return this.#entries.get(jobId);
  }

  all(): Entry[] {
    return [...this.#entries.values()].map(({ job, pairs }) => ({ job: { ...job }, pairs }));
  }

  delete(jobId: string): void {
    this.#entries.delete(jobId);
  }
}
