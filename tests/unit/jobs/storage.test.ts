// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import type { LiveJob } from '@/jobs/LiveJob';
import { tabLocks } from '@/jobs/locks';
import { jobServiceOf } from '@/jobs/service';
import { createWorld } from './simulation';
import { takingAway } from './takingAway';

afterEach(() => vi.unstubAllGlobals());

function jobsIn(store: JobStore) {
  const world = createWorld();
  const { newJob, holders } = takingAway(world.sandbox, 4);
  const jobs = new JobManager({
    owner: 'org|ana',
    service: jobServiceOf(world.api),
    store,
    locks: tabLocks(),
    clock: world.clock,
    onReadBack: () => undefined,
  });
  const posts = () =>
    world.sandbox.log.filter(({ path }) => path.endsWith('/license/organization')).length;
  return { jobs, newJob, holders, posts };
}

describe('where the browser forbids IndexedDB', () => {
  it('a job runs all the same, and is listed as long as the tab lives', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Not in a private window', 'SecurityError');
      },
    });
    const { jobs, newJob, holders } = jobsIn(new JobStore());
    const jobId = await jobs.create(newJob);
    await jobs.run(jobId);
    expect(jobs.view(jobId)).toMatchObject({ job: { status: 'finished' }, counts: { done: 4 } });
    expect((await jobs.list()).map(({ id }) => id)).toEqual([jobId]);
    expect(await jobs.listOfUser(holders[0] ?? '')).toHaveLength(1);
    await jobs.delete(jobId);
    expect(await jobs.list()).toEqual([]);
    expect(await jobs.open(jobId)).toBeUndefined();
  });
});

/** A store that is full from a save on, until somebody makes room. */
class FullStore extends JobStore {
  room = Number.POSITIVE_INFINITY;

  override async create(live: LiveJob): Promise<void> {
    this.#use();
    await super.create(live);
  }

  override async save(live: LiveJob): Promise<void> {
    this.#use();
    await super.save(live);
  }

  #use(): void {
    if (this.room-- <= 0) throw new DOMException('No room', 'QuotaExceededError');
  }
}

describe('where the storage is full', () => {
  it('a job that cannot be written down is not begun, and says so in words', async () => {
    const store = new FullStore(crypto.randomUUID());
    store.room = 0;
    const { jobs, newJob, posts } = jobsIn(store);
    await expect(jobs.create(newJob)).rejects.toThrow(/storage of this browser is full/u);
    expect(posts()).toBe(0);
  });

  it.each([1, 2, 3, 4])(
    'after %i writes a job halts, says why, and ends when there is room',
    async (writes) => {
      const store = new FullStore(crypto.randomUUID());
      store.room = writes;
      const { jobs, newJob } = jobsIn(store);
      const jobId = await jobs.create(newJob);
      await jobs.run(jobId);
      expect(jobs.view(jobId)).toMatchObject({
        runner: 'nobody',
        job: { status: 'paused', problem: { kind: 'storage' } },
      });
      store.room = Number.POSITIVE_INFINITY;
      await jobs.run(jobId);
      const { counts, job } = jobs.view(jobId) ?? {};
      expect(job?.status).toBe('finished');
      expect(counts?.done).toBe(4);
    },
  );
});
