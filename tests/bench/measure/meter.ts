import type { CDPSession, Page } from '@playwright/test';

export interface Heap {
  /** Objects of the page. */
  objects: number;
  /** Memory outside the heap that typed arrays have. */
  buffers: number;
}

/** What the browser itself knows of a page's costs. Asking does not run anything in the page. */
export class Meter {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page);
    // In ticks of the thread: the time that other programs take away does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Meter(session);
  }

  /** Milliseconds that the main thread has worked. */
  async busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const value = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (value === undefined) throw new Error('The browser does not tell how busy the page is');
    return value * 1000;
  }

  /** What is left in memory after the garbage is collected, in megabytes. */
  async heap(): Promise<Heap> {
    for (let i = 0; i < 3; i += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const usage: { usedSize: number; backingStorageSize?: number } =
      await this.#session.send('Runtime.getHeapUsage');
    return { objects: usage.usedSize / 1e6, buffers: (usage.backingStorageSize ?? 0) / 1e6 };
  }

  /** Waits until the page has nothing more to do. */
  async idle(): Promise<void> {
    const QUIET_MS = 400;
    for (let before = await this.busy(); ; ) {
      await new Promise((resolve) => {
        setTimeout(resolve, QUIET_MS);
      });
      const now = await this.busy();
      if (now - before < QUIET_MS / 20) return;
      before = now;
    }
  }
}
