import type { Job, JobPair } from './job';

export interface KeptJob {
  readonly job: Job;
  readonly pairs: readonly JobPair[];
}

/** Where jobs are kept. */
export interface JobKeeper {
  /** Writes a job and those pages of its pairs, all or nothing. */
  write(kept: KeptJob, pages: readonly number[]): Promise<void>;
  jobsOf(owner: string): Promise<Job[]>;
  get(jobId: string): Promise<KeptJob | undefined>;
  pairsOf(jobId: string): Promise<readonly JobPair[]>;
  delete(jobId: string): Promise<void>;
  close(): void;
}
