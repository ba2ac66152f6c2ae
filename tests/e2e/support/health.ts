import { type BrowserContext, expect } from '@playwright/test';

/**
 * What a page must not do in any test, whatever the test is about: throw, complain in the console, or try what the
 * Content-Security-Policy stops, of which the browser writes a line there. A test that makes the service fail says so,
 * because the browser also writes a line for each failed request.
 */
export class Health {
  readonly #complaints: string[] = [];
  readonly #allowed: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('weberror', (error) => {
      this.#complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`);
    });
    context.on('console', (message) => {
      if (message.type() === 'error') {
        this.#complaints.push(`console.error: ${message.text()} (${message.location().url})`);
      }
    });
  }

  allow(complaint: RegExp): void {
    this.#allowed.push(complaint);
  }

  /** The browser's own lines for failed requests are part of this test. */
  expectFailedRequests(): void {
    this.allow(/^console\.error: Failed to load resource/);
  }

  check(): void {
    const unexpected = this.#complaints.filter(
      (complaint) => !this.#allowed.some((pattern) => pattern.test(complaint)),
    );
    expect(unexpected, 'errors in the page').toEqual([]);
  }
}
