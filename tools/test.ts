/** `npm test`: every check in turn up to the first that fails; ends with the numbers of tests that ran. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const unitReport = join(root, '.cache/unit-tests.json');
const browserReport = join(root, '.cache/e2e-tests.json');
const sdkReport = join(root, '.cache/sdk-tests.json');
// It has a folder of its own, and the tests are to pass where nobody installed it.
const sdkIsInstalled = existsSync(join(root, 'tests/sdk/node_modules'));

type Step = [title: string, command: string, environment?: NodeJS.ProcessEnv];

const sdkStep: Step = ["the vendor's SDK", `npm run test:sdk -- ${reportingTo(sdkReport)}`];
const steps: Step[] = [
  ['types, lint, generated code', 'npm run check'],
  ['unit tests', `vitest run ${reportingTo(unitReport)}`],
  ...(sdkIsInstalled ? [sdkStep] : []),
  ['production build', 'npm run build'],
  ['size budget', 'npm run size'],
  [
    'browser tests',
    'playwright test --reporter=list,json',
    { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  ],
];

for (const report of [unitReport, sdkReport, browserReport]) rmSync(report, { force: true });

if (!sdkIsInstalled) {
  console.log(
    "The vendor's SDK is not installed, so its tests are not run: npm ci --prefix tests/sdk",
  );
}

const failed = steps.find(([title, command, environment]) => {
  const started = performance.now();
  console.log(`\n── ${title}: ${command.split(' --reporter')[0]}`);
  const { status } = spawnSync(command, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
    shell: true,
  });
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds(started)} s`);
  return status !== 0;
});

const unit = vitestCounts(unitReport);
const sdk = vitestCounts(sdkReport);
const browser = browserCounts();
console.log(`\nUnit tests:    ${describe(unit)}`);
console.log(`SDK tests:     ${sdkIsInstalled ? describe(sdk) : 'not run, it is not installed'}`);
console.log(`Browser tests: ${describe(browser)}`);
console.log(failed ? `FAILED at: ${failed[0]}` : `All ran, in ${seconds(0)} s`);
console.log(`Tests: ${describe(sum(unit, sdk, browser))}`);
process.exitCode = failed ? 1 : 0;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function reportingTo(file: string): string {
  return `--reporter=default --reporter=json --outputFile.json="${file}"`;
}

function vitestCounts(file: string): Counts | undefined {
  const report = readReport(
    file,
    z.object({
      numPassedTests: z.number(),
      numFailedTests: z.number(),
      numPendingTests: z.number(),
      numTodoTests: z.number(),
    }),
  );
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

function browserCounts(): Counts | undefined {
  const report = readReport(
    browserReport,
    z.object({
      stats: z.object({
        expected: z.number(),
        unexpected: z.number(),
        flaky: z.number(),
        skipped: z.number(),
      }),
    }),
  );
  return (
    report && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
    }
  );
}

function sum(...all: (Counts | undefined)[]): Counts {
  const of = (key: keyof Counts) => all.reduce((total, counts) => total + (counts?.[key] ?? 0), 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

function readReport<T>(path: string, shape: z.ZodType<T>): T | undefined {
  return existsSync(path) ? shape.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

function describe(counts: Counts | undefined): string {
  return counts
    ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : 'not run';
}

/** Seconds since `started`, a time of `performance.now()`; 0 is the start of the process. */
function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
