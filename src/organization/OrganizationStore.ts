import type { Api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { type Assignments, OrganizationIndex } from '@/model/organizationIndex';
import type { Census } from './census';
import { Gate } from './gate';
import {
  type Gap,
  type Load,
  loadOrganization,
  type Part,
  type ReadProgress,
  retryGaps,
} from './loadOrganization';
import type { OrganizationCache } from './organizationCache';
import { prepareViews } from './prepareViews';
import { Stopwatch } from './stopwatch';

export interface OrganizationSnapshot {
  readonly index: OrganizationIndex;
  /** The index changes in place: derive from `index` again whenever this number changes. */
  readonly version: number;
  /** `partial`: everything was tried, and some of it could not be read (see `gaps`). */
  readonly status: 'idle' | 'loading' | 'ready' | 'partial' | 'failed';
  /** Whether the load under way waits for `resume`. */
  readonly isPaused: boolean;
  /** How long the load under way has been reading, pauses left out. */
  readonly activeMs: number;
  /** Pages read by the load under way or, when none is, by the last. */
  readonly progress: Readonly<Record<Part, ReadProgress>>;
  readonly gaps: readonly Gap[];
  /** Why the load ended early, when status is `failed`. */
  readonly error: unknown;
  /** Epoch milliseconds of the last load that ended. */
  readonly loadedAt: number | undefined;
}

const NO_PROGRESS: ReadProgress = { done: 0, total: undefined };
const NOTHING_READ = { assignments: NO_PROGRESS, people: NO_PROGRESS };
/** Pages arrive faster than a person reads: listeners hear of them this often. */
const NOTIFY_MS = 100;
/** How long after the last page that shows the organization is left its requests are cancelled. */
const LEAVE_MS = 1_000;

/**
 * The organization of one session, loaded when the first page wants it and kept until sign-out. Leaving every page that
 * shows it calls a load off; coming back begins again. A refresh fills a new index and shows the old one meanwhile.
 */
export class OrganizationStore {
  readonly #api: Api;
  readonly #listeners = new Set<() => void>();
  #snapshot: OrganizationSnapshot = {
    index: new OrganizationIndex(),
    version: 0,
    status: 'idle',
    isPaused: false,
    activeMs: 0,
    progress: NOTHING_READ,
    gaps: [],
    error: undefined,
    loadedAt: undefined,
  };
  #load: AbortController | undefined;
  readonly #gate = new Gate();
  readonly #stopwatch = new Stopwatch();
  /** Read-backs that came while pages were on their way: a page read before may arrive after. */
  #newerThanTheLoad: Assignments[] = [];
  #notifyTimer: ReturnType<typeof setTimeout> | undefined;
  #leaveTimer: ReturnType<typeof setTimeout> | undefined;

  #cache: OrganizationCache | undefined;
  #selfId: string | undefined;
  /** Of the index that is being filled. */
  #censuses = { of: this.#snapshot.index, lists: new Map<string, Census>() };

  constructor(api: Api) {
    this.#api = api;
  }

  /** Shows what the cache kept until the service has answered, and keeps every complete reading in it. */
  async keepIn(cache: OrganizationCache): Promise<void> {
    this.#cache = cache;
    const cached = await cache.load();
    const { loadedAt, status } = this.#snapshot;
    const isNeeded = loadedAt === undefined && (status === 'idle' || status === 'loading');
    // A load under way goes on filling its own index, and shows it when it is whole.
    if (cached && isNeeded) this.#publish({ index: cached.index, loadedAt: cached.readAt });
  }

  /** Says who signed in: a list of people without them is known to be cut. */
  knowSelf(userId: string): void {
    this.#selfId = userId;
  }

  readonly getSnapshot = (): OrganizationSnapshot => this.#snapshot;

  /** Listens, and sees to it that the organization is or gets loaded. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    clearTimeout(this.#leaveTimer);
    if (this.#snapshot.status === 'idle') this.refresh();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#leaveTimer = setTimeout(() => this.stop(), LEAVE_MS);
    };
  };

  /** Reads everything anew. */
  refresh(): void {
    const shown = this.#snapshot;
    const index = shown.loadedAt === undefined ? shown.index : new OrganizationIndex();
    void this.#run(index, (load) => loadOrganization(load));
  }

  /** Reads what the last load could not; everything, when it ended before it could say what that is. */
  retryGaps(): void {
    const { gaps, index } = this.#snapshot;
    if (gaps.length === 0) {
      this.refresh();
      return;
    }
    void this.#run(index, (load) => retryGaps(load, gaps));
  }

  /** Reads what a lost connection kept from being read, where somebody looks. */
  retryAfterConnectionLoss(): void {
    const { status, error } = this.#snapshot;
    const isOver = status === 'failed' || status === 'partial';
    const wasLost = error instanceof ApiError && error.kind === 'network';
    if (isOver && wasLost && this.#listeners.size > 0) this.retryGaps();
  }

  /** Asks for no more pages until `resume`; those under way still arrive. */
  pause(): void {
    if (this.#snapshot.status !== 'loading') return;
    this.#gate.shut();
    this.#stopwatch.pause();
    this.#publish({});
  }

  resume(): void {
    this.#gate.open();
    this.#stopwatch.resume();
    this.#publish({});
  }

  /** Takes over what a read-back of some users said. */
  readonly applyReadBack = (read: Assignments): void => {
    this.#snapshot.index.applyReadBack(read);
    if (this.#load) this.#newerThanTheLoad.push(read);
    this.#publish({});
  };

  /** Cancels the load under way, if any. What was read stays. */
  stop(): void {
    clearTimeout(this.#leaveTimer);
    if (!this.#load) return;
    this.#load.abort();
    this.#load = undefined;
    this.#gate.open();
    const { loadedAt, gaps } = this.#snapshot;
    this.#publish({ status: loadedAt === undefined ? 'idle' : statusOf(gaps) });
  }

  async #run(index: OrganizationIndex, work: (load: Load) => Promise<Gap[]>): Promise<void> {
    this.#load?.abort();
    const controller = new AbortController();
    this.#load = controller;
    this.#newerThanTheLoad = [];
    this.#gate.open();
    this.#stopwatch.restart();
    this.#publish({ status: 'loading', progress: NOTHING_READ, error: undefined });
    const onProgress = (part: Part, progress: ReadProgress) => {
      if (controller.signal.aborted) return;
      prepareViews(index);
      this.#set({ progress: { ...this.#snapshot.progress, [part]: progress } });
      this.#notifySoon();
    };
    try {
      const { signal } = controller;
      const mayGoOn = () => this.#gate.passed();
      if (this.#censuses.of !== index) this.#censuses = { of: index, lists: new Map() };
      const gaps = await work({
        api: this.#api,
        index,
        censuses: this.#censuses.lists,
        selfId: () => this.#selfId,
        signal,
        mayGoOn,
        onProgress,
      });
      if (controller.signal.aborted) return;
      for (const read of this.#newerThanTheLoad) index.applyReadBack(read);
      const error = gaps[0]?.error;
      // A refresh that brought nothing takes nothing away.
      if (gaps.length > 0 && index.size === 0) this.#publish({ status: 'failed', error });
      else this.#show(index, gaps);
    } catch (error) {
      if (controller.signal.aborted) return;
      // The other part may still be reading, for a session that is over.
      controller.abort();
      this.#publish({ status: 'failed', error });
    } finally {
      if (this.#load === controller) this.#load = undefined;
    }
  }

  #show(index: OrganizationIndex, gaps: readonly Gap[]): void {
    const readAt = Date.now();
    const status = statusOf(gaps);
    this.#publish({ index, status, gaps, error: gaps[0]?.error, loadedAt: readAt });
    if (status === 'ready') void this.#cache?.save({ index, readAt });
  }

  #set(change: Partial<OrganizationSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    this.#snapshot = {
      ...next,
      version: next.index.version,
      isPaused: this.#gate.isShut && next.status === 'loading',
      activeMs: this.#stopwatch.ms,
    };
  }

  #notifySoon(): void {
    this.#notifyTimer ??= setTimeout(() => this.#publish({}), NOTIFY_MS);
  }

  #publish(change: Partial<OrganizationSnapshot>): void {
    clearTimeout(this.#notifyTimer);
    this.#notifyTimer = undefined;
    this.#set(change);
    for (const listener of this.#listeners) listener();
  }
}

function statusOf(gaps: readonly Gap[]): 'ready' | 'partial' {
  return gaps.length === 0 ? 'ready' : 'partial';
}
