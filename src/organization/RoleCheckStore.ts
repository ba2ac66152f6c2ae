import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/client';
import { inferredLicensesQuery, licenseKeys } from '@/api/licenses';
import type { RoleSet } from '@/model/findingsRoles';
import type { ReadProgress } from './loadOrganization';
import { ROLE_PAGES_KEY, readRoleSets, type SameRoles } from './readRoleSets';

export interface RoleCheck {
  /** What is being read now: the roles of users, or what each set of roles implies. */
  readonly reading: 'users' | 'sets' | undefined;
  /** Requests of this step. */
  readonly progress: ReadProgress;
  /** Undefined until the roles of users were read once. */
  readonly roleSets: readonly RoleSet[] | undefined;
  /** Something was left unread: it was stopped, or the service did not answer it. */
  readonly isPartial: boolean;
  readonly error: unknown;
  /** Epoch milliseconds of the last check that ended. */
  readonly checkedAt: number | undefined;
}

const INFER_KEY = [...licenseKeys.all, 'infer'];
const NO_PROGRESS: ReadProgress = { done: 0, total: undefined };
/** Questions about sets under way at once. */
const CONCURRENCY = 3;
/** A service that refuses so many sets in one check refuses all of them. */
const MOST_FAILURES = 5;

/** What the roles of all users imply, read when somebody asks for it and kept as long as the session. */
export class RoleCheckStore {
  readonly #api: Api;
  readonly #queryClient: QueryClient;
  readonly #listeners = new Set<() => void>();
  #run: AbortController | undefined;
  #snapshot: RoleCheck = {
    reading: undefined,
    progress: NO_PROGRESS,
    roleSets: undefined,
    isPartial: false,
    error: undefined,
    checkedAt: undefined,
  };

  constructor(api: Api, queryClient: QueryClient) {
    this.#api = api;
    this.#queryClient = queryClient;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): RoleCheck => this.#snapshot;

  /** Begins, goes on where it was stopped, or, when all is known, reads everything anew. */
  readonly start = async (): Promise<void> => {
    if (this.#run) return;
    const run = new AbortController();
    this.#run = run;
    if (this.#snapshot.checkedAt !== undefined && !this.#snapshot.isPartial) await this.#forget();
    this.#set({ reading: 'users', progress: NO_PROGRESS, error: undefined, isPartial: false });
    try {
      const { sets, error } = await readRoleSets({
        api: this.#api,
        queryClient: this.#queryClient,
        signal: run.signal,
        onProgress: (done, total) => this.#set({ progress: { done, total } }),
      });
      const asked = await this.#askSets(sets, run.signal);
      this.#set({
        roleSets: asked.roleSets,
        error: error ?? asked.error,
        isPartial: run.signal.aborted || error !== undefined || asked.error !== undefined,
      });
    } catch (error) {
      this.#set({ isPartial: true, error: run.signal.aborted ? undefined : error });
    } finally {
      this.#run = undefined;
      this.#set({ reading: undefined, checkedAt: Date.now() });
    }
  };

  /** What was read stays; starting again goes on from there. Requests that wait for the rate limit wait no longer. */
  readonly stop = (): void => {
    this.#run?.abort();
    void this.#queryClient.cancelQueries({ queryKey: ROLE_PAGES_KEY });
    void this.#queryClient.cancelQueries({ queryKey: INFER_KEY });
  };

  async #askSets(
    sets: readonly SameRoles[],
    signal: AbortSignal,
  ): Promise<{ roleSets: readonly RoleSet[]; error: unknown }> {
    const answers = new Map<SameRoles, readonly string[]>();
    const queue = sets.filter((set) => set.roleIds.length > 0);
    const total = queue.length;
    const errors: unknown[] = [];
    let done = 0;
    this.#set({ reading: 'sets', progress: { done, total } });

    const worker = async () => {
      while (!signal.aborted && errors.length < MOST_FAILURES) {
        const set = queue.shift();
        if (!set) return;
        try {
          const query = inferredLicensesQuery(this.#api, set.roleIds);
          answers.set(set, await this.#queryClient.fetchQuery(query));
        } catch (error) {
          if (signal.aborted) return;
          errors.push(error);
        }
        done += 1;
        this.#set({ progress: { done, total } });
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
    return {
      roleSets: sets.map((set) => ({
        userIds: set.userIds,
        // Nobody need ask what no role implies.
        implied: set.roleIds.length === 0 ? [] : answers.get(set),
      })),
      error: errors[0],
    };
  }

  async #forget(): Promise<void> {
    this.#queryClient.removeQueries({ queryKey: ROLE_PAGES_KEY });
    await this.#queryClient.invalidateQueries({
      queryKey: INFER_KEY,
      refetchType: 'none',
    });
  }

  #set(change: Partial<RoleCheck>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
