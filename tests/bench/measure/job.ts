import type { Browser, Page } from '@playwright/test';
import { startSandboxServer } from '@/sandbox/server/index';
import { consoleFolder } from '../builds.ts';
import { startSite } from '../data/site.ts';
import { signIn } from './consoleSubject.ts';
import { Meter } from './meter.ts';

/** What a large job costs besides waiting for the service. */
export interface JobCost {
  pairs: number;
  requests: number;
  /** Answers with status 429, from the sign-in on. */
  refused: number;
  /** Milliseconds from the click on "Apply" to the last word. */
  all: number;
  /** Of these, without a request under way and not held back by the rate limit: the job wrote things down. */
  between: number;
  /** Of these, the main thread has worked. */
  busy: number;
  longestTask: number;
  /** From a key to the next paint, at worst. */
  slowestKey: number;
}

/** Not all of them are active and without the license: this many people make about 20,000 pairs. */
export const USERS = 21_600;
export const LICENSE = 'edgeAppliance';
const RATE_LIMIT = { allowed: 300, windowSeconds: 60 };
/** No step of a job takes as long: a longer time without a request is the rate limit's. */
const HELD_MS = 1_000;
const LOOK_MS = 500;
export const PATIENCE_MS = 15 * 60_000;

declare global {
  interface Window {
    /** From each key to the paint that followed, where that took longer than a frame. */
    benchKeys?: number[];
  }
}

/** One license for every active user who lacks it, from the matrix to the last word of the job, as an administrator does it. */
export async function measureJob(browser: Browser, recorder: string): Promise<JobCost> {
  const service = await startSandboxServer({
    users: USERS,
    rateLimit: RATE_LIMIT,
    validate: false,
  });
  const config = { clientId: 'bench', hosts: { api: service.url, login: service.url } };
  const site = await startSite(consoleFolder, { '/config.json': JSON.stringify(config) });
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    await context.addInitScript(`window.benchGrid = 'console';\n${recorder}`);
    const page = await context.newPage();
    await signIn(page, `${site.url}/assignments?state=active&lacks=${LICENSE}`, 'Assignments');
    const pairs = await planForAll(page);

    const meter = await Meter.of(page);
    await meter.idle();
    await watchKeys(page);
    const requests = watchRequests(page, service.url);
    await page.evaluate(() => window.bench.takeLongTasks());
    const busyBefore = await meter.busy();
    const start = Date.now();
    await page.getByRole('button', { name: /^Apply [\d,]+ changes$/ }).click();
    await finished(page, pairs);
    const end = Date.now();
    const busy = (await meter.busy()) - busyBefore;
    const [longTasks, keys] = await page.evaluate(() => [
      window.bench.takeLongTasks(),
      window.benchKeys ?? [],
    ]);
    const times = requests();
    return {
      pairs,
      requests: times.length,
      refused: service.sandbox.log.filter(({ status }) => status === 429).length,
      all: end - start,
      between: timeBetween(times, start, end),
      busy,
      longestTask: Math.max(0, ...(longTasks ?? [])),
      slowestKey: Math.max(0, ...(keys ?? [])),
    };
  } finally {
    await context.close();
    await site.close();
    await service.close();
  }
}

/** Selects everyone in the matrix and goes on to the review. Gives the number of changes. */
export async function planForAll(page: Page): Promise<number> {
  const atLast = { timeout: PATIENCE_MS };
  await page.getByText(/^Read just now/).waitFor(atLast);
  await page.getByRole('checkbox', { name: 'Select all matching users' }).click();
  await page.getByRole('link', { name: 'Assign licenses' }).click();
  await page.getByRole('combobox', { name: 'Licenses to add' }).fill(LICENSE);
  await page.getByRole('option', { name: LICENSE }).first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Review changes' }).click();
  const apply = page.getByRole('button', { name: /^Apply [\d,]+ changes$/ });
  await apply.waitFor(atLast);
  return Number((await apply.textContent())?.replaceAll(/\D/g, ''));
}

/** Waits for the job, a key now and then. Looks rarely: looking costs the page time. */
async function finished(page: Page, pairs: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(LOOK_MS);
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('[role=status]')]
        .map(({ textContent }) => textContent ?? '')
        .find((text) => /^(Finished|Paused|Cancelled)/.test(text)),
    );
    if (said === `Finished: ${pairs.toLocaleString('en-US')} done`) return;
    if (said !== undefined) throw new Error(`The job ended otherwise than it should: ${said}`);
    if (Date.now() > deadline) throw new Error('The job does not end');
  }
}

function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const keys: number[] = [];
    window.benchKeys = keys;
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name.startsWith('key')) keys.push(duration);
      }
    });
    const shortOnesToo = { type: 'event', durationThreshold: 16 };
    observer.observe(shortOnesToo);
  });
}

interface Span {
  start: number;
  end: number;
}

/** Notes from when to when each request to the service was under way. */
function watchRequests(page: Page, url: string): () => Span[] {
  const spans: Span[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(url)) return;
    const { startTime, responseEnd } = request.timing();
    spans.push({ start: startTime, end: startTime + responseEnd });
  });
  return () => spans.toSorted((a, b) => a.start - b.start);
}

/** The time in which no request was under way, without the waits that the rate limit asked for. */
function timeBetween(spans: readonly Span[], start: number, end: number): number {
  let between = 0;
  let reached = start;
  for (const span of [...spans, { start: end, end }]) {
    const gap = span.start - reached;
    if (gap > 0 && gap < HELD_MS) between += gap;
    reached = Math.max(reached, span.end);
  }
  return between;
}
