/**
 * Runs inside the measured page, before its own scripts. It does no more in a frame than it must: its work counts as
 * the page's.
 */
import type { Expected } from './answers.ts';
import { fold } from './fold.ts';
import { type Grid, grids, middleOf, type Point } from './grids.ts';

export type GridName = keyof typeof grids;

/** When an operation is done: the rows that are shown, and whether they are selected. */
export interface Goal extends Partial<Expected> {
  selected?: boolean;
}

export interface Recorder {
  grid: Grid;
  /**
   * Waits for the next input to the page, then for the goal and two frames more. Gives the milliseconds from the input
   * on. Rejects when the goal was reached before anything was done, or is not in time.
   */
  untilShown(goal: Goal): Promise<number>;
  /** The same for what was painted already, counted from the beginning of the page's life. */
  isShown(goal: Goal): boolean;
  /** The times between frames. */
  scroll(frames: number, pixels: number): Promise<number[]>;
  /** How many rows on the screen had no name, or another row's, over all frames. */
  scrollBlanks(frames: number, pixels: number): Promise<{ blank: number; seen: number }>;
  /** Chooses from a list of the browser's own. */
  setValue(list: Node, value: string): void;
  /** The latest `untilShown`, for whoever waits for it later. */
  pending: Promise<number> | undefined;
  middleOf(element: Element): Point;
  /** The durations of the long tasks since the last call. */
  takeLongTasks(): number[];
  /** The size of the grid on the screen, and of its header. */
  box(): { width: number; height: number; header: number };
  /** Milliseconds of the page's life until rows were first painted; only where `benchWatches`. */
  firstRows: number | undefined;
}

declare global {
  interface Window {
    bench: Recorder;
    benchGrid: GridName;
    /** The page shows rows by itself, and the time of the first is wanted. */
    benchWatches?: boolean;
  }
}

const PATIENCE_MS = 20_000;

const grid = grids[window.benchGrid];
const longTasks: number[] = [];
const observer = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
});
observer.observe({ type: 'longtask', buffered: true });

function isShown({ count, first, selected }: Goal): boolean {
  if (count !== undefined && grid.count() !== count) return false;
  if (selected !== undefined && grid.isSelectedAt(0) !== selected) return false;
  return (first ?? []).every((name, position) => {
    const shown = grid.nameAt(position);
    if (shown === undefined) return false;
    if (shown.startsWith(name)) return true;
    // Names that differ in accents and case only may come in any order. Folding is slow, so the first letter goes first.
    return fold(shown.slice(0, 1)) === fold(name.slice(0, 1)) && fold(shown).startsWith(fold(name));
  });
}

function describe(): string {
  const names = [0, 1, 2].map((position) => grid.nameAt(position));
  return `${grid.count()} rows, the first: ${names.join(', ')}`;
}

/** Before any of them takes effect; some grids act when the button goes down. */
const inputs = ['pointerdown', 'input', 'change'] as const;

function untilShown(goal: Goal): Promise<number> {
  return new Promise((resolve, reject) => {
    function begin(event: Event): void {
      for (const input of inputs) window.removeEventListener(input, begin, true);
      if (isShown(goal)) {
        reject(new Error(`Nothing is left to do: ${describe()}`));
        return;
      }
      const start = event.isTrusted ? event.timeStamp : performance.now();
      requestAnimationFrame(function look() {
        if (isShown(goal)) {
          afterFrames(2, () => resolve(performance.now() - start));
        } else if (performance.now() - start > PATIENCE_MS) {
          reject(new Error(`Wanted ${JSON.stringify(goal)}, but there are ${describe()}`));
        } else requestAnimationFrame(look);
      });
    }
    for (const input of inputs) window.addEventListener(input, begin, true);
  });
}

function afterFrames(frames: number, then: () => void): void {
  if (frames === 0) then();
  else requestAnimationFrame(() => afterFrames(frames - 1, then));
}

/** Runs as soon as the frame that is being made has been painted. */
function afterPaint(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', then);
  port1.start();
  port2.postMessage(null);
}

/**
 * One step a frame, between two frames as a wheel's steps come: the page hears of it at the beginning of the next frame
 * and has that frame's time to draw the rows. Turns round at the ends.
 */
function scrollSteps(
  pixels: number,
  onFrame: (now: number) => 'go on' | 'stop',
  onPainted?: () => void,
): void {
  const scroller = grid.scroller();
  let step = pixels;
  requestAnimationFrame(function frame(now) {
    if (onFrame(now) === 'stop') return;
    afterPaint(() => {
      onPainted?.();
      const end = scroller.scrollHeight - scroller.clientHeight;
      if (scroller.scrollTop + step > end) step = -pixels;
      if (scroller.scrollTop + step < 0) step = pixels;
      scroller.scrollTop += step;
      requestAnimationFrame(frame);
    });
  });
}

function scroll(frames: number, pixels: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let before: number | undefined;
    scrollSteps(pixels, (now) => {
      if (before !== undefined) times.push(now - before);
      before = now;
      if (times.length < frames) return 'go on';
      resolve(times);
      return 'stop';
    });
  });
}

function scrollBlanks(frames: number, pixels: number): Promise<{ blank: number; seen: number }> {
  const { left, top, bottom } = grid.names();
  const scroller = grid.scroller();
  return new Promise((resolve) => {
    let remaining = frames;
    let blank = 0;
    let seen = 0;
    scrollSteps(
      pixels,
      () => {
        if (remaining-- > 0) return 'go on';
        resolve({ blank, seen });
        return 'stop';
      },
      () => {
        const end = Math.min(bottom, top + scroller.scrollHeight - scroller.scrollTop);
        for (let y = top + grid.rowHeight / 2; y < end; y += grid.rowHeight) {
          const wanted = Math.floor((scroller.scrollTop + y - top) / grid.rowHeight);
          seen += 1;
          if (!grid.isAt(wanted, left + 8, y)) blank += 1;
        }
      },
    );
  });
}

function setValue(select: Node, value: string): void {
  if (!(select instanceof HTMLSelectElement)) throw new Error('This is no list to choose from');
  select.value = value;
  if (select.value !== value) throw new Error(`The list has no ${value}`);
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

window.bench = {
  grid,
  untilShown,
  isShown,
  scroll,
  scrollBlanks,
  setValue,
  middleOf,
  takeLongTasks() {
    for (const { duration } of observer.takeRecords()) longTasks.push(duration);
    return longTasks.splice(0);
  },
  pending: undefined,
  box() {
    const { width, height, top } = grid.scroller().getBoundingClientRect();
    return { width, height, header: grid.names().top - top };
  },
  firstRows: undefined,
};

function watchForRows(): void {
  if ((grid.count() ?? 0) > 0 && grid.nameAt(0)) {
    afterPaint(() => {
      window.bench.firstRows = performance.now();
    });
  } else requestAnimationFrame(watchForRows);
}
if (window.benchWatches) requestAnimationFrame(watchForRows);
