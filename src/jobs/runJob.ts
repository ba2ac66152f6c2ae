import { t } from '@lingui/core/macro';
import type { Clock } from '@/api/clock';
import { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import { FIRST_BATCH_SIZE, requestOf, wordsOf } from './batches';
import { Follower } from './Follower';
import { isOpen, type JobProblem } from './job';
import type { LiveJob } from './LiveJob';
import { PairBook } from './PairBook';
import { Reader } from './Reader';
import { SendQueue } from './SendQueue';
import { SteadyTime } from './SteadyTime';
import { isAboutItsContent, type JobService } from './service';
import { problemOf, shownIn, wordsOn } from './verdict';

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
  /** Asked between any two requests: the administrator wants to pause or to cancel. */
  readonly halt: () => 'pause' | 'cancel' | undefined;
}

/** Thrown inside a run to end it before its time. */
class Halted extends Error {
  readonly problem: JobProblem | undefined;

  constructor(problem?: JobProblem) {
    super('The run was halted');
    this.problem = problem;
  }
}

/**
 * Works off a job: reads the users of each batch, sends it, reads them back, and believes only that.
 * It can begin anywhere: at a new job, or at one that was paused or whose tab died between any two steps.
 * What a pair may claim stands in docs/decisions/0006.
 */
export async function runJob(options: RunOptions): Promise<void> {
  await new Run(options).work();
}

class Run {
  readonly #options: RunOptions;
  readonly #book: PairBook;
  readonly #time: SteadyTime;
  readonly #reader: Reader;
  readonly #follower: Follower;
  #queue: SendQueue;
  #batchSize = FIRST_BATCH_SIZE;
  #lastTick: number;

  constructor(options: RunOptions) {
    const { live, service, clock, steadyNow, onReadBack } = options;
    this.#options = options;
    this.#lastTick = steadyNow();
    this.#time = new SteadyTime(clock, steadyNow);
    this.#book = new PairBook(live);
    this.#reader = new Reader({
      service,
      now: () => this.#time.now(),
      beforeRequest: () => {
        this.#haltIfWished();
        live.job.requests += 1;
      },
      onRead: onReadBack,
      errorOf: (error) => new Halted(problemOf(error)),
    });
    this.#follower = new Follower({
      book: this.#book,
      now: () => this.#time.now(),
      read: (numbers) => this.#read(numbers),
      onAgain: (numbers) => this.#queue.sendAgain(numbers),
      onSettled: () => this.#queue.wake(),
    });
    this.#queue = this.#newQueue();
  }

  async work(): Promise<void> {
    const { live, clock, halt } = this.#options;
    const { job } = live;
    job.status = 'running';
    job.phase = 'sending';
    job.startedAt ??= clock.now();
    delete job.problem;
    delete job.endedAt;
    await this.#commit();
    try {
      await this.#settleEarlier();
      await this.#sendAll();
      job.phase = 'verifying';
      await this.#commit();
      await this.#verify();
      job.status = 'finished';
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      if (halt()) await this.#settleBeforeHalt();
      else if (error.problem) job.problem = error.problem;
      job.status = halt() === 'cancel' ? 'cancelled' : 'paused';
      if (job.status === 'cancelled') this.#giveUpPlanned();
    }
    if (job.status !== 'paused') job.endedAt = clock.now();
    await this.#commit();
  }

  /** What earlier runs sent and never saw in place: perhaps it is there by now. */
  async #settleEarlier(): Promise<void> {
    const sent = this.#book.numbersWhere(
      ({ state, sends }) => state === 'sent' || (state === 'unconfirmed' && sends > 0),
    );
    if (sent.length === 0) return;
    this.#follower.follow(sent, await this.#read(sent), false);
    await this.#commit();
  }

  async #sendAll(): Promise<void> {
    this.#queue = this.#newQueue();
    for (;;) {
      this.#haltIfWished();
      if (await this.#follower.lookAtDue()) this.#show();
      const batch = this.#queue.take(this.#batchSize);
      if (batch.length > 0) await this.#sendBatch(batch);
      else if (!(await this.#waitForLook())) return;
    }
  }

  /** Waits until the next look is due. Gives false where nothing is followed any more. */
  async #waitForLook(): Promise<boolean> {
    const ms = this.#follower.nextIn();
    if (ms === undefined) return false;
    // What is known so far is written down and shown before a time in which nothing happens.
    this.#options.live.job.phase = 'verifying';
    await this.#commit();
    await this.#time.wait(ms, () => this.#haltIfWished());
    return true;
  }

  /** Reads the users of a batch, sends what is not as wished, and finds out what became of it. */
  async #sendBatch(batch: readonly number[]): Promise<void> {
    const book = this.#book;
    const before = await this.#reader.readUnlessJustRead(book.usersOf(batch));
    const numbers = book.settle(batch, before);
    if (numbers.length === 0) {
      this.#show();
      return;
    }
    for (const number of numbers) {
      book.noteBefore(number, before);
      book.sent(number);
    }
    this.#options.live.job.phase = 'sending';
    // Written before it is sent: whatever happens now, a later run knows that these pairs need a reading.
    await this.#commit();
    if (this.#options.halt()) {
      for (const number of numbers) book.neverLeft(number);
      throw new Halted();
    }
    this.#options.live.job.requests += 1;
    try {
      const request = requestOf(numbers.map((number) => book.pair(number)));
      const words = wordsOf(await this.#options.service.post(request));
      for (const number of numbers) book.answered(number, words);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!error.outcomeUnknown) return this.#refused(numbers, error);
      if (error.status === 408 || error.status === 504) this.#shrinkBatches(numbers.length);
      for (const number of numbers) book.lost(number, error);
    }
    this.#follower.follow(numbers, await this.#read(numbers), true);
    // Nothing is waited for before the next commit, which writes this down along with what is sent next.
    this.#show();
  }

  /** The service said no: to the session, to the size, or to something in the batch. A part may be done all the same. */
  async #refused(numbers: readonly number[], error: ApiError): Promise<void> {
    const book = this.#book;
    if (!isAboutItsContent(error)) {
      for (const number of numbers) {
        if (error.kind === 'notSent') book.neverLeft(number);
        else book.refusedForNow(number);
      }
      throw new Halted(problemOf(error));
    }
    if (error.status === 413) this.#shrinkBatches(numbers.length);
    const [only] = numbers;
    if (only !== undefined && numbers.length === 1) {
      book.refusedAlone(only, error);
      this.#follower.follow(numbers, await this.#read(numbers), true);
    } else {
      for (const number of numbers) book.refusedWithOthers(number);
      // Halved until what is refused stands alone; the others go through.
      const rest = book.settle(numbers, await this.#read(numbers));
      for (const number of rest) book.set(number, 'planned');
      this.#queue.halve(rest);
    }
    this.#show();
  }

  /** The last look: a removed license may have come back with a role, and a change may have been slow to show. */
  async #verify(): Promise<void> {
    const book = this.#book;
    const open = book.numbersWhere(isOpen);
    const removed = book.numbersWhere(
      ({ state, action }) => state === 'done' && action === 'remove',
    );
    if (open.length + removed.length === 0) return;
    const read = await this.#read([...open, ...removed]);
    book.settle(open, read);
    this.#follower.followUndone(
      removed.filter((number) => shownIn(read, book.pair(number)) === 'different'),
    );
    while (await this.#waitForLook()) await this.#follower.lookAtDue();
  }

  /** What was sent is looked at once more before the administrator's wish is done. */
  async #settleBeforeHalt(): Promise<void> {
    const { halt, live } = this.#options;
    const book = this.#book;
    const isCancel = halt() === 'cancel';
    const numbers = book.numbersWhere(
      ({ state, openSends }, number) =>
        state === 'sent' ||
        this.#follower.follows(number) ||
        (isCancel && state === 'planned' && openSends > 0),
    );
    if (numbers.length === 0) return;
    let read: Assignments = new Map();
    try {
      read = await this.#reader.read(book.usersOf(numbers), () => {
        live.job.requests += 1;
      });
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
    }
    // Whatever the service said: it was not looked at for long enough to be sure.
    const note = t`Sent; the service did not show the change when the job halted`;
    for (const number of book.settle(numbers, read)) {
      book.set(number, 'unconfirmed', { ...wordsOn(book.pair(number)), note });
    }
  }

  #giveUpPlanned(): void {
    for (const number of this.#book.numbersWhere(({ state }) => state === 'planned')) {
      this.#book.giveUp(number, 'cancelled', t`The job was cancelled`);
    }
  }

  #read(numbers: readonly number[]): Promise<Assignments> {
    return this.#reader.read(this.#book.usersOf(numbers));
  }

  #newQueue(): SendQueue {
    return new SendQueue({
      pairs: this.#book.all,
      isFollowed: (number) => this.#follower.follows(number),
      onHeld: (number, missing) => {
        const note = t`Held back: it needs the change of ${missing}, which is not done`;
        this.#book.giveUp(number, 'needs', note);
      },
    });
  }

  #shrinkBatches(refusedSize: number): void {
    this.#batchSize = Math.max(1, Math.floor(refusedSize / 2));
  }

  #haltIfWished(): void {
    if (this.#options.halt()) throw new Halted();
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
