import { t } from '@lingui/core/macro';
import type { Clock } from '@/api/clock';
import { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import { pairKey } from '@/model/plan';
import {
  FIRST_BATCH_SIZE,
  openStages,
  plannedIn,
  requestOf,
  takeBatch,
  usersIn,
  wordsOf,
} from './batches';
import type { JobPair, JobProblem, PairState } from './job';
import type { LiveJob } from './LiveJob';
import { isAboutItsContent, type JobService } from './service';
import { isAsWished, lastVerdictOn, problemOf, type Said, saidBy, verdictOn } from './verdict';

export interface RunOptions {
  readonly live: LiveJob;
  readonly service: JobService;
  readonly clock: Clock;
  /** Measures lengths of time where the clock may be set meanwhile. */
  readonly steadyNow: () => number;
  /** Writes the job down. What is not written did not happen as far as a later run knows. */
  readonly save: () => Promise<void>;
  readonly onChange: () => void;
  /** Told what each read-back said, so that the rest of the console shows the same. */
  readonly onReadBack: (read: Assignments) => void;
  /** Asked between requests: the administrator wants to pause or to cancel. */
  readonly halt: () => 'pause' | 'cancel' | undefined;
}

/** How often a pair is sent when the read-back keeps showing that an unanswered request was not carried out. */
const ATTEMPTS = 3;
const PAUSE_AFTER_TROUBLE_MS = 1_000;
/** The review has just read the users: a job that begins at once need not read them again. */
const REVIEW_IS_FRESH_MS = 60_000;

/** Thrown inside a run to end it before its time. */
class Halted extends Error {
  readonly problem: JobProblem | undefined;

  constructor(problem?: JobProblem) {
    super('The run was halted');
    this.problem = problem;
  }
}

/**
 * Works a job off: sends its pairs batch by batch, reads the users back after each request, and believes only that.
 * It can begin anywhere: at a new job, or at one that was paused or whose tab died between any two steps.
 */
export async function runJob(options: RunOptions): Promise<void> {
  const run = new Run(options);
  await run.work();
}

class Run {
  readonly #options: RunOptions;
  readonly #pairs: readonly JobPair[];
  #batchSize = FIRST_BATCH_SIZE;
  #lastTick: number;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#pairs = options.live.pairs;
    this.#lastTick = options.steadyNow();
  }

  async work(): Promise<void> {
    const { live, clock, halt } = this.#options;
    const { job } = live;
    const age = clock.now() - job.createdAt;
    // An age below nothing is that of a clock that was set: how old the review is, is not known.
    const reviewIsFresh = job.startedAt === undefined && age >= 0 && age < REVIEW_IS_FRESH_MS;
    job.status = 'running';
    job.phase = 'sending';
    job.startedAt ??= clock.now();
    delete job.problem;
    delete job.endedAt;
    await this.#commit();
    try {
      await this.#settleSent();
      if (!reviewIsFresh) await this.#refreshPlanned();
      await this.#sendAll();
      job.phase = 'verifying';
      await this.#commit();
      await this.#verify();
      job.status = 'finished';
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      job.status = halt() === 'cancel' ? 'cancelled' : 'paused';
      if (error.problem) job.problem = error.problem;
      if (job.status === 'cancelled') this.#giveUpPlanned();
    }
    if (job.status !== 'paused') job.endedAt = clock.now();
    await this.#commit();
  }

  /** A request that an earlier run sent and never saw answered: the read-back tells whether it was carried out. */
  async #settleSent(): Promise<void> {
    const sent = this.#numbersIn('sent');
    if (sent.length === 0) return;
    const read = await this.#readBack(sent);
    for (const number of sent) {
      const pair = this.#pair(number);
      const state = isAsWished(pair, read) ? 'done' : 'planned';
      this.#set(number, read.has(pair.userId) ? state : 'unconfirmed');
    }
    await this.#commit();
  }

  /** Between review and sending others may have changed something: pairs that are as wished by now are not sent. */
  async #refreshPlanned(): Promise<void> {
    const planned = this.#numbersIn('planned');
    if (planned.length === 0) return;
    const read = await this.#readBack(planned);
    for (const number of planned) {
      if (isAsWished(this.#pair(number), read)) this.#set(number, 'alreadySo');
    }
    await this.#commit();
  }

  async #sendAll(): Promise<void> {
    for (const stage of openStages(this.#pairs)) {
      const queue = plannedIn(this.#pairs, stage).filter((number) => this.#isReady(number));
      while (queue.length > 0) {
        if (this.#options.halt()) throw new Halted();
        const again = await this.#sendBatch(takeBatch(queue, this.#batchSize));
        queue.unshift(...again);
      }
    }
  }

  /** A change that needs another one to be in place is not sent when that one did not succeed. */
  #isReady(number: number): boolean {
    const pair = this.#pair(number);
    const missing = pair.needs.find((licenseId) => !this.#isInPlace(pair.userId, licenseId));
    if (missing === undefined) return true;
    this.#set(number, 'notSent', {
      note: t`${missing} could not be assigned, and this change depends on it`,
    });
    return false;
  }

  readonly #numberOf = new Map<string, number>();

  #isInPlace(userId: string, licenseId: string): boolean {
    if (this.#numberOf.size === 0) {
      this.#pairs.forEach((pair, number) => this.#numberOf.set(pairKey(pair), number));
    }
    const number = this.#numberOf.get(pairKey({ userId, licenseId }));
    const state = number === undefined ? 'done' : this.#pair(number).state;
    return state === 'done' || state === 'alreadySo';
  }

  /** Sends one request and finds out what became of it. Returns the pairs that are to be sent again. */
  async #sendBatch(numbers: readonly number[]): Promise<number[]> {
    const { service, live } = this.#options;
    for (const number of numbers) this.#set(number, 'sent');
    // Written before it is sent: whatever happens now, a later run knows that these pairs need a read-back.
    await this.#commit();
    live.job.requests += 1;

    let words = new Map<string, string>();
    let lost: ApiError | undefined;
    try {
      words = wordsOf(await service.post(requestOf(numbers.map((number) => this.#pair(number)))));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!error.outcomeUnknown) return this.#refused(numbers, error);
      lost = error;
      if (error.status === 408 || error.status === 504) this.#shrinkBatches(numbers.length);
    }
    const again = this.#judge(numbers, await this.#readBack(numbers), words, lost);
    if (again.length > 0) {
      await this.#commit();
      await this.#options.clock.sleep(PAUSE_AFTER_TROUBLE_MS);
    } else {
      // Nothing is waited for before the next commit, which writes this down along with what is sent next.
      this.#show();
    }
    return again;
  }

  /** The service said no before doing anything: to the session, to the size, or to something in the batch. */
  async #refused(numbers: readonly number[], error: ApiError): Promise<number[]> {
    const [only] = numbers;
    if (isAboutItsContent(error) && numbers.length === 1 && only !== undefined) {
      this.#set(only, 'failed', saidBy(error));
      await this.#commit();
      return [];
    }
    for (const number of numbers) this.#set(number, 'planned');
    await this.#commit();
    if (!isAboutItsContent(error)) throw new Halted(problemOf(error));
    // Halved until what is refused stands alone; the others go through.
    const half = Math.ceil(numbers.length / 2);
    if (error.status === 413) this.#shrinkBatches(numbers.length);
    const again = await this.#sendBatch(numbers.slice(0, half));
    return [...again, ...(await this.#sendBatch(numbers.slice(half)))];
  }

  /** Gives each pair its verdict, and returns those that are to be sent again. */
  #judge(
    numbers: readonly number[],
    read: Assignments,
    words: ReadonlyMap<string, string>,
    lost: ApiError | undefined,
  ): number[] {
    const again: number[] = [];
    for (const number of numbers) {
      const pair = this.#pair(number);
      const { state, said } = verdictOn(pair, read, { word: words.get(pairKey(pair)), lost });
      if (state === 'planned' && lost && ++pair.attempts === ATTEMPTS) {
        this.#set(number, 'failed', saidBy(lost));
      } else {
        this.#set(number, state, said);
        if (state === 'planned') again.push(number);
      }
    }
    return again;
  }

  /**
   * The last look. A removed license may have come back with a role, and a change may have been slow to show: what the
   * service says now is the job's last word.
   */
  async #verify(): Promise<void> {
    const doubtful = this.#pairs.flatMap((pair, number) =>
      pair.state === 'unconfirmed' ||
      pair.state === 'failed' ||
      (pair.state === 'done' && pair.action === 'remove')
        ? [number]
        : [],
    );
    if (doubtful.length === 0) return;
    const read = await this.#readBack(doubtful);
    for (const number of doubtful) {
      const verdict = lastVerdictOn(this.#pair(number), read);
      if (verdict) this.#set(number, verdict.state, verdict.said);
    }
  }

  /** Reads the users of these pairs. Where that fails nothing is claimed: the pairs keep their state for a later run. */
  async #readBack(numbers: readonly number[]): Promise<Assignments> {
    const { service, live, onReadBack } = this.#options;
    const userIds = usersIn(numbers.map((number) => this.#pair(number)));
    try {
      const read = await service.read(userIds, { onRequest: () => (live.job.requests += 1) });
      onReadBack(read);
      return read;
    } catch (error) {
      if (error instanceof ApiError) throw new Halted(problemOf(error));
      throw error;
    }
  }

  #giveUpPlanned(): void {
    for (const number of this.#numbersIn('planned'))
      this.#set(number, 'notSent', { note: t`The job was cancelled` });
  }

  #shrinkBatches(refusedSize: number): void {
    this.#batchSize = Math.max(1, Math.floor(refusedSize / 2));
  }

  #numbersIn(state: PairState): number[] {
    return this.#pairs.flatMap((pair, number) => (pair.state === state ? [number] : []));
  }

  #pair(number: number): JobPair {
    const pair = this.#pairs[number];
    if (!pair) throw new RangeError(`The job has no pair ${number}`);
    return pair;
  }

  #set(number: number, state: PairState, said: Said = {}): void {
    const pair = this.#pair(number);
    delete pair.word;
    delete pair.note;
    delete pair.contextId;
    Object.assign(pair, said, { state });
    this.#options.live.touch(number);
  }

  async #commit(): Promise<void> {
    this.#tick();
    await this.#options.save();
    this.#options.onChange();
  }

  #show(): void {
    this.#tick();
    this.#options.onChange();
  }

  #tick(): void {
    const now = this.#options.steadyNow();
    this.#options.live.job.activeMs += now - this.#lastTick;
    this.#lastTick = now;
  }
}
