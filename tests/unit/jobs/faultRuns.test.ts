// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readInChunks } from '@/jobs/service';
import { makePlan, type Wish } from '@/model/plan';
import { undoWish } from '@/model/undo';
import type { FaultKind } from '@/sandbox';
import { type Random, randomFrom, runsOf } from './random';
import { createWorld, StoredJob, type World } from './simulation';

/** Through HTTP and the sandbox; roughRuns has thousands more, with more to them, without. */
const RUNS = runsOf(1_000);
const KINDS: readonly FaultKind[] = [
  '400',
  '401',
  '403',
  '408',
  '409',
  '413',
  '429',
  '500',
  '503',
  '504',
  'html',
  'empty',
  'dropBefore',
  'dropAfter',
  'failPairs',
  'omitPairs',
];

function randomWishes(world: World, random: Random): Wish[] {
  const { organization } = world.sandbox;
  const userIds = organization.users.map((user) => user.id);
  const licenseIds = [...organization.definitions.keys(), 'no-such-license'];
  const wishes: Wish[] = [
    { kind: 'add', userIds: random.some(userIds, 0.5), licenseIds: random.some(licenseIds, 0.12) },
    {
      kind: 'remove',
      userIds: random.some(userIds, 0.5),
      licenseIds: random.some(licenseIds, 0.12),
    },
  ];
  if (random.next() < 0.4) {
    wishes.push({
      kind: 'swap',
      userIds: random.some(userIds, 0.5),
      from: random.one(licenseIds),
      to: random.one(licenseIds),
    });
  }
  return wishes;
}

function addRandomFaults(world: World, random: Random): void {
  for (let i = random.below(5); i >= 0; i--) {
    const kind = random.one(KINDS);
    const operation = random.one(['postLicenseOrganization', 'postLicenseUsers', 'any'] as const);
    world.sandbox.faults.add({
      kind,
      // A read of one user is never too large; where it were, nobody could tell what the user holds.
      operation: kind === '413' ? 'postLicenseOrganization' : operation,
      times: 1 + random.below(3),
      after: random.below(6),
      ...(random.next() < 0.3 && {
        applied: random.next() < 0.5 && ['500', '504', '408'].includes(kind),
      }),
      ...((kind === 'failPairs' || kind === 'omitPairs') && { pairs: 1 + random.below(4) }),
    });
  }
}

/** Opens the job again and again, as a stubborn administrator does, until it has ended. */
async function bringToItsEnd(world: World, stored: StoredJob, random: Random): Promise<void> {
  for (let life = 0; stored.job.status !== 'finished'; life++) {
    if (life > 12) world.sandbox.faults.clear();
    if (life > 20) throw new Error(`The job does not end: ${JSON.stringify(stored.job)}`);
    let stepsToLive = life < 4 && random.next() < 0.6 ? random.below(25) : Number.POSITIVE_INFINITY;
    world.onStep = () => {
      if (stepsToLive-- <= 0) world.dead = true;
    };
    await stored.run(world, () => (life < 12 && random.next() < 0.03 ? 'pause' : undefined));
    world.onStep = () => undefined;
    world.clock.advance(random.below(200_000));
  }
}

async function readAll(world: World) {
  return readInChunks(
    world.api,
    world.sandbox.organization.users.map((user) => user.id),
  );
}

async function run(seed: number) {
  const random = randomFrom(seed);
  const world = createWorld({ seed: seed % 7 });
  const before = world.sandbox.organization.snapshot();
  const { changes } = makePlan(randomWishes(world, random), await readAll(world));
  const planned = new Set(
    changes.map(({ action, userId, licenseId }) => `${action} ${userId} ${licenseId}`),
  );
  const stored = new StoredJob(world, changes);

  addRandomFaults(world, random);
  await bringToItsEnd(world, stored, random);
  world.sandbox.faults.clear();

  for (const pair of world.sentPairs) expect(planned, 'sent only what was planned').toContain(pair);
  for (const { userId, licenseId, action, state, word } of stored.pairs) {
    const asWished =
      world.sandbox.organization.assignmentsOf(userId).includes(licenseId) === (action === 'add');
    const told = `${action} ${userId} ${licenseId}: ${state} (${word})`;
    expect(asWished, told).toBe(state === 'done' || state === 'alreadySo');
  }

  const changed = stored.pairs.filter((pair) => pair.state === 'done');
  // Nobody else is at work here: all of it is the job's, even where it could not read the user before.
  for (const { doubt } of changed) expect([undefined, 'unread']).toContain(doubt);
  const undo = makePlan([undoWish(changed, stored.job.id, true)], await readAll(world));
  expect(undo.alreadySo).toEqual([]);
  const undoing = new StoredJob(world, undo.changes);
  await bringToItsEnd(world, undoing, random);
  expect(undoing.pairs.filter((pair) => pair.state !== 'done')).toEqual([]);
  expect(world.sandbox.organization.snapshot(), 'undo restores the organization').toBe(before);
  return { pairs: stored.pairs.length, failed: stored.counts.failed, done: stored.counts.done };
}

describe('jobs among faults of every kind, with tabs that die', () => {
  it(`${RUNS.count} runs: the console's word equals the server's state, and undo restores it`, async () => {
    const totals = { pairs: 0, failed: 0, done: 0 };
    for (let seed = RUNS.first; seed < RUNS.first + RUNS.count; seed++) {
      const result = await run(seed).catch((error: unknown) => {
        throw new Error(`Run with seed ${seed} failed`, { cause: error });
      });
      totals.pairs += result.pairs;
      totals.failed += result.failed;
      totals.done += result.done;
    }
    // The runs must have been about something.
    expect(totals.done).toBeGreaterThan(RUNS.count * 5);
    expect(totals.failed).toBeGreaterThan(RUNS.count / 10);
  }, 240_000);
});
