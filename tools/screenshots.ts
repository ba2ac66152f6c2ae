/**
 * `npm run screenshots`: takes the pictures of docs/ from the running product, after `npm run build`. The organization is the
 * sandbox's, always the same people on the same day, so that a picture changes only when the product does.
 *
 * With `-- --check` it writes nothing, and fails where a page no longer looks like its picture. The fonts of the system are part
 * of how a page looks: compare with pictures that were taken on the same one.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, expect } from '@playwright/test';
import { startSandboxServer } from '@/sandbox/server/index';
import { Console } from '../tests/e2e/support/console.ts';
import { startSite } from '../tests/e2e/support/site.ts';
import { findBrowser, launchOptions } from './browser.ts';
import { differenceOf } from './pictures.ts';

const folder = join(import.meta.dirname, '../docs/images');
const { values: wanted } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const TODAY = new Date('2026-11-25T10:00:00Z');

const service = await startSandboxServer({ port: 0, users: 1_200, seed: 1, rateLimit: null });
const site = await startSite({
  config: { clientId: 'docs', hosts: { api: service.url, login: service.url } },
});
const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(TODAY);
  const app = new Console(page, site);
  const { matrix } = app;
  const button = (name: string) => page.getByRole('button', { name });
  mkdirSync(folder, { recursive: true });

  async function take(name: string): Promise<void> {
    await app.settled();
    const file = join(folder, `${name}.png`);
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (!wanted.check) {
      writeFileSync(file, picture);
      console.log(`docs/images/${name}.png`);
      return;
    }
    const difference = differenceOf(readFileSync(file), picture);
    console.log(`docs/images/${name}.png ${difference ?? 'is as it was'}`);
    if (difference) process.exitCode = 1;
  }

  await app.open('assignments');
  await expect(app.heading('Sign in')).toBeVisible();
  await take('sign-in');
  await app.askToSignIn();
  await app.approve();
  await expect(matrix).toHaveAttribute('aria-rowcount', /\d{4}/);
  await take('matrix');

  await app.open('');
  await take('overview');
  await app.open('licenses/cloudCX3');
  await take('license');

  await app.open('assignments?q=service');
  await page.getByRole('checkbox', { name: 'Select all matching users' }).check();
  await take('matrix-selection');
  await app.assignSelected();
  await app.chooseLicense('Licenses to add', 'journeyManagement');
  await take('batch-form');
  await button('Review changes').click();
  await expect(page.getByRole('table', { name: 'Planned changes' })).toBeVisible();
  await take('batch-review');
  await page.getByRole('button', { name: /^Apply [\d,]+ changes?$/ }).click();
  await expect(page.getByRole('table', { name: 'Results' })).toBeVisible();
  await expect(button('Undo')).toBeVisible();
  await take('job');

  await app.open('audit');
  await take('audit-findings');
} finally {
  await browser.close();
  await site.close();
  await service.close();
}
