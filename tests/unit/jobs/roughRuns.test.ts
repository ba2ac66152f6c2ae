// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkJob } from '@/jobs/checkJob';
import { countStates, isRetryable, type Job, type JobPair, newPairs } from '@/jobs/job';
import { LiveJob } from '@/jobs/LiveJob';
import { planAgain } from '@/jobs/planAgain';
import { runJob } from '@/jobs/runJob';
import { type Change, makePlan, pairKey } from '@/model/plan';
import { stageChanges } from '@/model/stages';
import { undoWish } from '@/model/undo';
import { type Random, randomFrom, runsOf } from './random';
import { type Roughness, RoughService } from './roughService';

const RUNS = runsOf(5_000);
const USERS = ['ana', 'bo', 'cy', 'di', 'eve', 'flo'];
const LICENSES = ['base', 'voice', 'wem', 'digital'];
/** voice needs base, and wem needs voice. */
const DEFINITIONS = {
  prerequisitesOf: (id: string) => (id === 'wem' ? ['voice'] : id === 'voice' ? ['base'] : []),
  comprisedIn: () => [],
};

class TabDied extends Error {}

function roughnessOf(random: Random): Roughness {
  const often = (share: number, worst: number) =>
    random.chance(share) ? random.next() * worst : 0;
  return {
    lost: often(0.6, 0.5),
    refused: often(0.5, 0.4),
    odd: often(0.5, 0.3),
    badRead: often(0.4, 0.3),
    gaps: often(0.25, 0.2),
    lagMs: random.chance(0.4) ? random.one([500, 1_500, 6_000, 40_000, 300_000]) : 0,
    lagReads: random.chance(0.3) ? random.below(6) : 0,
    lateMs: random.chance(0.4) ? random.one([2_000, 20_000, 400_000]) : 0,
  };
}

/** One job on one bad day. */
class Day {
  readonly random: Random;
  readonly service: RoughService;
  /** What the browser keeps, and what the tab has that could not be written down. */
  stored: { job: Job; pairs: readonly JobPair[] };
  time = 1_000_000;
  offset = 0;
  halt: 'pause' | 'cancel' | undefined;
  postsAfterHalt = 0;
  readonly #roughness: {
    colleague: number;
    death: number;
    halts: number;
    jumps: number;
    full: number;
  };
  isCalm = false;

  constructor(seed: number) {
    const random = randomFrom(seed);
    this.random = random;
    const often = (share: number, worst: number) =>
      random.chance(share) ? random.next() * worst : 0;
    this.#roughness = {
      colleague: often(0.5, 0.15),
      death: often(0.4, 0.06),
      halts: often(0.4, 0.06),
      jumps: often(0.2, 0.05),
      full: often(0.2, 0.2),
    };
    const service = new RoughService(
      LICENSES,
      random,
      () => this.time,
      () => this.#step(),
      roughnessOf(random),
    );
    this.service = service;
    for (const userId of USERS) service.held.set(userId, new Set(random.some(LICENSES, 0.5)));
    const plan = makePlan(
      [
        { kind: 'add', userIds: random.some(USERS, 0.7), licenseIds: random.some(LICENSES, 0.5) },
        {
          kind: 'remove',
          userIds: random.some(USERS, 0.7),
          licenseIds: random.some(LICENSES, 0.4),
        },
        { kind: 'swap', userIds: random.some(USERS, 0.3), from: 'digital', to: 'voice' },
      ],
      structuredClone(service.held),
    );
    this.stored = this.newJob(plan.changes);
  }

  newJob(changes: readonly Change[]): { job: Job; pairs: JobPair[] } {
    const pairs = newPairs(stageChanges(changes, DEFINITIONS), (userId) => userId);
    const job: Job = {
      id: 'job',
      owner: 'somebody',
      title: 'A job',
      createdAt: this.time,
      pairCount: pairs.length,
      status: 'planned',
      phase: 'sending',
      activeMs: 0,
      requests: 0,
    };
    return { job, pairs };
  }

  get isOver(): boolean {
    return ['finished', 'cancelled'].includes(this.stored.job.status);
  }

  /** Opens the job in a tab, and works on it until it halts, ends, or the tab dies. */
  async open(): Promise<void> {
    const { job, pairs } = structuredClone(this.stored);
    const live = new LiveJob(job, pairs);
    this.halt = undefined;
    const keep = () => {
      this.stored = structuredClone({ job, pairs: live.pairs });
    };
    const { service } = this;
    try {
      await runJob({
        live,
        service: {
          post: (assignments) => {
            if (this.halt) this.postsAfterHalt += 1;
            expectNeedsInPlace(live.pairs);
            return service.post(assignments);
          },
          read: (userIds, options) => service.read(userIds, options),
        },
        clock: {
          now: () => this.time + this.offset,
          sleep: async (ms) => {
            this.time += ms;
            await this.#step();
          },
        },
        steadyNow: () => this.time,
        halt: () => this.halt,
        onChange: () => undefined,
        onReadBack: () => undefined,
        save: async () => {
          await this.#step();
          if (!this.isCalm && this.random.chance(this.#roughness.full)) throw new Error('Full');
          keep();
        },
      });
    } catch (error) {
      if (error instanceof TabDied) return;
      if (!(error instanceof Error) || error.message !== 'Full') throw error;
      // The tab lives, and knows more than what is written down.
      job.status = 'paused';
      keep();
    }
  }

  async check(): Promise<void> {
    const { job, pairs } = structuredClone(this.stored);
    const live = new LiveJob(job, pairs);
    await checkJob({
      live,
      service: this.service,
      onReadBack: () => undefined,
      save: async () => {
        this.stored = structuredClone({ job, pairs: live.pairs });
      },
    });
  }

  retry(): void {
    const { job, pairs } = structuredClone(this.stored);
    const live = new LiveJob(job, pairs);
    planAgain(live, live.pairs.filter(isRetryable), (userId) => userId);
    job.status = 'paused';
    this.stored = { job, pairs: live.pairs };
  }

  calmDown(): void {
    this.isCalm = true;
    this.service.calmDown();
  }

  /** Whatever can happen between any two steps. */
  async #step(): Promise<void> {
    if (this.isCalm) return;
    const { random } = this;
    const { colleague, death, halts, jumps } = this.#roughness;
    this.time += random.below(300);
    if (random.chance(colleague)) {
      const { userId, licenseId } =
        this.stored.pairs.length > 0 && random.chance(0.8)
          ? random.one(this.stored.pairs)
          : { userId: random.one(USERS), licenseId: random.one(LICENSES) };
      this.service.colleague(random.one(['add', 'remove']), pairKey({ userId, licenseId }));
    }
    if (random.chance(jumps)) this.offset += random.one([-7_200_000, 7_200_000]);
    if (random.chance(halts)) this.halt = random.chance(0.8) ? 'pause' : 'cancel';
    if (random.chance(death)) throw new TabDied();
  }
}

/** Nothing is sent before what it needs is in place. */
function expectNeedsInPlace(pairs: readonly JobPair[]): void {
  const stateOf = new Map(pairs.map((pair) => [pairKey(pair), pair.state]));
  for (const { userId, state, needs } of pairs) {
    if (state !== 'sent') continue;
    for (const licenseId of needs) {
      const needed = stateOf.get(pairKey({ userId, licenseId })) ?? 'done';
      expect(['done', 'alreadySo'], `${licenseId} is needed`).toContain(needed);
    }
  }
}

async function runDay(seed: number) {
  const day = new Day(seed);
  const { random, service } = day;
  const planned = new Map(day.stored.pairs.map((pair) => [pairKey(pair), pair.action]));
  const count = day.stored.pairs.length;

  for (let life = 0; !day.isOver; life += 1) {
    if (life > 40) day.calmDown();
    if (life > 50) throw new Error(`It does not end: ${JSON.stringify(day.stored.job)}`);
    await day.open();
    day.time += random.below(50_000);
    if (day.isOver && random.chance(0.3) && life < 30) day.retry();
  }
  const wordsBefore = day.stored.pairs;
  expect(day.postsAfterHalt, 'nothing is sent after the wish to halt').toBe(0);

  // What takes effect late has, and then somebody checks again.
  day.calmDown();
  expectWords(day, wordsBefore);
  await day.check();
  const { pairs } = day.stored;
  expectWords(day, pairs);

  for (const [key, sent] of service.sent) {
    for (const { action } of sent)
      expect(planned.get(key), 'sent only what was planned').toBe(action);
  }
  const counts = countStates(pairs);
  expect(counts.planned + counts.sent, 'all have their last word').toBe(0);
  expect(pairs.length, 'none is missing').toBe(count);
  for (const pair of pairs) expectOwnership(day, pair);
  await expectUndo(day);
  return counts;
}

function expectWords({ service }: Day, pairs: readonly JobPair[]): void {
  for (const pair of pairs) {
    const { action, state } = pair;
    const key = pairKey(pair);
    const isAsWished = service.isHeld(key) === (action === 'add');
    const told = `${action} ${key.replace('\n', ' ')}: ${JSON.stringify(pair)}`;
    if (state === 'notSent') expect(service.sent.get(key) ?? [], told).toHaveLength(pair.sends);
    // What somebody changes after it was read cannot be known.
    if (service.byColleague.has(key)) continue;
    if (state === 'done' || state === 'alreadySo') expect(isAsWished, told).toBe(true);
    if (state === 'failed' || state === 'notSent') expect(isAsWished, told).toBe(false);
  }
}

/** Whose work each pair is, by the console's word and in truth. */
function expectOwnership({ service }: Day, pair: JobPair): void {
  const key = pairKey(pair);
  const told = `${key.replace('\n', ' ')}: ${JSON.stringify(pair)}`;
  const isOurs = service.ours.has(key) && service.isHeld(key) === (pair.action === 'add');
  const sent = service.sent.get(key) ?? [];
  const same = (service.byColleague.get(key) ?? []).filter(({ action }) => action === pair.action);
  if (pair.state === 'alreadySo') expect(sent, told).toHaveLength(0);
  if (pair.state !== 'done') return;
  const isSure = pair.doubt === undefined;
  if (isOurs && same.length === 0 && pair.doubt !== 'unread') expect(isSure, told).toBe(true);
  // What the service says, or does not say, takes the claim away.
  if (sent.length === 1 && pair.sends === 1) {
    if (pair.word === 'NO_CHANGE' || pair.word === 'FAILED') expect(isSure, told).toBe(false);
  }
  // Where no answer ever showed it otherwise, nobody can claim that the job changed it.
  if (!service.wasShown(key, pair.action === 'remove')) expect(isSure, told).toBe(false);
  if (!isSure || isOurs || !service.byColleague.has(key)) return;
  // Reversed by somebody since: the plan of the undo leaves it out.
  if (service.isHeld(key) !== (pair.action === 'add')) return;
  // Nobody can know of the very same change, made between our reading and our request. Nothing else is excused.
  // A tab that died just before it sent what it had written down looks to the next one as if it had sent it.
  const readAsOf =
    pair.sends > sent.length
      ? (service.firstRead.get(pair.userId) ?? 0)
      : Math.min(...sent.map(({ readAsOf }) => readAsOf));
  expect(
    same.some(({ at }) => at >= readAsOf),
    told,
  ).toBe(true);
}

async function expectUndo(day: Day): Promise<void> {
  const { service, stored } = day;
  const before = new Map([...service.held].map(([userId, held]) => [userId, new Set(held)]));
  const done = stored.pairs.filter(({ state }) => state === 'done');
  const undo = makePlan([undoWish(done, stored.job.id)], before);
  day.stored = day.newJob(undo.changes);
  await day.open();
  expect(day.stored.pairs.filter(({ state }) => state !== 'done')).toEqual([]);
  for (const { userId, licenseId, action, doubt } of done) {
    const wasAsWished = before.get(userId)?.has(licenseId) === (action === 'add');
    if (!wasAsWished || doubt !== undefined) continue;
    const held = before.get(userId);
    if (action === 'add') held?.delete(licenseId);
    else held?.add(licenseId);
  }
  expect(service.held, 'what was the job’s, and nothing else').toEqual(before);
}

describe('jobs on bad days: lost, late, lagging, half-done, halted, and with colleagues at work', () => {
  it(`${RUNS.count} runs: the word is true or unconfirmed, and undo takes back what was the job’s`, async () => {
    const totals = { done: 0, failed: 0, unconfirmed: 0, alreadySo: 0, notSent: 0 };
    for (let seed = RUNS.first; seed < RUNS.first + RUNS.count; seed += 1) {
      const counts = await runDay(seed).catch((error: unknown) => {
        throw new Error(`The run with seed ${seed} failed`, { cause: error });
      });
      for (const state of ['done', 'failed', 'unconfirmed', 'alreadySo', 'notSent'] as const) {
        totals[state] += counts[state];
      }
    }
    // The runs must have been about something.
    expect(totals.done).toBeGreaterThan(RUNS.count * 2);
    for (const count of Object.values(totals)) expect(count).toBeGreaterThan(RUNS.count / 50);
  }, 240_000);
});
