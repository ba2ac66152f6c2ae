// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { LicenseAssignmentRequest } from '@/api/schema';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import { tabLocks } from '@/jobs/locks';

const HOUR = 3_600_000;

/** A job for one user, whose service sets the clock of the computer with each request. */
async function jobWithClock(setBy: number, isHeld = false) {
  let now = Date.UTC(2026, 10, 25);
  let steady = 0;
  let reads = 0;
  const jobs = new JobManager({
    owner: 'org|ana',
    service: {
      post: async ([entry]: LicenseAssignmentRequest[]) => {
        now += setBy;
        steady += 1_500;
        isHeld = true;
        return [{ userId: 'u', licenseId: entry?.licenseId ?? '', result: 'ADDED' }];
      },
      read: async () => {
        reads += 1;
        return new Map([['u', new Set(isHeld ? ['x'] : [])]]);
      },
    },
    store: new JobStore(crypto.randomUUID()),
    locks: tabLocks(),
    clock: { now: () => now, sleep: () => Promise.resolve() },
    steadyNow: () => steady,
    onReadBack: () => undefined,
  });
  const change = { userId: 'u', licenseId: 'x', action: 'add', reason: { kind: 'asked' } } as const;
  const jobId = await jobs.create({
    title: 'One',
    changes: [{ ...change, stage: 0, needs: [] }],
    nameOf: (id) => id,
  });
  return {
    jobs,
    jobId,
    reads: () => reads,
    setClock: (by: number) => {
      now += by;
    },
  };
}

describe('a job while the clock of the computer is set', () => {
  it.each([
    ['back', -3 * HOUR],
    ['forward', 3 * HOUR],
  ])('%s still knows how long it took', async (_, setBy) => {
    const { jobs, jobId } = await jobWithClock(setBy);
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.job).toMatchObject({ status: 'finished', activeMs: 1_500 });
  });

  it('back after its review reads the users again rather than to believe an age below nothing', async () => {
    const { jobs, jobId, reads, setClock } = await jobWithClock(0, true);
    setClock(-HOUR);
    await jobs.run(jobId);
    expect(jobs.view(jobId)?.counts.alreadySo).toBe(1);
    expect(reads()).toBe(1);
  });
});
