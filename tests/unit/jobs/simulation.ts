import type { IBackoffFactory } from 'cockatiel';
import { type Api, createApi } from '@/api/client';
import type { Clock } from '@/api/clock';
import { RateGauge } from '@/api/rateGauge';
import type { LicenseBatchAssignmentRequest } from '@/api/schema';
import { countStates, type Job, type JobPair, newPairs } from '@/jobs/job';
import { LiveJob } from '@/jobs/LiveJob';
import { runJob } from '@/jobs/runJob';
import { jobServiceOf } from '@/jobs/service';
import { DefinitionGraph } from '@/model/definitions';
import type { Change } from '@/model/plan';
import { stageChanges } from '@/model/stages';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox';

const API_URL = 'https://api.example.test';
const atOnce: IBackoffFactory<unknown> = {
  next: () => ({ duration: 0, next: () => atOnce.next({}) }),
};

/** Time that passes only when somebody waits. */
export function virtualClock(
  start = Date.UTC(2026, 10, 25),
): Clock & { advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

export interface World {
  readonly sandbox: Sandbox;
  readonly api: Api;
  readonly clock: ReturnType<typeof virtualClock>;
  /** Every pair that was ever sent, as "add user license". */
  readonly sentPairs: Set<string>;
  /** False spares the copies that only a dying tab would leave behind. */
  canDie: boolean;
  /** Set to end the tab's life: from then on nothing it waits for ever comes back. */
  dead: boolean;
  /** Called before and after each request, and before each save: a place to die. */
  onStep: () => void;
}

/** A sandbox with a console before it, in virtual time. */
export function createWorld(options: SandboxOptions = {}): World {
  const clock = virtualClock();
  const sandbox = createSandbox({
    users: 25,
    rateLimit: null,
    rolesImplyLicenses: false,
    ...options,
    now: clock.now,
  });
  const sentPairs = new Set<string>();
  const world: World = {
    sandbox,
    clock,
    sentPairs,
    canDie: true,
    dead: false,
    onStep: () => undefined,
    get api() {
      return createApi({
        baseUrl: API_URL,
        getToken: () => sandbox.issueToken(),
        onUnauthorized: () => undefined,
        transport: { clock, gauge: new RateGauge(clock), backoff: atOnce, send },
      });
    },
  };

  async function send(request: Request): Promise<Response> {
    if (request.method === 'POST' && request.url.endsWith('/license/organization')) {
      for (const pair of await pairsIn(request.clone())) sentPairs.add(pair);
    }
    await step(world);
    const response = await sandbox.fetch(request);
    await step(world);
    return response;
  }
  return world;
}

async function step(world: World): Promise<void> {
  world.onStep();
  if (world.dead) await new Promise(() => undefined);
}

async function pairsIn(request: Request): Promise<string[]> {
  const body: LicenseBatchAssignmentRequest = await request.json();
  const { assignments } = body;
  return assignments.flatMap(({ licenseId, userIdsAdd, userIdsRemove }) => [
    ...userIdsAdd.map((userId) => `add ${userId} ${licenseId}`),
    ...userIdsRemove.map((userId) => `remove ${userId} ${licenseId}`),
  ]);
}

/** A job as the store has it: what a tab that dies leaves behind. */
export class StoredJob {
  #written: { job: Job; pairs: JobPair[] };

  constructor(world: World, changes: readonly Change[]) {
    const definitions = [...world.sandbox.organization.definitions.values()];
    const staged = stageChanges(changes, new DefinitionGraph(definitions));
    const job: Job = {
      id: 'job',
      owner: 'somebody',
      title: 'A job',
      createdAt: world.clock.now(),
      pairCount: staged.length,
      status: 'planned',
      phase: 'sending',
      activeMs: 0,
      requests: 0,
    };
    this.#written = { job, pairs: newPairs(staged, (userId) => userId) };
  }

  get job(): Job {
    return this.#written.job;
  }

  get pairs(): readonly JobPair[] {
    return this.#written.pairs;
  }

  get counts() {
    return countStates(this.#written.pairs);
  }

  /** Opens the job in a new tab and runs it until it halts, ends, or the tab dies. */
  async run(
    world: World,
    halt: () => 'pause' | 'cancel' | undefined = () => undefined,
  ): Promise<void> {
    const { job, pairs } = structuredClone(this.#written);
    const live = new LiveJob(job, pairs);
    world.dead = false;
    let died: () => void = () => undefined;
    const death = new Promise<void>((resolve) => {
      died = resolve;
    });
    const onStep = world.onStep;
    world.onStep = () => {
      if (!world.dead) onStep();
      if (world.dead) died();
    };
    try {
      await Promise.race([
        death,
        runJob({
          live,
          service: jobServiceOf(world.api),
          clock: world.clock,
          steadyNow: world.clock.now,
          halt,
          onChange: () => undefined,
          onReadBack: () => undefined,
          save: async () => {
            await step(world);
            if (world.canDie || job.status !== 'running') {
              this.#written = structuredClone({ job, pairs });
            }
          },
        }),
      ]);
    } finally {
      world.onStep = onStep;
    }
  }
}
