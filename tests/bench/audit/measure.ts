/**
 * `npx tsx tests/bench/audit/measure.ts`: how long the audit of 200,000 users takes in a real browser, and for how long it
 * stops the page. Times depend on the machine.
 */
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser, launchOptions } from '../../../tools/browser.ts';
import { startSite } from '../data/site.ts';
import type { AuditTime } from './page.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, '.cache/bench/audit');

await build({
  root: import.meta.dirname,
  base: './',
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@': join(root, 'src') } },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: folder, emptyOutDir: true },
});
const site = await startSite(folder, {});
const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  const { times, snapshotBytes } = await measured(page);
  for (const { what, took, blocked } of times) {
    console.log(`${what}: ${Math.round(took)} ms, page busy for ${Math.round(blocked)} ms`);
  }
  console.log(`A snapshot has ${(snapshotBytes / 1e6).toFixed(2)} MB.`);
} finally {
  await browser.close();
  await site.close();
}

function measured(page: Page): Promise<{ times: AuditTime[]; snapshotBytes: number }> {
  return page.evaluate('measure()');
}
