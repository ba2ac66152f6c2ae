import { defineConfig } from '@playwright/test';

/** The browser is found and tried by the global setup; the fixtures take it from there. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/globalSetup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    // Recording takes a tenth of the time: `npm run test:e2e -- --trace on` where something is to be looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
