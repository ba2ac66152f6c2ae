import type { CDPSession, Page } from '@playwright/test';
import { type HeapUsage, WorkerSessions } from './workerSessions.ts';

/** Memory in megabytes. */
export interface Heap {
  /** Objects of the page. */
  objects: number;
  /** Memory outside the heap that typed arrays have. */
  buffers: number;
  /** Both, of the page's workers. */
  workers: number;
}

/** What the browser itself knows of a page's costs. Asking does not run anything in the page. */
export class Meter {
  readonly #session: CDPSession;
  readonly #workers: WorkerSessions;

  private constructor(session: CDPSession, workers: WorkerSessions) {
    this.#session = session;
    this.#workers = workers;
  }

  static async of(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page);
    // In ticks of the thread: the time that other programs take away does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Meter(session, await WorkerSessions.of(session));
  }

  /** Milliseconds that the main thread has worked. */
  async busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const value = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (value === undefined) throw new Error('The browser does not tell how busy the page is');
    return value * 1000;
  }

  /** What is left in memory after the garbage was collected. */
  async heap(): Promise<Heap> {
    for (let i = 0; i < 3; i += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const page: HeapUsage = await this.#session.send('Runtime.getHeapUsage');
    const workers = await this.#workers.heaps();
    return {
      objects: page.usedSize / 1e6,
      buffers: buffersOf(page) / 1e6,
      workers: workers.reduce((sum, heap) => sum + heap.usedSize + buffersOf(heap), 0) / 1e6,
    };
  }

  /** Waits until the page has nothing more to do. */
  async idle(): Promise<void> {
    for (let before = await this.busy(); ; ) {
      await new Promise((resolve) => {
        setTimeout(resolve, QUIET_MS);
      });
      const now = await this.busy();
      if (now - before < IDLE_SHARE * QUIET_MS) return;
      before = now;
    }
  }
}

const QUIET_MS = 400;
/** A page at rest still looks at its clocks. */
const IDLE_SHARE = 0.05;

const buffersOf = ({ backingStorageSize = 0 }: HeapUsage) => backingStorageSize;
