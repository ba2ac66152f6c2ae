/**
 * `npm run bench`: how fast the matrix is, in a real browser, on the production build, against the stand-alone sandbox.
 * Times depend on the machine: compare a figure only with the floor of the same run.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { Console } from '../e2e/support/console.ts';
import type { Site } from '../e2e/support/site.ts';
import { changeProbe, filterBy, installRecorder, scrollFrames, toggleAll } from './inPage.ts';
import {
  FILTER_LIMIT_MS,
  INTERACTIVE_LIMIT_MS,
  LATE_MS,
  median,
  percentile,
  type Run,
  report,
  summaryOf,
} from './report.ts';

const USERS = 5000;
const RUNS = 3;
/** What somebody types who looks for a person, and changes their mind. */
const TEXTS = [
  'g',
  'ga',
  'gar',
  'garcia',
  '',
  'w',
  'wa',
  'walker',
  'customer',
  'müller',
  'zoe',
  '',
];
/** The address takes up what was typed a little later; that is not part of the filter's time. */
const PAUSE_MS = 600;
const SCROLL = { frames: 200, pixels: 400 };

test('the matrix with 5,000 users', async ({ browser, startService, serve }) => {
  const service = await startService({ users: USERS, seed: 1 });
  const site = await serve({ service });
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser, site));
  const text = report(runs, {
    users: USERS,
    texts: TEXTS.length,
    scroll: SCROLL,
    browser: `Chromium ${browser.version()}`,
    processors: availableParallelism(),
  });
  console.log(`\n${text}`);
  await writeFile(join(import.meta.dirname, 'REPORT.md'), text);

  const { interactive, filter } = summaryOf(runs);
  expect(interactive, 'ms from the last answer to the whole matrix').toBeLessThan(
    INTERACTIVE_LIMIT_MS,
  );
  expect(filter, 'ms from a key in the filter to the paint').toBeLessThan(FILTER_LIMIT_MS);
});

async function measure(browser: Browser, site: Site): Promise<Run> {
  const floor = await measureFloor(browser, site);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(installRecorder);
  const page = await context.newPage();
  const app = new Console(page, site);
  await app.signIn('jobs');
  await app.open('assignments');
  await page.getByText(/^Read just now/).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(PAUSE_MS);
  const interactive = await page.evaluate(
    () => window.recorder.lastChange - window.recorder.lastAnswer(),
  );

  const busyTime = await busyTimer(page);
  const filter: number[] = [];
  const busy: number[] = [];
  for (const text of TEXTS) {
    const before = await busyTime();
    filter.push(await page.evaluate(filterBy, text));
    busy.push((await busyTime()) - before);
    await page.waitForTimeout(PAUSE_MS);
  }
  const select = [await page.evaluate(toggleAll), await page.evaluate(toggleAll)];
  const frames = await page.evaluate(scrollFrames, SCROLL);
  await context.close();
  return {
    floor,
    interactive,
    filter,
    filterBusy: median(busy),
    select: median(select),
    scrollP95: percentile(frames, 95),
    scrollLate: frames.filter((time) => time > LATE_MS).length,
  };
}

async function measureFloor(browser: Browser, site: Site): Promise<number> {
  const context = await browser.newContext();
  await context.addInitScript(installRecorder);
  const page = await context.newPage();
  await page.goto(`${site.url}config.json`);
  await page.setContent('<p data-probe>before</p>');
  const times: number[] = [];
  for (const text of TEXTS) times.push(await page.evaluate(changeProbe, `now ${text}`));
  await context.close();
  return median(times);
}

/** Gives the milliseconds that the page's main thread has worked since some moment. */
async function busyTimer(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}
