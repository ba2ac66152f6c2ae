import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Job, JobPair } from './job';

/** A job with its pairs, as it is worked on. The runner changes it in place and says which pairs it touched. */
export class LiveJob {
  readonly job: Job;
  readonly pairs: readonly JobPair[];
  readonly #dirtyPages = new Set<number>();

  constructor(job: Job, pairs: readonly JobPair[]) {
    this.job = job;
    this.pairs = pairs;
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
}

/** A job as far as it concerns one user. */
export interface UserJob {
  readonly job: Job;
  readonly pairs: readonly JobPair[];
}

/** Pairs a record: small enough to write often, large enough that 20,000 pairs are few records. */
const PAGE = 250;
const DATABASE = 'license-console.jobs';

interface JobsSchema extends DBSchema {
  jobs: { key: string; value: Job; indexes: { owner: string } };
  pages: {
    key: [jobId: string, page: number];
    value: { jobId: string; page: number; pairs: JobPair[] };
  };
}

/** The jobs of this browser, in IndexedDB. Each write is one transaction: after a crash a job is as of some save. */
export class JobStore {
  readonly #name: string;
  #opened: Promise<IDBPDatabase<JobsSchema>> | undefined;

  constructor(name = DATABASE) {
    this.#name = name;
  }

  /** Writes a job and all of its pairs. */
  async create({ job, pairs }: LiveJob): Promise<void> {
    const pages = Array.from({ length: Math.ceil(pairs.length / PAGE) }, (_, page) => page);
    await this.#write(job, pairs, pages);
  }

  /** Writes a job and those of its pairs that changed. Rejects when the storage is full or forbidden. */
  async save(live: LiveJob): Promise<void> {
    await this.#write(live.job, live.pairs, live.takeDirtyPages());
  }

  /** The owner's jobs, newest first, without their pairs. */
  async list(owner: string): Promise<Job[]> {
    const jobs = await (await this.#database).getAllFromIndex('jobs', 'owner', owner);
    return jobs.sort((a, b) => b.createdAt - a.createdAt);
  }

  /** The whole job, or undefined where this owner has none of that id. */
  async load(owner: string, jobId: string): Promise<LiveJob | undefined> {
    const transaction = (await this.#database).transaction(['jobs', 'pages']);
    const [job, pages] = await Promise.all([
      transaction.objectStore('jobs').get(jobId),
      transaction.objectStore('pages').getAll(pagesOf(jobId)),
    ]);
    if (!job || job.owner !== owner) return undefined;
    return new LiveJob(
      job,
      pages.flatMap((page) => page.pairs),
    );
  }

  /** What the owner's jobs did to one user, newest first. Looks through every pair that is kept. */
  async listOfUser(owner: string, userId: string): Promise<UserJob[]> {
    const found: UserJob[] = [];
    for (const job of await this.list(owner)) {
      const pages = await (await this.#database).getAll('pages', pagesOf(job.id));
      const pairs = pages.flatMap((page) => page.pairs.filter((pair) => pair.userId === userId));
      if (pairs.length > 0) found.push({ job, pairs });
    }
    return found;
  }

  async delete(jobId: string): Promise<void> {
    const transaction = (await this.#database).transaction(['jobs', 'pages'], 'readwrite');
    await Promise.all([
      transaction.objectStore('jobs').delete(jobId),
      transaction.objectStore('pages').delete(pagesOf(jobId)),
      transaction.done,
    ]);
  }

  async close(): Promise<void> {
    (await this.#database).close();
  }

  get #database(): Promise<IDBPDatabase<JobsSchema>> {
    this.#opened ??= openDB<JobsSchema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('owner', 'owner');
        database.createObjectStore('pages', { keyPath: ['jobId', 'page'] });
      },
    });
    return this.#opened;
  }

  async #write(job: Job, pairs: readonly JobPair[], pages: readonly number[]): Promise<void> {
    const transaction = (await this.#database).transaction(['jobs', 'pages'], 'readwrite');
    const store = transaction.objectStore('pages');
    await Promise.all([
      transaction.objectStore('jobs').put(job),
      ...pages.map((page) =>
        store.put({ jobId: job.id, page, pairs: pairs.slice(page * PAGE, (page + 1) * PAGE) }),
      ),
      transaction.done,
    ]);
  }
}

function pagesOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
}
