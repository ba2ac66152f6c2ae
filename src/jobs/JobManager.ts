import { t } from '@lingui/core/macro';
import type { Clock } from '@/api/clock';
import { newId } from '@/api/newId';
import type { Assignments } from '@/model/organizationIndex';
import type { StagedChange } from '@/model/stages';
import { checkJob } from './checkJob';
import type { JobStore, UserJob } from './JobStore';
import { isRetryable, type Job, newPairs } from './job';
import { type JobView, viewOf } from './jobView';
import { LiveJob } from './LiveJob';
import type { JobLocks } from './locks';
import { Pacer } from './Pacer';
import { planAgain } from './planAgain';
import { runJob } from './runJob';
import type { JobService } from './service';

export interface NewJob {
  readonly title: string;
  readonly changes: readonly StagedChange[];
  /** What a user is called now. */
  readonly nameOf: (userId: string) => string;
  readonly undoOf?: string;
}

interface JobManagerOptions {
  /** Service, organization and user: see Job.owner. */
  readonly owner: string;
  readonly service: JobService;
  readonly store: JobStore;
  readonly locks: JobLocks;
  readonly clock: Clock;
  /** A clock that nobody sets; the other one where there is none. */
  readonly steadyNow?: () => number;
  readonly onReadBack: (read: Assignments) => void;
}

/** `progress`: a running job came further, as it does many times a second. `state`: anything else. */
export type JobListener = (change: 'progress' | 'state') => void;

interface Entry {
  live: LiveJob;
  view: JobView;
  halt: 'pause' | 'cancel' | undefined;
}

/** Other tabs read the whole job whenever they hear of it. */
const TELL_TABS_MS = 500;
/** How often to look whether another tab still works on what is shown here as its work: tabs crash without a word. */
const WATCH_TABS_MS = 1_000;

/** The jobs of one signed-in session: begun, halted and watched from any page, and run on while pages come and go. */
export class JobManager {
  readonly #options: JobManagerOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<JobListener>();
  readonly #runs = new Map<string, Promise<void>>();
  #channel: BroadcastChannel | undefined;
  #running = 0;

  constructor(options: JobManagerOptions) {
    this.#options = options;
  }

  /**
   * Listens to this user's other tabs. Returns how to stop: jobs that run here then halt after the request under way.
   */
  attach(): () => void {
    const channel = new BroadcastChannel('license-console.jobs');
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') void this.#followOtherTab(data);
    });
    this.#channel = channel;
    const watch = setInterval(() => void this.#watchOtherTabs(), WATCH_TABS_MS);
    return () => {
      clearInterval(watch);
      for (const jobId of this.#entries.keys()) this.pause(jobId);
      this.#channel = undefined;
      channel.close();
    };
  }

  /** How many jobs this tab runs. */
  get running(): number {
    return this.#running;
  }

  readonly subscribe = (listener: JobListener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The job as far as it is loaded; see `open`. */
  view(jobId: string): JobView | undefined {
    return this.#entries.get(jobId)?.view;
  }

  /** Writes a new job down, with every pair planned. Rejects where there is no room for it. */
  async create({ title, changes, nameOf, undoOf }: NewJob): Promise<string> {
    const { owner, clock, store } = this.#options;
    const live = new LiveJob(
      {
        id: newId(),
        owner,
        title,
        createdAt: clock.now(),
        pairCount: changes.length,
        ...(undoOf !== undefined && { undoOf }),
        status: 'planned',
        phase: 'sending',
        activeMs: 0,
        requests: 0,
      },
      newPairs(changes, nameOf),
    );
    await store.create(live).catch(inWords);
    this.#keep(live, 'nobody');
    this.#changed(live.job.id);
    return live.job.id;
  }

  /** Loads a job for `view`. Resolves to undefined where this user has no such job in this browser. */
  async open(jobId: string): Promise<JobView | undefined> {
    const known = this.#entries.get(jobId);
    if (known) return known.view;
    return this.#load(jobId);
  }

  /** This user's jobs in this browser, newest first. */
  list(): Promise<Job[]> {
    return this.#options.store.list(this.#options.owner);
  }

  /** What this user's jobs in this browser did to somebody, newest first. */
  listOfUser(userId: string): Promise<UserJob[]> {
    return this.#options.store.listOfUser(this.#options.owner, userId);
  }

  /**
   * Begins or goes on with a job; resolves when it halts or ends. Does nothing where another tab runs it, and joins the run
   * where this one does.
   */
  run(jobId: string): Promise<void> {
    const underWay = this.#runs.get(jobId);
    if (underWay) return underWay;
    const run = this.#runUnderLock(jobId).finally(() => this.#runs.delete(jobId));
    this.#runs.set(jobId, run);
    return run;
  }

  pause(jobId: string): void {
    if (this.view(jobId)?.runner === 'here') this.#halt(jobId, 'pause');
  }

  /** Ends a job early. What was sent is still read back; the rest is never sent. */
  async cancel(jobId: string): Promise<void> {
    const entry = this.#entries.get(jobId);
    if (!entry) return;
    this.#halt(jobId, 'cancel');
    if (entry.view.runner === 'nobody') await this.run(jobId);
  }

  /**
   * Makes these changes of a job that is over wait to be sent once more, as its review gave them. Rejects, and leaves the
   * job as it was, where that cannot be written down or another tab works on it.
   */
  async planAgain(jobId: string, { changes, nameOf }: Pick<NewJob, 'changes' | 'nameOf'>) {
    await this.#alone(jobId, async (live) => {
      planAgain(live, changes, nameOf);
      live.job.status = 'paused';
      delete live.job.problem;
      await this.#options.store.save(live);
    });
  }

  /** Plans what failed or was left unconfirmed once more, as it was, and runs that alone. */
  async retryFailed(jobId: string): Promise<void> {
    const changes = (await this.open(jobId))?.pairs.filter(isRetryable) ?? [];
    await this.planAgain(jobId, { changes, nameOf: (userId) => userId });
    await this.run(jobId);
  }

  /** Reads what is not known to be in place once more, and sends nothing. Rejects where that cannot be read or kept. */
  async checkAgain(jobId: string): Promise<void> {
    const { service, store, onReadBack } = this.#options;
    await this.#alone(jobId, (live) =>
      checkJob({ live, service, onReadBack, save: () => store.save(live) }),
    );
  }

  /** Goes on with jobs of this tab that a lost connection halted. */
  async resumeAfterConnectionLoss(): Promise<void> {
    const halted = [...this.#entries.values()].filter(
      ({ view }) => view.runner === 'nobody' && view.job.problem?.kind === 'connection',
    );
    await Promise.all(halted.map(({ live }) => this.run(live.job.id)));
  }

  /** Forgets a job. Gives false, and does nothing, where a tab works on it. */
  async delete(jobId: string): Promise<boolean> {
    const { locks, store } = this.#options;
    const isGone = await locks.whileHolding(jobId, async () => {
      await store.delete(jobId);
      return true;
    });
    if (isGone !== true) return false;
    this.#entries.delete(jobId);
    this.#changed(jobId);
    return true;
  }

  /** Jobs that halted without the administrator's wish and can go on: nobody works on them. */
  async interrupted(): Promise<Job[]> {
    const { locks } = this.#options;
    const halted = (await this.list()).filter(
      ({ status, problem }) =>
        status === 'running' || (status === 'paused' && problem?.kind === 'connection'),
    );
    // Without locks across tabs nobody can tell whether another tab works on it.
    if (!locks.isAcrossTabs) {
      return halted.filter(({ id, status }) => status === 'paused' && this.#entries.has(id));
    }
    const held = await Promise.all(halted.map(({ id }) => locks.isHeld(id)));
    return halted.filter((_, at) => !held[at]);
  }

  /** Whether this is a job whose tab was closed, and that is taken up again without being asked. */
  goesOnByItself({ job, runner }: JobView): boolean {
    return runner === 'nobody' && job.status === 'running' && this.#options.locks.isAcrossTabs;
  }

  async #runUnderLock(jobId: string): Promise<void> {
    const { locks } = this.#options;
    let isWritten = true;
    await locks.whileHolding(jobId, async () => {
      // Read under the lock: another tab may have gone on with it since this one last looked.
      const view = await this.#load(jobId, true);
      if (!view || view.job.status === 'finished' || view.job.status === 'cancelled') return;
      isWritten = await this.#runLoaded(jobId);
    });
    // Otherwise what this tab knows is more than the store does.
    if (isWritten) await this.#load(jobId);
    // Others may have looked before the lock was free.
    this.#tellTabs(jobId);
  }

  /** Does something with a job that nobody works on. What cannot be kept is not shown either. */
  async #alone(jobId: string, work: (live: LiveJob) => Promise<void>): Promise<void> {
    const isDone = await this.#options.locks.whileHolding(jobId, async () => {
      await this.#load(jobId, true);
      const live = this.#entries.get(jobId)?.live;
      if (!live) return false;
      await work(live).catch(async (error: unknown) => {
        await this.#load(jobId, true);
        return inWords(error);
      });
      return true;
    });
    if (isDone !== true) throw new Error(t`This job is running in another tab, or was deleted.`);
    await this.#load(jobId);
    this.#tellTabs(jobId);
  }

  /** Gives whether the end of the run could be written down. */
  async #runLoaded(jobId: string): Promise<boolean> {
    const entry = this.#entries.get(jobId);
    if (!entry) return true;
    const { live } = entry;
    const { service, store, clock, steadyNow = clock.now, onReadBack } = this.#options;
    const tabs = new Pacer(TELL_TABS_MS, () => this.#tellTabs(jobId));
    this.#running += 1;
    this.#show(entry, 'here');
    try {
      await runJob({
        live,
        service,
        clock,
        steadyNow,
        onReadBack,
        save: () => store.save(live),
        onChange: () => {
          // That it halted or ended is shown once it is over, along with what can be done then.
          if (live.job.status !== 'running') return;
          entry.view = viewOf(live, 'here', entry.halt);
          tabs.ask();
          this.#notify('progress');
        },
        halt: () => entry.halt,
      });
      return true;
    } catch (error) {
      live.job.status = 'paused';
      live.job.problem = isStorageFull(error)
        ? { kind: 'storage', message: storageFull() }
        : { kind: 'service', message: consoleError(messageOf(error)) };
      return await store.save(live).then(
        () => true,
        () => false,
      );
    } finally {
      this.#running -= 1;
      tabs.stop();
      entry.halt = undefined;
      this.#show(entry, 'nobody');
    }
  }

  #halt(jobId: string, halt: 'pause' | 'cancel'): void {
    const entry = this.#entries.get(jobId);
    if (!entry || entry.halt === halt) return;
    entry.halt = halt;
    this.#show(entry, entry.view.runner);
  }

  /** @param isOurs this caller holds the job's lock. */
  async #load(jobId: string, isOurs = false): Promise<JobView | undefined> {
    const { owner, store, locks } = this.#options;
    const known = this.#entries.get(jobId);
    if (known?.view.runner === 'here') return known.view;
    const [live, held] = await Promise.all([store.load(owner, jobId), locks.isHeld(jobId)]);
    if (!live) {
      this.#entries.delete(jobId);
      return undefined;
    }
    return this.#keep(live, held && !isOurs ? 'elsewhere' : 'nobody');
  }

  async #watchOtherTabs(): Promise<void> {
    for (const [jobId, { view }] of this.#entries) {
      if (view.runner !== 'elsewhere') continue;
      if (!(await this.#options.locks.isHeld(jobId))) await this.#load(jobId);
    }
  }

  async #followOtherTab(jobId: string): Promise<void> {
    if (this.#entries.has(jobId)) await this.#load(jobId);
    this.#notify('state');
  }

  #keep(live: LiveJob, runner: JobView['runner']): JobView {
    const halt = this.#entries.get(live.job.id)?.halt;
    const view = viewOf(live, runner, halt);
    this.#entries.set(live.job.id, { live, view, halt });
    this.#notify('state');
    return view;
  }

  #show(entry: Entry, runner: JobView['runner']): void {
    entry.view = viewOf(entry.live, runner, entry.halt);
    this.#changed(entry.live.job.id);
  }

  #changed(jobId: string): void {
    this.#tellTabs(jobId);
    this.#notify('state');
  }

  #tellTabs(jobId: string): void {
    this.#channel?.postMessage(jobId);
  }

  #notify(change: 'progress' | 'state'): void {
    for (const listener of this.#listeners) listener(change);
  }
}

const storageFull = (): string =>
  t`The storage of this browser is full, so the job cannot be written down.`;

function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Throws the error on, as one that tells an administrator what to do. */
function inWords(error: unknown): never {
  throw isStorageFull(error) ? new Error(storageFull(), { cause: error }) : error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const consoleError = (message: string): string => t`An error of the console: ${message}`;
