import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Job, JobPair } from './job';
import { MemoryJobs } from './MemoryJobs';

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

  /** Those that could not be written go with the next write. */
  giveBackDirtyPages(pages: readonly number[]): void {
    for (const page of pages) this.#dirtyPages.add(page);
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

/**
 * The jobs of this browser, in IndexedDB. Each write is one transaction: after a crash a job is as of some save. Where the
 * browser forbids IndexedDB, jobs are kept in memory as long as the tab lives.
 */
export class JobStore {
  readonly #name: string;
  readonly #memory = new MemoryJobs();
  #opened: Promise<IDBPDatabase<JobsSchema> | undefined> | undefined;

  constructor(name = DATABASE) {
    this.#name = name;
  }

  /** Writes a job and all of its pairs. */
  async create({ job, pairs }: LiveJob): Promise<void> {
    const pages = Array.from({ length: Math.ceil(pairs.length / PAGE) }, (_, page) => page);
    await this.#write(job, pairs, pages);
  }

  /** Writes a job and those of its pairs that changed. Rejects when the storage is full. */
  async save(live: LiveJob): Promise<void> {
    const pages = live.takeDirtyPages();
    try {
      await this.#write(live.job, live.pairs, pages);
    } catch (error) {
      live.giveBackDirtyPages(pages);
      throw error;
    }
  }

  /** The owner's jobs, newest first, without their pairs. */
  async list(owner: string): Promise<Job[]> {
    const database = await this.#database;
    const jobs = database
      ? await database.getAllFromIndex('jobs', 'owner', owner)
      : this.#memory.all().flatMap(({ job }) => (job.owner === owner ? [job] : []));
    return jobs.sort((a, b) => b.createdAt - a.createdAt);
  }

  /** The whole job, or undefined where this owner has none of that id. */
  async load(owner: string, jobId: string): Promise<LiveJob | undefined> {
    const database = await this.#database;
    if (!database) {
      const kept = this.#memory.get(jobId);
      return kept?.job.owner === owner ? new LiveJob(kept.job, kept.pairs) : undefined;
    }
    const transaction = database.transaction(['jobs', 'pages']);
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
      const all = await this.#pairsOf(job.id);
      const pairs = all.filter((pair) => pair.userId === userId);
      if (pairs.length > 0) found.push({ job, pairs });
    }
    return found;
  }

  async delete(jobId: string): Promise<void> {
    const database = await this.#database;
    if (!database) {
      this.#memory.delete(jobId);
      return;
    }
    const transaction = database.transaction(['jobs', 'pages'], 'readwrite');
    await Promise.all([
      transaction.objectStore('jobs').delete(jobId),
      transaction.objectStore('pages').delete(pagesOf(jobId)),
      transaction.done,
    ]);
  }

  async close(): Promise<void> {
    (await this.#database)?.close();
  }

  /** Undefined where the browser forbids it. */
  get #database(): Promise<IDBPDatabase<JobsSchema> | undefined> {
    this.#opened ??= this.#open().catch(() => undefined);
    return this.#opened;
  }

  async #open(): Promise<IDBPDatabase<JobsSchema>> {
    return openDB<JobsSchema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('owner', 'owner');
        database.createObjectStore('pages', { keyPath: ['jobId', 'page'] });
      },
    });
  }

  async #pairsOf(jobId: string): Promise<readonly JobPair[]> {
    const database = await this.#database;
    if (!database) return this.#memory.get(jobId)?.pairs ?? [];
    return (await database.getAll('pages', pagesOf(jobId))).flatMap((page) => page.pairs);
  }

  async #write(job: Job, pairs: readonly JobPair[], pages: readonly number[]): Promise<void> {
    const database = await this.#database;
    if (!database) {
      this.#memory.put({ job, pairs });
      return;
    }
    const transaction = database.transaction(['jobs', 'pages'], 'readwrite');
    const store = transaction.objectStore('pages');
    const writes = [
      transaction.objectStore('jobs').put(job),
      ...pages.map((page) =>
        store.put({ jobId: job.id, page, pairs: pairs.slice(page * PAGE, (page + 1) * PAGE) }),
      ),
    ];
    // That is all: the browser need not find out by telling of each write and waiting for more.
    transaction.commit();
    await Promise.all([...writes, transaction.done]);
  }
}

function pagesOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
}
