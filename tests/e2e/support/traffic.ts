import type { Page, Request } from '@playwright/test';

/** What a page has asked for over the network and is still waiting for. */
export class Traffic {
  readonly #open = new Set<Request>();
  #lastSeen = performance.now();

  constructor(page: Page) {
    page.on('request', (request) => {
      this.#open.add(request);
      this.#lastSeen = performance.now();
    });
    const end = (request: Request) => {
      this.#open.delete(request);
      this.#lastSeen = performance.now();
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /** Milliseconds since the last answer; 0 while one is waited for. */
  get quietFor(): number {
    return this.#open.size > 0 ? 0 : performance.now() - this.#lastSeen;
  }
}
