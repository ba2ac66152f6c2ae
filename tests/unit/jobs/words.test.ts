// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import type { LicenseAssignmentRequest } from '@/api/schema';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import { tabLocks } from '@/jobs/locks';
import type { JobService, ReadOptions } from '@/jobs/service';
import { hintOf } from '@/jobs/words';
import { undoWish } from '@/model/undo';

const USERS = ['ana', 'bo'];

/** A job that gives two users a license, with a service that can be told to be slow, silent, or shared with a colleague. */
async function twoAdditions() {
  let time = 0;
  const held = new Set<string>();
  const writes: { userId: string; at: number }[] = [];
  const service = {
    lagMs: 0,
    posts: 0,
    reads: 0,
    beforePost: () => {},
    answer: (userId: string): string | undefined => (held.has(userId) ? 'NO_CHANGE' : 'ADDED'),
    isMade: (_userId: string) => true,
    lose: (_post: number): ApiError | undefined => undefined,
  };
  const give = (userId: string) => {
    if (held.has(userId)) return;
    held.add(userId);
    writes.push({ userId, at: time });
  };
  const jobService: JobService = {
    async post(assignments: LicenseAssignmentRequest[]) {
      service.beforePost();
      service.posts += 1;
      const userIds = assignments.flatMap(({ userIdsAdd }) => userIdsAdd);
      const lost = service.lose(service.posts);
      const answer = userIds.flatMap((userId) => {
        const result = service.answer(userId);
        if (service.isMade(userId)) give(userId);
        return result === undefined ? [] : [{ userId, licenseId: 'x', result }];
      });
      if (lost) throw lost;
      return answer;
    },
    async read(userIds: readonly string[], { onRequest }: ReadOptions = {}) {
      onRequest?.();
      service.reads += 1;
      const hidden = new Set(
        writes.filter(({ at }) => at + service.lagMs > time).map(({ userId }) => userId),
      );
      return new Map(
        userIds.map((id) => [id, new Set(held.has(id) && !hidden.has(id) ? ['x'] : [])]),
      );
    },
  };
  const jobs = new JobManager({
    owner: 'org|ana',
    service: jobService,
    store: new JobStore(`words-${Math.random()}`),
    locks: tabLocks(),
    clock: {
      now: () => time,
      sleep: async (ms) => {
        time += ms;
      },
    },
    onReadBack: () => undefined,
  });
  const jobId = await jobs.create({
    title: 'Two',
    changes: USERS.map((userId) => ({
      userId,
      licenseId: 'x',
      action: 'add',
      reason: { kind: 'asked' },
      stage: 0,
      needs: [],
    })),
    nameOf: (id) => id,
  });
  return {
    jobs,
    jobId,
    service,
    give,
    pass: (ms: number) => {
      time += ms;
    },
    counts: () => jobs.view(jobId)?.counts,
    undone: () => {
      const done = jobs.view(jobId)?.pairs.filter(({ state }) => state === 'done') ?? [];
      const wish = undoWish(done, jobId);
      return wish.kind === 'cells' ? wish.changes.map(({ userId }) => userId) : [];
    },
  };
}

const lost = () => new ApiError('Lost', { kind: 'network' });

describe('what a job says', () => {
  it.each([1_500, 10_000, 25_000])('waits for readings that lag by %i ms', async (lagMs) => {
    const { jobs, jobId, service, counts, undone } = await twoAdditions();
    service.lagMs = lagMs;
    await jobs.run(jobId);
    expect(counts()).toMatchObject({ done: 2, failed: 0, alreadySo: 0 });
    expect(service.posts).toBe(1);
    expect(undone()).toEqual(USERS);
  });

  it('is "Unconfirmed" where readings lag for too long, and "Done" once somebody checks again', async () => {
    const { jobs, jobId, service, counts, undone, pass } = await twoAdditions();
    service.lagMs = 3_600_000;
    await jobs.run(jobId);
    expect(counts()).toMatchObject({ unconfirmed: 2, failed: 0 });
    pass(3_600_000);
    await jobs.checkAgain(jobId);
    expect(counts()).toMatchObject({ done: 2, unconfirmed: 0 });
    expect(service.posts).toBe(1);
    expect(undone()).toEqual(USERS);
  });

  it('is "Already so" for what a colleague gave after the review, and undo leaves it alone', async () => {
    const { jobs, jobId, give, counts, undone } = await twoAdditions();
    give('ana');
    await jobs.run(jobId);
    expect(counts()).toMatchObject({ done: 1, alreadySo: 1 });
    expect(undone()).toEqual(['bo']);
  });

  it('is "Done", and not sure, for what a colleague gave between the reading and the request', async () => {
    const { jobs, jobId, service, give, counts, undone } = await twoAdditions();
    service.beforePost = () => give('ana');
    await jobs.run(jobId);
    expect(counts()?.done).toBe(2);
    expect(jobs.view(jobId)?.pairs.map(({ doubt }) => doubt)).toEqual(['unchanged', undefined]);
    expect(undone()).toEqual(['bo']);
  });

  it('is "Done" and undone for what a request did that got no answer and was sent again', async () => {
    const { jobs, jobId, service, counts, undone } = await twoAdditions();
    service.lagMs = 1_500;
    service.lose = (post) => (post === 1 ? lost() : undefined);
    await jobs.run(jobId);
    expect(counts()).toMatchObject({ done: 2, alreadySo: 0 });
    expect(undone()).toEqual(USERS);
  });

  it('is never "Failed" for an answer that was lost each time', async () => {
    const { jobs, jobId, service, give, counts, undone } = await twoAdditions();
    service.lose = lost;
    service.isMade = () => false;
    await jobs.run(jobId);
    expect(service.posts).toBe(3);
    expect(counts()).toMatchObject({ unconfirmed: 2, failed: 0 });
    for (const userId of USERS) give(userId);
    await jobs.checkAgain(jobId);
    expect(counts()?.done).toBe(2);
    expect(undone()).toEqual(USERS);
  });

  it('is "Failed" where the service refuses by a word, and not sure where it is found later', async () => {
    const { jobs, jobId, service, give, counts, undone } = await twoAdditions();
    service.answer = () => 'FAILED';
    service.isMade = () => false;
    await jobs.run(jobId);
    expect(counts()?.failed).toBe(2);
    give('ana');
    await jobs.checkAgain(jobId);
    expect(counts()).toMatchObject({ done: 1, failed: 1 });
    expect(undone()).toEqual([]);
  });

  it('keeps all pairs in the count when a job is cancelled whose requests cannot be read back', async () => {
    const { jobs, jobId, service, counts } = await twoAdditions();
    const read = vi.spyOn(service, 'beforePost');
    read.mockImplementation(() => {
      service.lose = lost;
      void jobs.cancel(jobId);
    });
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.job.status).toBe('cancelled');
    expect(counts()).toMatchObject({ sent: 0, planned: 0 });
    const all = Object.values(counts() ?? {}).reduce((sum, count) => sum + count, 0);
    expect(all).toBe(2);
  });
});

describe('a word of the service', () => {
  it.each([
    ['NO_CHANGE', 'unchanged'],
    ['ALREADY_ASSIGNED', 'unchanged'],
    ['FAILED', 'refused'],
    ['LICENSE_NOT_FOUND', 'refused'],
    ['ADDED', undefined],
    ['3', undefined],
    ['ADDED / NO_CHANGE', undefined],
    [undefined, undefined],
  ])('%s is a hint, and no more: %s', (word, hint) => {
    expect(hintOf(word)).toBe(hint);
  });
});
