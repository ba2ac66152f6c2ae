import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config.ts';

/** As for the tests, but alone on the machine and with nothing recorded on the side. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results',
  globalSetup: '../e2e/globalSetup.ts',
  workers: 1,
  timeout: 600_000,
  use: { ...tests.use, trace: 'off', screenshot: 'off' },
});
