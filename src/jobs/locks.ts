/** Keeps two tabs from running the same job. */
export interface JobLocks {
  /** Runs `work` while holding the job's lock; gives `undefined` at once where another tab holds it. */
  whileHolding<Result>(jobId: string, work: () => Promise<Result>): Promise<Result | undefined>;
  isHeld(jobId: string): Promise<boolean>;
  /** Whether other tabs are kept out as well, and not only other callers of this one. */
  readonly isAcrossTabs: boolean;
}

const lockName = (jobId: string) => `license-console.job.${jobId}`;

/** Web Locks: released by the browser itself when a tab closes or crashes. */
const webLocks: JobLocks = {
  isAcrossTabs: true,
  whileHolding: async (jobId, work) =>
    navigator.locks.request(lockName(jobId), { ifAvailable: true }, async (lock) =>
      lock ? work() : undefined,
    ),
  isHeld: async (jobId) =>
    ((await navigator.locks.query()).held ?? []).some(({ name }) => name === lockName(jobId)),
};

/** For where Web Locks do not exist (they need https or localhost): guards within this tab alone. */
export function tabLocks(): JobLocks {
  const held = new Set<string>();
  return {
    isAcrossTabs: false,
    async whileHolding(jobId, work) {
      if (held.has(jobId)) return undefined;
      held.add(jobId);
      try {
        return await work();
      } finally {
        held.delete(jobId);
      }
    },
    isHeld: (jobId) => Promise.resolve(held.has(jobId)),
  };
}

export const browserLocks = (): JobLocks => ('locks' in navigator ? webLocks : tabLocks());
