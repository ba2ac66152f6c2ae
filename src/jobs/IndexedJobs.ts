import type { DBSchema } from 'idb';
import { Database } from '@/store/Database';
import type { Job, JobPair } from './job';
import type { JobKeeper, KeptJob } from './keeper';
import { PAGE } from './LiveJob';

interface JobsSchema extends DBSchema {
  jobs: { key: string; value: Job; indexes: { owner: string } };
  pages: {
    key: [jobId: string, page: number];
    value: { jobId: string; page: number; pairs: JobPair[] };
  };
}

/** Jobs in IndexedDB. Each write is one transaction: after a crash a job is as of some write. */
export class IndexedJobs implements JobKeeper {
  readonly #database: Database<JobsSchema>;

  private constructor(database: Database<JobsSchema>) {
    this.#database = database;
  }

  /** Rejects where the browser forbids it, or does not answer. */
  static async open(name: string): Promise<IndexedJobs> {
    const database = new Database<JobsSchema>({
      name,
      version: 1,
      upgrade(created) {
        created.createObjectStore('jobs', { keyPath: 'id' }).createIndex('owner', 'owner');
        created.createObjectStore('pages', { keyPath: ['jobId', 'page'] });
      },
    });
    await database.use(() => Promise.resolve());
    return new IndexedJobs(database);
  }

  write({ job, pairs }: KeptJob, pages: readonly number[]): Promise<void> {
    return this.#database.use(async (database) => {
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
    });
  }

  jobsOf(owner: string): Promise<Job[]> {
    return this.#database.use((database) => database.getAllFromIndex('jobs', 'owner', owner));
  }

  get(jobId: string): Promise<KeptJob | undefined> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['jobs', 'pages']);
      const [job, pages] = await Promise.all([
        transaction.objectStore('jobs').get(jobId),
        transaction.objectStore('pages').getAll(pagesOf(jobId)),
      ]);
      return job && { job, pairs: pages.flatMap((page) => page.pairs) };
    });
  }

  async pairsOf(jobId: string): Promise<readonly JobPair[]> {
    const pages = await this.#database.use((database) => database.getAll('pages', pagesOf(jobId)));
    return pages.flatMap((page) => page.pairs);
  }

  delete(jobId: string): Promise<void> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['jobs', 'pages'], 'readwrite');
      await Promise.all([
        transaction.objectStore('jobs').delete(jobId),
        transaction.objectStore('pages').delete(pagesOf(jobId)),
        transaction.done,
      ]);
    });
  }

  close(): void {
    void this.#database.close();
  }
}

function pagesOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
}
