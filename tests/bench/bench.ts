/**
 * `npm run bench`: how the matrix compares with the grids that people buy, in a real browser, on production builds, with
 * the same people in all of them; what a large job costs, and the audit of a large organization. Times depend on the machine: compare only what was measured in the same run.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { buildAudit, buildConsole, buildPeers, buildScript, buildTexts } from './builds.ts';
import { measureAudit } from './measure/audit.ts';
import { consoleSubject } from './measure/consoleSubject.ts';
import { inFreshBrowser } from './measure/freshBrowser.ts';
import { measureJob } from './measure/job.ts';
import { measureLoading } from './measure/loading.ts';
import { measurePace } from './measure/pace.ts';
import { peerSubject } from './measure/peerSubject.ts';
import { measureRate, type RateCost, SCENARIOS } from './measure/rate.ts';
import { measureTexts } from './measure/texts.ts';
import { type Box, visit } from './measure/visit.ts';
import { help, type Options, optionsFrom } from './options.ts';
import { type Measured, report } from './report/report.ts';
import { createWorld } from './world.ts';

const reportFile = join(import.meta.dirname, 'REPORT.md');

/** What the peers are shown in when the console is not measured. */
const USUAL_BOX: Box = { width: 1166, height: 590, header: 184 };

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
        const answers = await world.answersFor(subject, answerScript);
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

async function inEachRun<Cost>(
  { runs }: Options,
  title: string,
  measure: (browser: Browser) => Promise<Cost>,
): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 1; run <= runs; run += 1) {
    console.log(`${title}, run ${run}`);
    costs.push(await inFreshBrowser(measure));
  }
  return costs;
}

async function main(options: Options): Promise<void> {
  if (options.build) {
    if (options.job || options.rate || options.only.includes('console')) await buildConsole();
    if (options.only.some((name) => name !== 'console')) await buildPeers();
    if (options.audit) await buildAudit();
    if (options.texts) await buildTexts();
  }
  const audits = options.audit ? await inEachRun(options, 'The audit', measureAudit) : [];
  const texts = options.texts
    ? await inEachRun(options, 'Making people findable', measureTexts)
    : [];
  const recorder = await buildScript('recorder');
  const job = options.job
    ? await inFreshBrowser((browser) => measureJob(browser, recorder))
    : undefined;
  const rates: RateCost[] = [];
  for (const scenario of options.rate ? SCENARIOS : []) {
    console.log(`The rate limit: ${scenario.title}`);
    rates.push(await inFreshBrowser((browser) => measureRate(browser, scenario)));
  }
  const all: Measured[] = [];
  if (options.only.length > 0) {
    for (const users of options.users) all.push(await measure(users, options, recorder));
  }
  const text = report(
    all,
    { job, rates, audits, texts },
    {
      runs: options.runs,
      processors: availableParallelism(),
      ...(await inFreshBrowser(async (browser) => ({
        browser: `Chromium ${browser.version()}`,
        pace: await measurePace(browser),
      }))),
    },
  );
  console.log(`\n${text}`);
  if (options.isWhole) await writeFile(reportFile, text);
}

const options = optionsFrom(process.argv.slice(2));
if (options === 'help') console.log(help);
else await main(options);
