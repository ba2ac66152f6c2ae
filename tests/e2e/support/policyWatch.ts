import { type BrowserContext, expect } from '@playwright/test';

/** Notes everything that the Content-Security-Policy of a page stops. */
export class PolicyWatch {
  readonly stopped: string[] = [];

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding('noteStopped', (_source, what: string) => {
      this.stopped.push(what);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const note: unknown = Reflect.get(window, 'noteStopped');
        if (typeof note === 'function') note(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
  }

  expectNothing(): void {
    expect(this.stopped, 'stopped by the Content-Security-Policy').toEqual([]);
  }
}
