// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goOnByItself } from '@/jobs/goOn';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import { type JobLocks, tabLocks } from '@/jobs/locks';
import { jobServiceOf } from '@/jobs/service';
import { createWorld } from './simulation';
import { takingAway } from './takingAway';

const stops: (() => void)[] = [];
const stores: JobStore[] = [];
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }),
);
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const store of stores.splice(0)) await store.close();
});

/** Two tabs of one browser, with locks that reach across them. */
function browser(users = 300, pairs = 250) {
  const world = createWorld({ users });
  const { newJob } = takingAway(world.sandbox, pairs);
  const name = `tabs-${Math.random()}`;
  const locks: JobLocks = { ...tabLocks(), isAcrossTabs: true };
  const tab = () => {
    const store = new JobStore(name);
    stores.push(store);
    const jobs = new JobManager({
      owner: 'org|ana',
      service: jobServiceOf(world.api),
      store,
      locks,
      clock: world.clock,
      onReadBack: () => undefined,
    });
    const detach = jobs.attach();
    stops.push(detach);
    return { jobs, store, detach };
  };
  const posts = () =>
    world.sandbox.log.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/license/organization'),
    ).length;
  return { world, tab, newJob, posts, locks };
}

/** Lets what is under way come to its end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a job and its tabs', () => {
  it('is begun once, however often "Resume" is clicked, and still can be paused', async () => {
    const { tab, newJob, posts } = browser();
    const { jobs } = tab();
    const jobId = await jobs.create(newJob);
    const runs = [jobs.run(jobId), jobs.run(jobId), jobs.run(jobId)];
    jobs.subscribe(() => {
      if (jobs.view(jobId)?.counts.done === 100) jobs.pause(jobId);
    });
    await Promise.all(runs);
    expect(jobs.view(jobId)).toMatchObject({ runner: 'nobody', job: { status: 'paused' } });
    expect(posts()).toBe(1);
  });

  it('is seen to be free again by another tab, when the one that ran it halts without a word', async () => {
    const { tab, newJob, locks } = browser();
    const first = tab().jobs;
    const jobId = await first.create(newJob);
    let crash = () => {};
    const held = locks.whileHolding(
      jobId,
      () =>
        new Promise<void>((resolve) => {
          crash = resolve;
        }),
    );
    const second = tab().jobs;
    await second.open(jobId);
    expect(second.view(jobId)?.runner).toBe('elsewhere');
    crash();
    await held;
    await vi.advanceTimersByTimeAsync(1_000);
    await settle();
    expect(second.view(jobId)?.runner).toBe('nobody');
  });

  it('is not deleted while a tab works on it', async () => {
    const { tab, newJob } = browser();
    const first = tab().jobs;
    const second = tab().jobs;
    const jobId = await first.create(newJob);
    const run = first.run(jobId);
    expect(await second.delete(jobId)).toBe(false);
    await run;
    expect(await second.delete(jobId)).toBe(true);
    expect(await second.list()).toEqual([]);
  });

  it('goes on by itself when the console is open again, in one tab alone', async () => {
    const { tab, newJob, world } = browser(40, 20);
    const { jobs, store } = tab();
    const jobId = await jobs.create(newJob);
    // As a tab leaves it that is closed in the middle.
    const live = await store.load('org|ana', jobId);
    if (!live) throw new Error('There is no job');
    live.job.status = 'running';
    await store.save(live);
    const [one, other] = [tab().jobs, tab().jobs];
    for (const each of [one, other]) stops.push(goOnByItself(each, () => true));
    await settle();
    expect((await one.open(jobId))?.job.status).toBe('running');
    expect(world.sandbox.log.length).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    await settle();
    await vi.waitFor(async () => {
      expect((await store.load('org|ana', jobId))?.job.status).toBe('finished');
    });
    expect(world.sentPairs.size).toBe(20);
  });

  it('goes on by itself after an outage that the browser did not notice', async () => {
    const { tab, newJob, world } = browser(40, 20);
    const { jobs } = tab();
    stops.push(goOnByItself(jobs, () => true));
    world.sandbox.faults.add({ kind: 'dropBefore', times: 9 });
    const jobId = await jobs.create(newJob);
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.job).toMatchObject({
      status: 'paused',
      problem: { kind: 'connection' },
    });
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(5_000);
      expect(jobs.view(jobId)?.job.status).toBe('finished');
    });
    expect(jobs.view(jobId)?.counts.done).toBe(20);
  });

  it('does not go on by itself after the administrator paused it', async () => {
    const { tab, newJob, posts } = browser();
    const { jobs } = tab();
    const jobId = await jobs.create(newJob);
    jobs.subscribe(() => {
      if (jobs.view(jobId)?.counts.done === 100) jobs.pause(jobId);
    });
    await jobs.run(jobId);
    stops.push(goOnByItself(jobs, () => true));
    for (let times = 0; times < 4; times += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      await settle();
    }
    expect(posts()).toBe(1);
  });
});

describe('read-only mode', () => {
  it('keeps an interrupted job from going on by itself', async () => {
    const { tab, newJob, world } = browser(40, 5);
    const { jobs, store } = tab();
    const jobId = await jobs.create(newJob);
    const live = await store.load('org|ana', jobId);
    if (!live) throw new Error('There is no job');
    live.job.status = 'running';
    await store.save(live);
    stops.push(goOnByItself(jobs, () => false));
    for (let times = 0; times < 3; times += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      await settle();
    }
    expect(world.sandbox.log).toEqual([]);
  });
});

describe('where the page is served without https', () => {
  it('a job can begin: its id needs no secure context', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const { tab, newJob } = browser(40, 5);
    const { jobs } = tab();
    const jobId = await jobs.create(newJob);
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.counts.done).toBe(5);
  });
});

describe('"Retry failed"', () => {
  it('never takes up what was cancelled', async () => {
    const { tab, newJob, posts } = browser();
    const { jobs } = tab();
    const jobId = await jobs.create(newJob);
    jobs.subscribe(() => {
      const view = jobs.view(jobId);
      if (view?.counts.done === 100 && !view.halting) void jobs.cancel(jobId);
    });
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.counts).toMatchObject({ done: 100, notSent: 150 });
    await jobs.retryFailed(jobId);
    expect(posts()).toBe(1);
    expect(jobs.view(jobId)?.counts).toMatchObject({ done: 100, notSent: 150 });
  });

  it('leaves the job as it was, and says why, where the storage is full', async () => {
    const { tab, newJob, world } = browser(40, 5);
    const { jobs, store } = tab();
    world.sandbox.faults.add({
      kind: 'failPairs',
      operation: 'postLicenseOrganization',
      pairs: 2,
      times: 1,
    });
    const jobId = await jobs.create(newJob);
    await jobs.run(jobId);
    const full = vi
      .spyOn(store, 'save')
      .mockRejectedValue(new DOMException('No room', 'QuotaExceededError'));
    await expect(jobs.retryFailed(jobId)).rejects.toThrow(/storage of this browser is full/u);
    expect(jobs.view(jobId)).toMatchObject({
      runner: 'nobody',
      job: { status: 'finished' },
      counts: { done: 3, failed: 2 },
    });
    full.mockRestore();
    await jobs.retryFailed(jobId);
    expect(jobs.view(jobId)?.counts.done).toBe(5);
  });
});

describe('a refused batch', () => {
  it('is not halved on and on after the administrator cancelled', async () => {
    const { tab, newJob, world, posts } = browser(120, 100);
    const { jobs } = tab();
    world.sandbox.faults.add({ kind: '400', operation: 'postLicenseOrganization' });
    const jobId = await jobs.create(newJob);
    jobs.subscribe(() => {
      if (posts() === 3 && !jobs.view(jobId)?.halting) void jobs.cancel(jobId);
    });
    await jobs.run(jobId);
    expect(posts()).toBe(3);
    const counts = jobs.view(jobId)?.counts;
    expect(counts).toMatchObject({ planned: 0, sent: 0, done: 0 });
    expect((counts?.unconfirmed ?? 0) + (counts?.notSent ?? 0)).toBe(100);
  });
});
