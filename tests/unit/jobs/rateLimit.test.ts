// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readInChunks } from '@/jobs/service';
import { makePlan } from '@/model/plan';
import { createWorld, StoredJob } from './simulation';

describe('a large job on a quiet token', () => {
  it('changes 20,000 pairs at 300 requests a minute without one refusal', async () => {
    const world = createWorld({
      users: 8_000,
      rateLimit: { allowed: 300, windowSeconds: 60 },
      rateHeaders: true,
    });
    world.canDie = false;
    const { organization } = world.sandbox;
    const userIds = organization.users.map((user) => user.id);
    const current = await readInChunks(world.api, userIds);
    const { changes } = makePlan([{ kind: 'set', userIds, licenseIds: [] }], current);
    const stored = new StoredJob(world, changes.slice(0, 20_000));
    const began = world.clock.now();
    world.clock.advance(60_000);

    await stored.run(world);

    expect(stored.job.status).toBe('finished');
    expect(stored.pairs).toHaveLength(20_000);
    expect(stored.counts.done).toBe(20_000);
    expect(world.sandbox.log.filter(({ status }) => status === 429)).toEqual([]);
    // It does not dawdle either: what the limit allows is used.
    const minutes = (world.clock.now() - began) / 60_000;
    expect(stored.job.requests / minutes).toBeGreaterThan(150);
  }, 60_000);
});
