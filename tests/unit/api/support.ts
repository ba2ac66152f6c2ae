import { ConstantBackoff } from 'cockatiel';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Api, type ApiOptions, createApi } from '@/api/client';
import type { Clock } from '@/api/clock';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox';
import { loadContract } from '@/sandbox/server/contract';

export const API_URL = 'https://api.example.test';

/** Time that passes only while somebody sleeps. */
export class FakeClock implements Clock {
  time = 1_000_000_000_000;
  /** How long each sleep was, in the order in which they began. */
  readonly slept: number[] = [];
  readonly #sleepers = new Set<{ until: number; wake: () => void }>();
  #isMoving = false;

  readonly now = (): number => this.time;

  readonly sleep = (ms: number, signal?: AbortSignal | null): Promise<void> => {
    this.slept.push(ms);
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const sleeper = { until: this.time + ms, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', leave);
      this.#moveSoon();
    });
  };

  #moveSoon(): void {
    if (this.#isMoving) return;
    this.#isMoving = true;
    setTimeout(() => this.#move(), 1);
  }

  /** Goes to where the next sleeper wakes, after all that could go on without it had a moment to do so. */
  #move(): void {
    this.#isMoving = false;
    const next = Math.min(...[...this.#sleepers].map(({ until }) => until));
    if (next === Number.POSITIVE_INFINITY) return;
    this.time = Math.max(this.time, next);
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > this.time) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
    if (this.#sleepers.size > 0) this.#moveSoon();
  }
}

/** An msw server for the tests of one file. A request that nothing answers fails the test. */
export function mswServer() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
}

interface World {
  sandbox: Sandbox;
  api: Api;
  clock: FakeClock;
  /** What the service was asked, such as "GET /api/v2/users/me 200". */
  requests: () => string[];
  /** How often the API layer said that the session is over. */
  unauthorized: () => number;
}

/** The sandbox refuses requests that break the contract. Loaded once: that takes longer than a test. */
const contract = loadContract();

/** A small sandbox behind msw, and the API layer of someone signed in to it. */
export function signedIn(
  server: ReturnType<typeof mswServer>,
  options: SandboxOptions = {},
  apiOptions: Partial<ApiOptions> = {},
): World {
  const clock = new FakeClock();
  const sandbox = createSandbox({ users: 60, now: clock.now, contract, ...options });
  server.use(...sandbox.handlers(API_URL));
  const token = sandbox.issueToken();
  let unauthorized = 0;
  const api = createApi({
    baseUrl: API_URL,
    getToken: () => token,
    onUnauthorized: () => {
      unauthorized += 1;
    },
    transport: { clock, backoff: new ConstantBackoff(1) },
    ...apiOptions,
  });
  return {
    sandbox,
    api,
    clock,
    requests: () => sandbox.log.map(({ method, path, status }) => `${method} ${path} ${status}`),
    unauthorized: () => unauthorized,
  };
}

/** What a promise is rejected with; fails when it is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const value = await promise.then(
    () => {
      throw new Error('This should have failed');
    },
    (error: unknown) => error,
  );
  return value;
}
