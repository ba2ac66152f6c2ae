// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readInChunks } from '@/jobs/service';
import { makePlan } from '@/model/plan';
import { createWorld, StoredJob } from './simulation';

const A_REQUEST = 100;

/** A job of several requests, with what was written of it looked at before and after each of them. */
async function watchedRun() {
  const world = createWorld({ users: 150 });
  const userIds = world.sandbox.organization.users.map((user) => user.id);
  const current = await readInChunks(world.api, userIds);
  const { changes } = makePlan([{ kind: 'set', userIds, licenseIds: [] }], current);
  const stored = new StoredJob(world, changes);
  const requestsBefore = world.sandbox.log.length;
  const seen: { sent: number; writtenAsSent: number; writtenAsDone: number }[] = [];
  let steps = 0;
  world.onStep = () => {
    steps += 1;
    const written = stored.pairs.filter(({ action, userId, licenseId }) =>
      world.sentPairs.has(`${action} ${userId} ${licenseId}`),
    );
    seen.push({
      sent: written.length,
      writtenAsSent: written.filter(({ state }) => state === 'sent').length,
      writtenAsDone: written.filter(({ state }) => state === 'done').length,
    });
  };
  await stored.run(world);
  const requests = world.sandbox.log.slice(requestsBefore);
  const sendings = requests.filter(({ path }) => path.endsWith('/license/organization')).length;
  // A step before and one after each request; the others are writes.
  return { stored, seen, sendings, writes: steps - 2 * requests.length };
}

describe('what a job writes down', () => {
  it('is every change before it is sent, and what came of it before the next are', async () => {
    const { stored, seen } = await watchedRun();
    expect(stored.pairs.length).toBeGreaterThan(3 * A_REQUEST);
    expect(stored.counts.done).toBe(stored.pairs.length);
    for (const { sent, writtenAsSent, writtenAsDone } of seen) {
      expect(writtenAsSent + writtenAsDone).toBe(sent);
      expect(writtenAsSent).toBeLessThanOrEqual(A_REQUEST);
    }
  });

  it('goes in one piece: what one request left behind and what the next may change', async () => {
    const { sendings, writes } = await watchedRun();
    // Besides: at the start, after the last request, and at the end.
    expect(writes).toBe(sendings + 3);
  });
});
