import type { Browser, Page } from '@playwright/test';
import { startSandboxServer } from '@/sandbox/server/index';
import { consoleFolder } from '../builds.ts';
import { startSite } from '../data/site.ts';
import { signIn } from './consoleSubject.ts';
import { LICENSE, PATIENCE_MS, planForAll, USERS } from './job.ts';

/** How a job keeps to a rate limit of which the service says nothing until it refuses. */
export interface RateCost {
  readonly title: string;
  readonly pairs: number;
  readonly minutes: number;
  readonly refused: number;
  /** The most refusals within any minute of the service's. */
  readonly refusedInAWindow: number;
  /** From the second minute on: the worst estimate, as a share of what it really took. */
  readonly worstEstimate: number;
}

interface Scenario {
  readonly title: string;
  /** Requests a minute that another program takes with the same token. */
  readonly others?: number;
  /** Tabs of the same browser that read the organization meanwhile. */
  readonly readers?: number;
}

export const SCENARIOS: readonly Scenario[] = [
  { title: 'quiet token' },
  { title: 'another program takes half', others: 150 },
  { title: 'two more tabs read', readers: 2 },
  { title: 'two more tabs read, another program takes half', readers: 2, others: 150 },
];

const CLIENT_ID = 'bench';
const WINDOW_SECONDS = 60;
const LOOK_MS = 1_000;
/** So few seconds are no error, however little is left. */
const NO_ERROR_MS = 5_000;

/** One license for everybody who lacks it, over HTTP, without a header of the limit and without a readable Retry-After. */
export async function measureRate(
  browser: Browser,
  { title, others, readers = 0 }: Scenario,
  users = USERS,
): Promise<RateCost> {
  const service = await startSandboxServer({
    users,
    rateLimit: { allowed: 300, windowSeconds: WINDOW_SECONDS },
    rateHeaders: false,
    hideRetryAfter: true,
    licenseDelayMs: 0,
    validate: false,
  });
  const config = { clientId: CLIENT_ID, hosts: { api: service.url, login: service.url } };
  const site = await startSite(consoleFolder, { '/config.json': JSON.stringify(config) });
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    await signIn(page, `${site.url}/assignments?state=active&lacks=${LICENSE}`, 'Assignments');
    const pairs = await planForAll(page);
    const tabs: Page[] = [];
    for (let reader = 0; reader < readers; reader += 1) {
      const tab = await context.newPage();
      await signIn(tab, `${site.url}/jobs`, 'Jobs');
      tabs.push(tab);
    }
    if (others !== undefined) {
      service.sandbox.shareRateLimit({ requests: others, clientId: CLIENT_ID, everyWindow: true });
    }
    await page.bringToFront();
    const begun = Date.now();
    await page.getByRole('button', { name: /^Apply [\d,]+ changes$/ }).click();
    for (const tab of tabs) await openMatrix(tab);
    const estimates = await estimatesUntilFinished(page);
    const end = Date.now();
    const refusals = service.sandbox.log.filter(({ status, at }) => status === 429 && at >= begun);
    return {
      title,
      pairs,
      minutes: (end - begun) / 60_000,
      refused: refusals.length,
      refusedInAWindow: mostInAWindow(refusals.map(({ at }) => at)),
      worstEstimate: worstOf(
        estimates.filter(({ at }) => at - begun >= 60_000),
        end,
      ),
    };
  } finally {
    await context.close();
    await site.close();
    await service.close();
  }
}

function openMatrix(tab: Page): Promise<void> {
  const navigation = tab.getByRole('navigation', { name: 'Main' });
  return navigation.getByRole('link', { name: 'Assignments' }).click();
}

interface Estimate {
  readonly at: number;
  readonly leftMs: number;
}

async function estimatesUntilFinished(page: Page): Promise<Estimate[]> {
  const estimates: Estimate[] = [];
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    await page.waitForTimeout(LOOK_MS);
    const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
    if (/Finished: /.test(text)) return estimates;
    if (/Paused: |Cancelled: /.test(text)) throw new Error('The job did not run to its end');
    const said = /, about (?:(\d+) min ?)?(?:(\d+) s)? ?left/.exec(text);
    if (!said) continue;
    const [, minutes = '0', seconds = '0'] = said;
    estimates.push({ at: Date.now(), leftMs: Number(minutes) * 60_000 + Number(seconds) * 1000 });
  }
  throw new Error('The job does not end');
}

function worstOf(estimates: readonly Estimate[], end: number): number {
  const errors = estimates.map(({ at, leftMs }) => {
    const error = Math.abs(leftMs - (end - at));
    return error <= NO_ERROR_MS ? 0 : error / (end - at);
  });
  return errors.length === 0 ? Number.NaN : Math.max(...errors);
}

/** Wherever the service's windows begin, none holds more than are within a minute. */
function mostInAWindow(times: readonly number[]): number {
  const windowMs = WINDOW_SECONDS * 1000;
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length),
  );
}
