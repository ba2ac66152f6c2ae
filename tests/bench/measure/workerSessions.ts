import type { CDPSession } from '@playwright/test';

/** Bytes, as the browser's debugger tells them of a page or a worker. */
export interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

/** Talks to the workers of a page, which the page's own session does not reach. */
export class WorkerSessions {
  readonly #session: CDPSession;
  readonly #open = new Set<string>();
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #sent = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(session: CDPSession): Promise<WorkerSessions> {
    const workers = new WorkerSessions(session);
    await workers.#follow();
    return workers;
  }

  async heaps(): Promise<HeapUsage[]> {
    const ids = [...this.#open];
    for (const id of ids) await this.#ask(id, 'HeapProfiler.collectGarbage');
    return Promise.all(
      ids.map(async (id) => {
        const usage = await this.#ask(id, 'Runtime.getHeapUsage');
        if (!isHeapUsage(usage)) throw new Error('A worker does not tell its memory');
        return usage;
      }),
    );
  }

  async #follow(): Promise<void> {
    this.#session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#open.add(sessionId);
    });
    this.#session.on('Target.detachedFromTarget', ({ sessionId }) => this.#open.delete(sessionId));
    this.#session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result }: { id?: number; result?: unknown } = JSON.parse(message);
      if (id !== undefined) this.#waiting.get(id)?.(result);
    });
    await this.#session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  }

  #ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#sent;
    const message = JSON.stringify({ id, method });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.#session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  }
}

function isHeapUsage(value: unknown): value is HeapUsage {
  return typeof value === 'object' && value !== null && 'usedSize' in value;
}
