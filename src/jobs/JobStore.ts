import { IndexedJobs } from './IndexedJobs';
import type { Job, JobPair } from './job';
import type { JobKeeper } from './keeper';
import { LiveJob, PAGE } from './LiveJob';
import { MemoryJobs } from './MemoryJobs';

/** A job as far as it concerns one user. */
export interface UserJob {
  readonly job: Job;
  readonly pairs: readonly JobPair[];
}

const DATABASE = 'license-console.jobs';

/**
 * The jobs of this browser, in IndexedDB. Where the browser forbids that, jobs are kept in memory as long as the tab lives.
 */
export class JobStore {
  readonly #name: string;
  #opened: Promise<JobKeeper> | undefined;

  constructor(name = DATABASE) {
    this.#name = name;
  }

  /** Writes a job and all of its pairs. */
  async create(live: LiveJob): Promise<void> {
    const count = Math.ceil(live.pairs.length / PAGE);
    const pages = Array.from({ length: count }, (_, page) => page);
    await (await this.#keeper).write(live, pages);
  }

  /** Writes a job and those of its pairs that changed. Rejects when the storage is full. */
  async save(live: LiveJob): Promise<void> {
    const pages = live.takeDirtyPages();
    try {
      await (await this.#keeper).write(live, pages);
    } catch (error) {
      live.giveBackDirtyPages(pages);
      throw error;
    }
  }

  /** The owner's jobs, newest first, without their pairs. */
  async list(owner: string): Promise<Job[]> {
    const jobs = await (await this.#keeper).jobsOf(owner);
    return jobs.sort((a, b) => b.createdAt - a.createdAt);
  }

  /** The whole job, or undefined where this owner has none of that id. */
  async load(owner: string, jobId: string): Promise<LiveJob | undefined> {
    const kept = await (await this.#keeper).get(jobId);
    return kept?.job.owner === owner ? new LiveJob(kept.job, upToDate(kept.pairs)) : undefined;
  }

  /** What the owner's jobs did to one user, newest first. Looks through every pair that is kept. */
  async listOfUser(owner: string, userId: string): Promise<UserJob[]> {
    const found: UserJob[] = [];
    for (const job of await this.list(owner)) {
      const all = await (await this.#keeper).pairsOf(job.id);
      const pairs = all.filter((pair) => pair.userId === userId);
      if (pairs.length > 0) found.push({ job, pairs });
    }
    return found;
  }

  async delete(jobId: string): Promise<void> {
    await (await this.#keeper).delete(jobId);
  }

  async close(): Promise<void> {
    (await this.#keeper).close();
  }

  get #keeper(): Promise<JobKeeper> {
    this.#opened ??= IndexedJobs.open(this.#name).catch(() => new MemoryJobs());
    return this.#opened;
  }
}

/** Earlier versions kept less with a pair: what they left out is not known of it. */
function upToDate(pairs: readonly JobPair[]): readonly JobPair[] {
  // The newest version writes all pairs alike.
  if (typeof pairs[0]?.sends === 'number') return pairs;
  return pairs.map((pair) => {
    const wasSent =
      pair.state !== 'planned' && pair.state !== 'alreadySo' && pair.state !== 'notSent';
    const sends = wasSent || pair.attempts > 0 ? 1 : 0;
    const isDone = pair.state === 'done';
    return {
      ...pair,
      sends,
      openSends: sends,
      undecided: sends,
      ...(isDone && { doubt: 'unread' as const }),
    };
  });
}
