/**
 * `npm run lighthouse`, after `npm run build`: the scores of the sign-in page and of the matrix with 5,000 users, on the phone
 * that Lighthouse imagines and on a desktop. Writes REPORT.md next to it. Scores of speed move with the machine, also from
 * one run to the next: the report has the medians.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { startSandboxServer } from '@/sandbox/server/index';
import { findBrowser, launchOptions } from '../../../tools/browser.ts';
import { installIn } from '../install.ts';
import { median } from '../report/numbers.ts';
import { startCompressedSite } from './site.ts';

const here = import.meta.dirname;
const WANTED = 95;
const USERS = 5_000;
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = {
  login: 'Sign-in page',
  assignments: `Matrix, ${USERS.toLocaleString('en-US')} users`,
};

const Result = z.object({
  lhr: z.object({
    categories: z.record(z.string(), z.object({ score: z.number() })),
    audits: z.record(
      z.string(),
      z.object({ score: z.number().nullable(), numericValue: z.number().optional() }),
    ),
  }),
});
type Run = { scores: number[]; paint: number; shift: number };
type Row = Run & { title: string };

installIn(here);
// Not dependencies of the project: their types are not there before they are installed.
const modules = join(here, 'node_modules');
const { default: lighthouse } = await import(join(modules, 'lighthouse/core/index.js'));
const { default: desktop } = await import(
  join(modules, 'lighthouse/core/config/desktop-config.js')
);
const { default: puppeteer } = await import(
  join(modules, 'puppeteer-core/lib/esm/puppeteer/puppeteer-core.js')
);

const service = await startSandboxServer({ port: 0, users: USERS, seed: 1, rateLimit: null });
const site = await startCompressedSite(join(here, '../../../dist'), {
  clientId: 'lighthouse',
  hosts: { api: service.url, login: service.url },
});
const found = launchOptions(await findBrowser());

const rows: Row[] = [];
try {
  for (const [form, settings] of Object.entries({ phone: undefined, desktop })) {
    for (const [path, name] of Object.entries(PAGES)) {
      const title = `${name}, ${form}`;
      const runs: Run[] = [];
      while (runs.length < RUNS) runs.push(await measure(path, settings));
      rows.push({
        title,
        scores: CATEGORIES.map((_, at) => median(runs.map(({ scores }) => scores[at] ?? 0))),
        paint: median(runs.map(({ paint }) => paint)),
        shift: median(runs.map(({ shift }) => shift)),
      });
      console.log(title, runs.map(({ scores }) => scores[0]).join(' '));
    }
  }
} finally {
  await site.close();
  await service.close();
}

const table = [
  `| page | ${CATEGORIES.join(' | ')} | largest paint | layout shift |`,
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows.map(({ title, scores, paint, shift }) => {
    const cells = [title, ...scores, `${(paint / 1000).toFixed(1)} s`, shift.toFixed(3)];
    return `| ${cells.join(' | ')} |`;
  }),
].join('\n');
const version = await lighthouseVersion();
writeFileSync(
  join(here, 'REPORT.md'),
  `# Lighthouse\n\nLighthouse ${version}, made by \`npm run lighthouse\`, medians of ${RUNS} runs.\n\n${table}\n`,
);
console.log(`\n${table}`);
if (rows.some(({ scores }) => scores.some((score) => score < WANTED))) {
  console.error(`Not every score is ${WANTED} or more.`);
  process.exitCode = 1;
}

async function measure(path: string, settings: unknown): Promise<Run> {
  // A browser of its own, which has nothing in its cache but what the way to the page has brought.
  const browser = await puppeteer.launch({ executablePath: chromium.executablePath(), ...found });
  try {
    const page = await browser.newPage();
    if (path !== 'login') {
      await page.goto(`${site.url}/${path}`);
      for (const name of ['Sign in to Genesys Cloud', 'Sign in']) {
        const button = await page.waitForSelector(`aria/${name}[role="button"]`);
        await Promise.all([page.waitForNavigation(), button.click()]);
      }
      await page.waitForSelector('[role=grid]');
    }
    const flags = { disableStorageReset: true, logLevel: 'error', output: 'json' };
    const { lhr } = Result.parse(await lighthouse(`${site.url}/${path}`, flags, settings, page));
    const { categories, audits } = lhr;
    return {
      scores: CATEGORIES.map((name) => Math.round(100 * (categories[name]?.score ?? 0))),
      paint: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
      shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    };
  } finally {
    await browser.close();
  }
}

async function lighthouseVersion(): Promise<string> {
  const { default: about } = await import(join(modules, 'lighthouse/package.json'), {
    with: { type: 'json' },
  });
  return z.object({ version: z.string() }).parse(about).version;
}
