import type { AuditCost } from '../audit/page.ts';
import type { JobCost } from '../measure/job.ts';
import type { Loading } from '../measure/loading.ts';
import { PACE_TEXTS } from '../measure/pace.ts';
import type { RateCost } from '../measure/rate.ts';
import type { TextsCost } from '../measure/texts.ts';
import { LICENSES, SCROLL, TEXTS, type Visit } from '../measure/visit.ts';
import { SUBJECTS, type SubjectName } from '../options.ts';
import { auditSection } from './audit.ts';
import { met, shown, table } from './markdown.ts';
import { MEASURES, type Measure, type Target } from './measures.ts';
import { median } from './numbers.ts';
import { rateSection } from './rate.ts';
import { textsSection } from './texts.ts';

/** All visits with one number of users. */
export interface Measured {
  users: number;
  visits: Map<SubjectName, Visit[]>;
  loadings: Loading[];
}

export interface Conditions {
  runs: number;
  browser: string;
  processors: number;
  /** See `measurePace`. */
  pace: number;
}

const TITLES: Record<SubjectName, string> = {
  console: 'Console',
  ag: 'AG Grid',
  agTuned: 'AG Grid, tuned',
  mui: 'MUI X DataGrid',
  glide: 'glide-data-grid',
};

/** The targets are for this many users. */
const TARGET_USERS = 200_000;

/** What was measured beside the matrix. */
interface Others {
  job: JobCost | undefined;
  /** One a scenario. */
  rates: readonly RateCost[];
  /** One a run. */
  audits: readonly AuditCost[];
  texts: readonly TextsCost[];
}

/** The report as Markdown. */
export function report(
  all: readonly Measured[],
  { job, rates, audits, texts }: Others,
  conditions: Conditions,
): string {
  return [
    '# The matrix, measured',
    '',
    ...introduction(conditions),
    ...all.flatMap(section),
    ...(job ? jobSection(job) : []),
    ...rateSection(rates),
    ...textsSection(texts),
    ...auditSection(audits),
  ].join('\n');
}

function introduction({ runs, browser, processors, pace }: Conditions): string[] {
  return [
    `Written by \`npm run bench\`: production builds, ${browser}, ${processors} processors, ${runs === 1 ? 'one run each' : `medians of ${runs} runs`}, each in a browser of its own, one grid after the other. Of the machine's speed: sorting ${shown(PACE_TEXTS, '')} texts in this browser takes ${shown(pace, 'ms')} at best.`,
    '',
    'Times depend on the machine and on what else it does: compare only the figures of one report, and rather their ratios. What each figure is:',
    '',
    '- **The data** is the same for all: the people of the sandbox, 40 licenses, about 4 held by each. The console reads them through its API client; the other grids are handed an array of objects with a field a column. All grids have the same room on the screen, the same row height and the same columns.',
    '- **To the paint**: from the input to two frames after the right rows are there (their number and the first names are checked), so 33 to 50 ms is the floor.',
    '- **Busy**: what the main thread has worked for it in that time, in ticks of its own clock, so that other programs do not count. **Afterwards**: what it worked then, until it had nothing more to do.',
    `- **Text filter**: ${TEXTS.length} inputs such as ${quoted(TEXTS.slice(0, 4))} into the search box, over name, email, department and title, accents folded. **License filter**: ${LICENSES.join(', ')}; in the console a click in the open list "Holds", in the others a choice in a list of the browser's own. **Sort**: by email in a list, then two clicks on the header of the names. **Select all**: a click on the checkbox in the header, no filter set.`,
    `- **Scroll**: ${SCROLL.frames} frames of ${SCROLL.pixels} pixels. Blank rows are counted in a second pass, after each paint.`,
    '- **Memory** after the garbage was collected, objects and typed arrays, workers included, after all operations. The console derives what it needs as it reads, the other grids when they are shown: the figure that is fair is that of data and grid together.',
    '- **AG Grid** (Community) is as it comes, without a framework around it; **tuned** has the cache of its quick filter, no animation, and only the modules it needs. **MUI X DataGrid** (Community) shows at most 100 rows a page: only those are scrolled. **glide-data-grid** draws a picture and leaves filtering and sorting to the application, here `filter` and `toSorted`; what a blank row is can be seen in the picture, but not whether a row is out of place. Each sorts by its own rules: AG Grid and glide by code unit, MUI and the console by language, which costs more.',
    '',
  ];
}

function section(measured: Measured): string[] {
  const { users, visits } = measured;
  const names = SUBJECTS.filter((name) => visits.has(name));
  const withTargets = users === TARGET_USERS && names.includes('console') && names.includes('ag');
  const ratios = names.filter((name) => name === 'ag' || name === 'agTuned');
  const hasRatios = names.includes('console');
  const head = [
    '',
    ...names.map((name) => TITLES[name]),
    ...(hasRatios ? ratios.map((name) => `${TITLES[name]} ÷ console`) : []),
    ...(withTargets ? ['target', ''] : []),
  ];
  const rows = MEASURES.map((measure) => {
    const values = valuesOf(measure, measured);
    const ours = values.get('console') ?? Number.NaN;
    return [
      measure.title,
      ...names.map((name) => shown(values.get(name), measure.unit)),
      ...(hasRatios ? ratios.map((name) => ratio(values.get(name), ours)) : []),
      ...(withTargets ? verdict(measure.target, ours, values.get('ag')) : []),
    ];
  });
  return [
    `## ${users.toLocaleString('en-US')} users`,
    '',
    ...table(head, rows),
    '',
    ...loadingLines(measured.loadings),
    ...(hasRatios ? peersAhead(measured, names) : []),
  ];
}

function valuesOf(measure: Measure, { visits }: Measured): Map<SubjectName, number> {
  return new Map([...visits].map(([name, seen]) => [name, measure.of(seen)]));
}

function verdict(
  target: Target | undefined,
  ours: number,
  theirs = Number.NaN,
): [target: string, verdict: string] {
  if (!target) return ['', ''];
  const { text, isMet } = judged(target, ours, theirs);
  return [text, met(isMet)];
}

function judged(target: Target, ours: number, theirs: number): { text: string; isMet: boolean } {
  switch (target.kind) {
    case 'times less':
      return { text: `${target.times} × less than AG Grid`, isMet: theirs / ours >= target.times };
    case 'at most more':
      return { text: `AG Grid + ${target.more}`, isMet: ours <= theirs + target.more };
    case 'below':
      return { text: `< ${target.limit}`, isMet: ours < target.limit };
    case 'at most':
      return { text: `≤ ${target.limit}`, isMet: ours <= target.limit };
  }
}

function loadingLines(loadings: readonly Loading[]): string[] {
  if (loadings.length === 0) return [];
  const of = (pick: (loading: Loading) => number) => shown(median(loadings.map(pick)), 'ms');
  return [
    'The console reading the organization over HTTP, without a rate limit:',
    '',
    ...table(
      ['first answer to first rows', 'to all rows', 'longest task', 'first rows after a reload'],
      [
        [
          of(({ firstRows }) => firstRows),
          of(({ all }) => all),
          of(({ longestTask }) => longestTask),
          of(({ reloaded }) => reloaded),
        ],
      ],
    ),
    '',
  ];
}

const BOOKKEEPING_PERCENT = 5;
const INPUT_MS = 100;

function jobSection(job: JobCost): string[] {
  const percent = (time: number) => `${((100 * time) / job.all).toFixed(1)} %`;
  const share = (time: number) => [
    percent(time),
    `< ${BOOKKEEPING_PERCENT} %`,
    met((100 * time) / job.all < BOOKKEEPING_PERCENT),
  ];
  const input = (time: number) => [shown(time, 'ms'), `< ${INPUT_MS} ms`, met(time < INPUT_MS)];
  const count = (value: number) => value.toLocaleString('en-US');
  return [
    `## A job of ${count(job.pairs)} changes`,
    '',
    `One license for every active user who lacks it, begun and run in the console against the sandbox with the service's limit of 300 requests a minute: ${count(job.requests)} requests in ${(job.all / 1000).toFixed(0)} s, every change confirmed by read-back.`,
    '',
    ...table(
      ['', 'measured', 'target', ''],
      [
        [
          'Requests that the service refused (429)',
          count(job.refused),
          '0',
          met(job.refused === 0),
        ],
        [
          'Bookkeeping: time without a request under way that the limit did not ask for',
          ...share(job.between),
        ],
        ['Bookkeeping: time that the main thread worked', ...share(job.busy)],
        ['Longest task of the main thread', ...input(job.longestTask)],
        ['From a key to the next paint, at worst', ...input(job.slowestKey)],
      ],
    ),
    '',
  ];
}

/** Where another grid has the better figure, by more than one can measure. */
function peersAhead(measured: Measured, names: readonly SubjectName[]): string[] {
  const NOTEWORTHY = 1.05;
  const lines = names
    .filter((name) => name !== 'console')
    .map((name) => {
      const better = MEASURES.flatMap((measure) => {
        const values = valuesOf(measure, measured);
        const [ours, theirs] = [values.get('console'), values.get(name)];
        if (ours === undefined || theirs === undefined) return [];
        if (ours <= theirs * NOTEWORTHY || ours - theirs < 1) return [];
        const { title, unit } = measure;
        return [`${title} (${shown(theirs, unit)}, console ${shown(ours, unit)})`];
      });
      return `- **${TITLES[name]}**: ${better.length > 0 ? better.join('; ') : 'nowhere'}.`;
    });
  if (lines.length === 0) return [];
  return ['Where another grid is ahead of the console:', '', ...lines, ''];
}

function ratio(theirs: number | undefined, ours: number): string {
  if (theirs === undefined || ours === 0 || Number.isNaN(theirs / ours)) return '–';
  return (theirs / ours).toFixed(1);
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}
