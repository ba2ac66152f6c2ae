import type { Job, JobPair } from './job';
import type { JobKeeper, KeptJob } from './keeper';

/** Jobs where the browser lets nothing be kept: they end with the tab, and a reload forgets them. */
export class MemoryJobs implements JobKeeper {
  readonly #kept = new Map<string, KeptJob>();

  async write({ job, pairs }: KeptJob): Promise<void> {
    this.#kept.set(job.id, { job, pairs });
  }

  async jobsOf(owner: string): Promise<Job[]> {
    const jobs = Array.from(this.#kept.values(), ({ job }) => job);
    return jobs.filter((job) => job.owner === owner).map((job) => ({ ...job }));
  }

  async get(jobId: string): Promise<KeptJob | undefined> {
    return this.#kept.get(jobId);
  }

  async pairsOf(jobId: string): Promise<readonly JobPair[]> {
    return this.#kept.get(jobId)?.pairs ?? [];
  }

  async delete(jobId: string): Promise<void> {
    this.#kept.delete(jobId);
  }

  close(): void {
    // There is nothing open.
  }
}
