/** One visit with a fresh browser profile; times in milliseconds. */
export interface Run {
  /** From a change of text to its paint, on an empty page. */
  floor: number;
  interactive: number;
  filter: number[];
  /** Main-thread time of one filter, the measuring included. */
  filterBusy: number;
  select: number;
  scrollP95: number;
  scrollLate: number;
}

export interface Conditions {
  users: number;
  texts: number;
  scroll: { frames: number; pixels: number };
  browser: string;
  processors: number;
}

/** A frame of a 60 Hz screen, with a little mercy. */
export const LATE_MS = 17.5;

export const INTERACTIVE_LIMIT_MS = 2000;
export const FILTER_LIMIT_MS = 50;

/** One figure for each measurement, over all runs. */
export function summaryOf(runs: readonly Run[]) {
  const over = (pick: (run: Run) => number) => median(runs.map(pick));
  const filters = runs.flatMap((run) => run.filter);
  return {
    floor: over((run) => run.floor),
    interactive: over((run) => run.interactive),
    filter: median(filters),
    filterP95: percentile(filters, 95),
    filterBusy: over((run) => run.filterBusy),
    select: over((run) => run.select),
    scrollP95: over((run) => run.scrollP95),
    scrollLate: over((run) => run.scrollLate),
  };
}

/** The report as Markdown. */
export function report(
  runs: readonly Run[],
  { users, texts, scroll, browser, processors }: Conditions,
): string {
  const summary = summaryOf(runs);
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const ratio = (time: number) => (time / summary.floor).toFixed(1);
  const rows = [
    [
      'From the last answer to the whole matrix, painted',
      ms(summary.interactive),
      `${INTERACTIVE_LIMIT_MS} ms`,
      ratio(summary.interactive),
    ],
    [
      'Text filter, from the key to the paint',
      ms(summary.filter),
      `${FILTER_LIMIT_MS} ms`,
      ratio(summary.filter),
    ],
    ['Text filter, 95th percentile', ms(summary.filterP95), '', ratio(summary.filterP95)],
    ['Text filter, main thread busy', ms(summary.filterBusy), '', ''],
    ['Select all that match, to the paint', ms(summary.select), '', ratio(summary.select)],
    ['Scrolling, 95th percentile of a frame', ms(summary.scrollP95), '', ''],
    [
      `Scrolling, frames over ${LATE_MS} ms of ${scroll.frames}`,
      String(summary.scrollLate),
      '',
      '',
    ],
    ['Floor: a change of text on an empty page, to its paint', ms(summary.floor), '', '1.0'],
  ];
  return [
    '# The matrix, measured',
    '',
    `Written by \`npm run bench\`: ${users.toLocaleString('en-US')} users, the production build, the stand-alone sandbox without latency or rate limit, ${browser}, ${processors} processors.`,
    '',
    `Medians of ${runs.length} runs, each with a fresh profile, ${texts} filters and ${scroll.frames} frames of ${scroll.pixels} pixels. Times depend on the machine and on what else it does: only the ratios of one report can be compared.`,
    '',
    '| what | median | limit | times the floor |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which so many percent of the others lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
  );
}
