// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import { tabLocks } from '@/jobs/locks';
import { jobServiceOf } from '@/jobs/service';
import type { Assignments } from '@/model/organizationIndex';
import { stageChanges } from '@/model/stages';
import { createWorld, type World } from './simulation';

const LICENSE = 'userRecording';
const POST = 'postLicenseOrganization';
let databases = 0;
const opened: JobStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** One browser: tabs in it share a database and locks. */
function browser(world: World) {
  const name = `jobs-${databases++}`;
  const locks = tabLocks();
  const readBacks: Assignments[] = [];
  function tab(owner = 'org|ana') {
    const store = new JobStore(name);
    opened.push(store);
    return new JobManager({
      owner,
      service: jobServiceOf(world.api),
      store,
      locks,
      clock: world.clock,
      onReadBack: (read) => readBacks.push(read),
    });
  }
  return { tab, readBacks };
}

/** Takes a license away from the first users who hold it. */
function removal(world: World, count: number) {
  const { organization } = world.sandbox;
  const holders = organization.users
    .map((user) => user.id)
    .filter((userId) => organization.assignmentsOf(userId).includes(LICENSE))
    .slice(0, count);
  const changes = stageChanges(
    holders.map((userId) => ({
      userId,
      licenseId: LICENSE,
      action: 'remove',
      reason: { kind: 'asked' },
    })),
    { prerequisitesOf: () => [], comprisedIn: () => [] },
  );
  const isHeld = (userId: string) => organization.assignmentsOf(userId).includes(LICENSE);
  return { holders, isHeld, job: { title: 'Take it away', changes, nameOf: (id: string) => id } };
}

describe('a job', () => {
  it('is done when the read-back shows it, and tells the console what it read', async () => {
    const world = createWorld();
    const { tab, readBacks } = browser(world);
    const jobs = tab();
    const { holders, isHeld, job } = removal(world, 5);

    const jobId = await jobs.create(job);
    await jobs.run(jobId);

    expect(holders.some(isHeld)).toBe(false);
    expect(jobs.view(jobId)).toMatchObject({
      runner: 'nobody',
      job: { status: 'finished' },
      counts: { done: 5, failed: 0 },
    });
    expect(
      readBacks
        .at(-1)
        ?.get(holders[0] ?? '')
        ?.has(LICENSE),
    ).toBe(false);
  });

  it('can be found again after the tab is closed, by its owner alone', async () => {
    const world = createWorld();
    const { tab } = browser(world);
    const jobId = await tab().create(removal(world, 2).job);

    expect((await tab().open(jobId))?.pairs).toHaveLength(2);
    expect(await tab().list()).toMatchObject([{ id: jobId, title: 'Take it away' }]);
    expect(await tab('org|somebody-else').open(jobId)).toBeUndefined();
    expect(await tab('org|somebody-else').list()).toEqual([]);
  });

  it('runs in one tab only', async () => {
    const world = createWorld();
    const { tab } = browser(world);
    const first = tab();
    const second = tab();
    const jobId = await first.create(removal(world, 3).job);

    await Promise.all([first.run(jobId), second.run(jobId)]);

    const posts = world.sandbox.log.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/license/organization'),
    );
    expect(posts).toHaveLength(1);
  });

  it('pauses between requests and resumes without doing anything twice', async () => {
    const world = createWorld({ users: 420 });
    const jobs = browser(world).tab();
    const { holders, isHeld, job } = removal(world, 250);
    const jobId = await jobs.create(job);
    const stop = jobs.subscribe(() => {
      if (jobs.view(jobId)?.counts.done === 100) jobs.pause(jobId);
    });
    await jobs.run(jobId);
    stop();

    expect(jobs.view(jobId)).toMatchObject({ job: { status: 'paused' }, counts: { done: 100 } });
    expect(holders.filter(isHeld)).toHaveLength(150);

    const sentBefore = world.sentPairs.size;
    await jobs.run(jobId);
    expect(jobs.view(jobId)).toMatchObject({ job: { status: 'finished' }, counts: { done: 250 } });
    expect(world.sentPairs.size - sentBefore).toBe(150);
  });

  it('cancelled, tells what was done and never sends the rest', async () => {
    const world = createWorld({ users: 420 });
    const jobs = browser(world).tab();
    const { holders, isHeld, job } = removal(world, 250);
    const jobId = await jobs.create(job);
    const stop = jobs.subscribe(() => {
      const view = jobs.view(jobId);
      if (view?.counts.done === 100 && !view.halting) void jobs.cancel(jobId);
    });
    await jobs.run(jobId);
    stop();

    expect(jobs.view(jobId)).toMatchObject({
      job: { status: 'cancelled' },
      counts: { done: 100, notSent: 150, planned: 0 },
    });
    expect(holders.filter(isHeld)).toHaveLength(150);
  });

  it('retries only what failed', async () => {
    const world = createWorld();
    const jobs = browser(world).tab();
    const { holders, isHeld, job } = removal(world, 5);
    world.sandbox.faults.add({ kind: 'failPairs', operation: POST, pairs: 2, times: 1 });
    const jobId = await jobs.create(job);
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.counts).toMatchObject({ done: 3, failed: 2 });
    expect(jobs.view(jobId)?.pairs.find((pair) => pair.state === 'failed')?.word).toBe('FAILED');

    await jobs.retryFailed(jobId);

    expect(jobs.view(jobId)?.counts).toMatchObject({ done: 5, failed: 0 });
    expect(holders.some(isHeld)).toBe(false);
  });

  it('halts when the session ends, and goes on after signing in again', async () => {
    const world = createWorld();
    const jobs = browser(world).tab();
    world.sandbox.faults.add({ kind: '401', operation: POST, times: 1 });
    const jobId = await jobs.create(removal(world, 4).job);
    await jobs.run(jobId);

    expect(jobs.view(jobId)).toMatchObject({
      job: { status: 'paused', problem: { kind: 'signIn' } },
      counts: { planned: 4, done: 0 },
    });

    await jobs.run(jobId);
    expect(jobs.view(jobId)?.counts.done).toBe(4);
  });

  it('does not claim that a removal failed where slow readings would look the same', async () => {
    const world = createWorld({ rolesImplyLicenses: true, licenseDelayMs: 0 });
    const jobs = browser(world).tab();
    const { holders, isHeld, job } = removal(world, 20);
    const jobId = await jobs.create(job);
    await jobs.run(jobId);

    expect(holders.filter(isHeld).length).toBe(20);
    const view = jobs.view(jobId);
    expect(view?.counts).toMatchObject({ unconfirmed: 20, failed: 0, done: 0 });
    for (const { word, note } of view?.pairs ?? []) {
      expect(word).toBe('REMOVED');
      expect(note).toMatch(/a role may give it back/u);
    }
  });

  it('says of a license that a role gives back that it came back, where others of the request show', async () => {
    const world = createWorld({ rolesImplyLicenses: true });
    const { organization } = world.sandbox;
    const jobs = browser(world).tab();
    const { holders, job } = removal(world, 20);
    const ADD_ON = 'hipaaAddOn';
    for (const userId of holders.slice(0, 4)) organization.setAssignment(userId, ADD_ON, true);
    const more = job.changes.slice(0, 4).map((change) => ({ ...change, licenseId: ADD_ON }));
    const jobId = await jobs.create({ ...job, changes: [...job.changes, ...more] });
    await jobs.run(jobId);

    const view = jobs.view(jobId);
    expect(view?.counts).toMatchObject({ done: 4, failed: 20 });
    for (const { userId, licenseId, state, word, note } of view?.pairs ?? []) {
      const held = organization.assignmentsOf(userId).includes(licenseId);
      expect(state).toBe(held ? 'failed' : 'done');
      expect(word).toBe('REMOVED');
      expect(note ?? '').toMatch(held ? /a role may give it back/u : /^$/u);
    }
  });

  it('goes on by itself when a lost connection is back', async () => {
    const world = createWorld();
    const jobs = browser(world).tab();
    world.sandbox.faults.add({
      kind: 'dropBefore',
      operation: 'postLicenseUsers',
      after: 1,
      times: 3,
    });
    const jobId = await jobs.create(removal(world, 4).job);
    await jobs.run(jobId);
    expect(jobs.view(jobId)).toMatchObject({
      job: { status: 'paused', problem: { kind: 'connection' } },
      counts: { sent: 4 },
    });

    await jobs.resumeAfterConnectionLoss();
    expect(jobs.view(jobId)?.counts.done).toBe(4);
  });
});
