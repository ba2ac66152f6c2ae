import type { JobManager } from './JobManager';

/** How often to look for jobs that halted. One that is seen halted twice is gone on with, so there is time to cancel it. */
const LOOK_MS = 5_000;
/** How long to wait before a job is tried again that a lost connection halted: at first, and at most. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Goes on with jobs that halted without the administrator's wish: their tab was closed or crashed, or the connection was
 * lost, whether or not the browser noticed. A job begins with reading, so a try changes nothing while nothing answers.
 * Returns how to stop.
 */
export function goOnByItself(jobs: JobManager, mayChange: () => boolean): () => void {
  let seen: ReadonlySet<string> = new Set();
  const tries = new Map<string, { waitMs: number; nextAt: number }>();
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking || !mayChange()) return;
    isLooking = true;
    try {
      const halted = await jobs.interrupted();
      const ids = new Set(halted.map(({ id }) => id));
      for (const id of tries.keys()) if (!ids.has(id)) tries.delete(id);
      const before = seen;
      seen = ids;
      for (const id of ids) if (before.has(id)) tryAgain(id);
    } catch {
      // Where the browser's storage cannot be read there is nothing to go on with.
    } finally {
      isLooking = false;
    }
  }

  function tryAgain(id: string): void {
    const now = performance.now();
    const { waitMs, nextAt } = tries.get(id) ?? { waitMs: FIRST_WAIT_MS, nextAt: 0 };
    if (now < nextAt) return;
    tries.set(id, { waitMs: Math.min(waitMs * 2, LONGEST_WAIT_MS), nextAt: now + waitMs });
    void jobs.run(id);
  }

  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
