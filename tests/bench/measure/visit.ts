import type { Page } from '@playwright/test';
import type { Answers } from '../inPage/answers.ts';
import type { Point } from '../inPage/grids.ts';
import type { Goal } from '../inPage/recorder.ts';
import { type Heap, Meter } from './meter.ts';
import { countScripts, openPage, type PageOptions } from './page.ts';
import type { Subject } from './subject.ts';

/** What one operation has cost, in milliseconds. */
export interface Cost {
  /** From the input to two frames after the right rows were shown. */
  paint: number;
  /** What the main thread has worked for it in that time. */
  busy: number;
  /** What it has worked afterwards, until it had nothing more to do. */
  later: number;
}

export interface Scrolling {
  /** Milliseconds between frames. */
  frames: number[];
  /** Main-thread milliseconds a frame. */
  busy: number;
  blank: number;
  seen: number;
}

export interface Box {
  width: number;
  height: number;
  header: number;
}

/** One visit with a fresh profile. */
export interface Visit {
  firstRows: Cost;
  text: Cost[];
  license: Cost[];
  sortOther: Cost;
  sortName: Cost;
  sortAgain: Cost;
  select: Cost[];
  scroll: Scrolling;
  /** Before anything was read, before the rows were shown, and at the end. */
  heap: { empty: Heap; read: Heap; end: Heap };
  /** Milliseconds of each long task, from the first rows on. */
  longTasks: number[];
  scriptKb: number;
  /** Of the grid on the screen, in pixels. */
  box: Box;
}

/** What somebody types who looks for a person, and changes their mind. */
export const TEXTS = [
  'g',
  'ga',
  'gar',
  'garcia',
  '',
  'w',
  'wa',
  'walker',
  '',
  'customer',
  'müller',
  '',
];
/** Held by many, by some and by few. */
export const LICENSES = ['userRecording', 'agentAssist', 'wfm', 'cloudCX4'];
export const SCROLL = { frames: 200, pixels: 400 };
const SELECTIONS = 3;

export interface VisitOptions extends PageOptions {
  subject: Subject;
  answers: Answers;
}

export async function visit(options: VisitOptions): Promise<Visit> {
  const { subject, answers } = options;
  const { context, page } = await openPage(options, subject.grid);
  try {
    const scripts = countScripts(page);
    await subject.open(page);
    const meter = await Meter.of(page);
    await meter.idle();
    const empty = await meter.heap();
    await subject.read(page);
    await meter.idle();
    const read = await meter.heap();
    await page.evaluate(() => window.bench.takeLongTasks());
    const run = new Run(page, meter);

    const firstRows = await run.click(await subject.showButton(page), answers.all);
    await page.evaluate(() => window.bench.takeLongTasks());
    const text = await filterByText(run, options);
    const license = await filterByLicense(run, options);
    const sorts = await sort(run, options);
    const select = await selectAll(run, options);
    const scroll = await scrollThrough(run);
    const longTasks = await page.evaluate(() => window.bench.takeLongTasks());
    const heap = { empty, read, end: await meter.heap() };
    const scriptKb = await scripts();
    const box = await page.evaluate(() => window.bench.box());
    return { firstRows, text, license, ...sorts, select, scroll, heap, longTasks, scriptKb, box };
  } finally {
    await context.close();
  }
}

/** Does things to a page and takes the time. */
class Run {
  readonly page: Page;
  readonly meter: Meter;

  constructor(page: Page, meter: Meter) {
    this.page = page;
    this.meter = meter;
  }

  /** Everything is in place before the clock starts: `act` is to be one input and no more. */
  async measure(goal: Goal, act: () => Promise<void>): Promise<Cost> {
    const { page, meter } = this;
    await page.evaluate((goal) => {
      window.bench.pending = window.bench.untilShown(goal);
    }, goal);
    const [paint, busy] = await Promise.all([
      page.evaluate(() => window.bench.pending),
      (async () => {
        const start = await meter.busy();
        await act();
        return start;
      })(),
    ]).then(async ([paint, start]) => [paint, (await meter.busy()) - start] as const);
    if (paint === undefined) throw new Error('The recorder has lost what it was measuring');
    const end = await meter.busy();
    await meter.idle();
    return { paint, busy, later: (await meter.busy()) - end };
  }

  async click({ x, y }: Point, goal: Goal): Promise<Cost> {
    await this.page.mouse.move(x, y);
    await this.meter.idle();
    return this.measure(goal, async () => {
      await this.page.mouse.down();
      await this.page.mouse.up();
    });
  }
}

async function filterByText(run: Run, { answers }: VisitOptions): Promise<Cost[]> {
  const costs: Cost[] = [];
  await run.page.getByRole('searchbox', { name: 'Filter users' }).click();
  for (const [i, text] of TEXTS.entries()) {
    await run.page.keyboard.press('ControlOrMeta+A');
    await run.meter.idle();
    costs.push(
      await run.measure(answers.byText[i] ?? {}, () =>
        text === '' ? run.page.keyboard.press('Delete') : run.page.keyboard.insertText(text),
      ),
    );
  }
  return costs;
}

async function filterByLicense(run: Run, { subject, answers }: VisitOptions): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const [i, licenseId] of LICENSES.entries()) {
    const choose = await subject.aimAtLicense(run.page, licenseId);
    await run.meter.idle();
    costs.push(await run.measure(answers.byLicense[i] ?? {}, choose));
    await subject.clearLicense(run.page);
    await run.page.waitForFunction((goal) => window.bench.isShown(goal), answers.all);
  }
  return costs;
}

async function sort(run: Run, { answers }: VisitOptions) {
  const { page } = run;
  const list = await page.waitForSelector(
    'select:is([aria-label="Sort by"], label:has-text("Sort by") + * *)',
  );
  await run.meter.idle();
  const sortOther = await run.measure(answers.byEmailBackwards, () =>
    list.evaluate((element) => window.bench.setValue(element, '-email')),
  );
  const header = await page.evaluate(() => window.bench.grid.nameHeader());
  const sortName = await run.click(header, answers.byName);
  const sortAgain = await run.click(header, answers.byNameBackwards);
  return { sortOther, sortName, sortAgain };
}

async function selectAll(run: Run, { subject, answers }: VisitOptions): Promise<Cost[]> {
  const { page } = run;
  const box = await page.evaluate(() => window.bench.grid.headerCheckbox());
  const costs: Cost[] = [];
  for (let i = 0; i < SELECTIONS; i += 1) {
    costs.push(await run.click(box, { selected: true }));
    const count = await subject.selectedCount(page);
    if (count !== answers.all.count) {
      throw new Error(`${count} of ${answers.all.count} users are selected`);
    }
    await run.click(box, { selected: false });
  }
  return costs;
}

async function scrollThrough({ page, meter }: Run): Promise<Scrolling> {
  await page.mouse.move(1, 1);
  await meter.idle();
  const start = await meter.busy();
  const frames = await page.evaluate(
    ({ frames, pixels }) => window.bench.scroll(frames, pixels),
    SCROLL,
  );
  const busy = ((await meter.busy()) - start) / frames.length;
  await meter.idle();
  const { blank, seen } = await page.evaluate(
    ({ frames, pixels }) => window.bench.scrollBlanks(frames, pixels),
    SCROLL,
  );
  if (seen === 0) throw new Error('No rows were looked at while scrolling');
  return { frames, busy, blank, seen };
}
