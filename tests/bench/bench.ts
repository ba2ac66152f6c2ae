/**
 * `npm run bench`: how the matrix compares with the grids that people buy, in a real browser, on production builds, with
 * the same people in all of them; what a large job costs, and the audit of a large organization. Times depend on the machine: compare only what was measured in the same run.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../../tools/browser.ts';
import type { AuditCost } from './audit/page.ts';
import { buildAudit, buildConsole, buildPeers, buildScript, buildTexts } from './builds.ts';
import { measureAudit } from './measure/audit.ts';
import { consoleSubject } from './measure/consoleSubject.ts';
import { measureJob } from './measure/job.ts';
import { measureLoading } from './measure/loading.ts';
import { measurePace } from './measure/pace.ts';
import { peerSubject } from './measure/peerSubject.ts';
import { measureTexts, type TextsCost } from './measure/texts.ts';
import { type Box, visit } from './measure/visit.ts';
import { help, type Options, optionsFrom } from './options.ts';
import { type Measured, report } from './report/report.ts';
import { createWorld } from './world.ts';

const reportFile = join(import.meta.dirname, 'REPORT.md');

/** What the peers are shown in when the console is not measured. */
const USUAL_BOX: Box = { width: 1166, height: 590, header: 184 };

/**
 * Each visit has a browser of its own: one that has been measured in for a while is slower, for whoever comes last.
 */
async function inFreshBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function measure(users: number, options: Options, recorder: string): Promise<Measured> {
  const answerScript = await buildScript('answers');
  const world = await createWorld(users);
  const measured: Measured = { users, visits: new Map(), loadings: [] };
  let box = USUAL_BOX;
  try {
    for (let run = 1; run <= options.runs; run += 1) {
      for (const name of options.only) {
        console.log(`${users.toLocaleString('en-US')} users, run ${run}: ${name}`);
        const subject =
          name === 'console'
            ? consoleSubject(world.console)
            : peerSubject(name, world.peersUrl, box);
        const answers = await inFreshBrowser((browser) =>
          world.answersFor(subject, browser, answerScript),
        );
        const seen = await inFreshBrowser((browser) =>
          visit({ browser, recorder, subject, answers }),
        );
        measured.visits.set(name, [...(measured.visits.get(name) ?? []), seen]);
        // The console comes first: the others get the same room.
        if (name === 'console') {
          box = seen.box;
          measured.loadings.push(
            await inFreshBrowser((browser) => measureLoading({ browser, recorder }, world.console)),
          );
        }
      }
    }
  } finally {
    await world.close();
  }
  return measured;
}

async function main(options: Options): Promise<void> {
  if (options.build) {
    if (options.job || options.only.includes('console')) await buildConsole();
    if (options.only.some((name) => name !== 'console')) await buildPeers();
    if (options.audit) await buildAudit();
    if (options.texts) await buildTexts();
  }
  const audits: AuditCost[] = [];
  if (options.audit) {
    for (let run = 1; run <= options.runs; run += 1) {
      console.log(`The audit, run ${run}`);
      audits.push(await inFreshBrowser(measureAudit));
    }
  }
  const texts: TextsCost[] = [];
  if (options.texts) {
    for (let run = 1; run <= options.runs; run += 1) {
      console.log(`Making people findable, run ${run}`);
      texts.push(await inFreshBrowser(measureTexts));
    }
  }
  const recorder = await buildScript('recorder');
  const job = options.job
    ? await inFreshBrowser((browser) => measureJob(browser, recorder))
    : undefined;
  const all: Measured[] = [];
  if (options.only.length > 0) {
    for (const users of options.users) all.push(await measure(users, options, recorder));
  }
  const text = report(
    all,
    { job, audits, texts },
    {
      runs: options.runs,
      browser: `Chromium ${await inFreshBrowser(async (browser) => browser.version())}`,
      processors: availableParallelism(),
      pace: await inFreshBrowser(measurePace),
    },
  );
  console.log(`\n${text}`);
  if (options.isWhole) await writeFile(reportFile, text);
}

const options = optionsFrom(process.argv.slice(2));
if (options === 'help') console.log(help);
else await main(options);
