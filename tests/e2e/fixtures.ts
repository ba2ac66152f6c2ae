import { test as base, expect } from '@playwright/test';
import type { SandboxOptions } from '@/sandbox';
import { type SandboxServer, startSandboxServer } from '@/sandbox/server/index';
import { keptLaunchOptions } from './support/chosenBrowser.ts';
import { Console } from './support/console.ts';
import { Health } from './support/health.ts';
import { shippedHeaders } from './support/shippedHeaders.ts';
import { type Site, type SiteOptions, startSite } from './support/site.ts';

export { expect };

/** Where the console finds its service; what a test adds or changes goes on top. */
export interface ServeOptions extends Omit<SiteOptions, 'config'> {
  /** Merged into a config.json that points at the sandbox; a string replaces it, null leaves it out. */
  config?: Record<string, unknown> | string | null;
  service?: SandboxServer;
}

interface TestFixtures {
  health: Health;
  /** The service of this test, in the state in which it began. */
  service: SandboxServer;
  /** A service of other size or habits than the common one. */
  startService: (options: SandboxOptions) => Promise<SandboxServer>;
  /** The production build on a web server, pointed at the service, with the headers that operators are told to send. */
  serve: (options?: ServeOptions) => Promise<Site>;
  /** The console as its user sees it, served under `/` with PKCE unless `serve` says otherwise. */
  app: Console;
}

interface WorkerFixtures {
  workerService: SandboxServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  launchOptions: [async ({}, provide) => provide(keptLaunchOptions()), { scope: 'worker' }],

  workerService: [
    async ({}, provide) => {
      const service = await startSandboxServer({
        port: 0,
        users: 400,
        seed: 7,
        rateLimit: null,
        licenseDelayMs: 0,
      });
      await provide(service);
      await service.close();
    },
    { scope: 'worker' },
  ],

  service: async ({ workerService }, provide) => {
    workerService.sandbox.reset();
    const before = workerService.contractViolations.length;
    await provide(workerService);
    expectContractKept(workerService, before);
  },
  startService: async ({}, provide) => {
    const started: SandboxServer[] = [];
    await provide(async (options) => {
      const service = await startSandboxServer({
        port: 0,
        rateLimit: null,
        licenseDelayMs: 0,
        ...options,
      });
      started.push(service);
      return service;
    });
    for (const service of started) {
      expectContractKept(service);
      await service.close();
    }
  },

  health: [
    async ({ context }, provide) => {
      const health = new Health();
      health.watch(context);
      await provide(health);
      health.check();
    },
    { auto: true },
  ],

  serve: async ({ service: common }, provide) => {
    const sites: Site[] = [];
    await provide(
      async ({
        config = {},
        service = common,
        headers = shippedHeaders(service.url),
        ...options
      } = {}) => {
        const pointed = { clientId: CLIENT_ID, hosts: { api: service.url, login: service.url } };
        const site = await startSite({
          ...options,
          headers,
          ...(config !== null && {
            config: typeof config === 'string' ? config : { ...pointed, ...config },
          }),
        });
        sites.push(site);
        return site;
      },
    );
    for (const site of sites) await site.close();
  },

  app: async ({ page, serve }, provide) => {
    await provide(new Console(page, await serve()));
  },
});

const CLIENT_ID = 'e2e-client';

function expectContractKept(service: SandboxServer, from = 0): void {
  expect(service.contractViolations.slice(from), 'breaks of the contract').toEqual([]);
}
