/**
 * What the benchmark runs inside the page. Each function is sent there as text and may use nothing from outside itself
 * but the recorder, which `installRecorder` puts in place before the page's own scripts.
 */

export interface Recorder {
  /** When the matrix last looked different, as painted: rows, or the end of the reading. */
  lastChange: number;
  /** When the last answer about users or assignments was in. */
  lastAnswer: () => number;
  /** Does something, and says when its last effect on the text of the page was painted, in ms from the beginning. */
  untilPainted: (act: () => void) => Promise<number>;
}

declare global {
  interface Window {
    recorder: Recorder;
  }
}

export function installRecorder(): void {
  /** How long nothing may change before the effect counts as complete, and how long it may take to begin. */
  const QUIET_MS = 300;
  const PATIENCE_MS = 10_000;

  /** After the frame that is being made has been handed to the screen. */
  function afterPaint(then: (time: number) => void): void {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => then(performance.now()));
    channel.port1.start();
    channel.port2.postMessage(null);
  }

  function looks(): string {
    const grid = document.querySelector('[role=grid]');
    const rows = [...document.querySelectorAll('[role=row]')].slice(0, 5);
    const text = rows.map((row) => row.textContent).join();
    const isReading = document.querySelector('[role=progressbar]') !== null;
    return [grid?.getAttribute('aria-rowcount'), isReading, grid ? text : probe()].join();
  }

  function probe(): string {
    return document.querySelector('[data-probe]')?.textContent ?? '';
  }

  const recorder: Recorder = {
    lastChange: 0,
    lastAnswer() {
      const answers = performance
        .getEntriesByType('resource')
        .filter(({ name }) =>
          /\/api\/v2\/(license\/users|license\/organization|users)\b(?!\/me)/.test(name),
        )
        .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0));
      return Math.max(0, ...answers);
    },
    untilPainted: (act) =>
      new Promise((resolve, reject) => {
        let seen = looks();
        let painted = 0;
        const start = performance.now();
        act();
        function frame(): void {
          const now = looks();
          if (now !== seen) {
            seen = now;
            afterPaint((time) => {
              painted = time;
            });
          }
          const limit = painted === 0 ? PATIENCE_MS : QUIET_MS;
          if (performance.now() - Math.max(start, painted) < limit) requestAnimationFrame(frame);
          else if (painted === 0) reject(new Error('Nothing on the page changed'));
          else resolve(painted - start);
        }
        requestAnimationFrame(frame);
      }),
  };
  window.recorder = recorder;

  let last = '';
  function watch(): void {
    const now = looks();
    if (now !== last) {
      last = now;
      afterPaint((time) => {
        recorder.lastChange = time;
      });
    }
    requestAnimationFrame(watch);
  }
  requestAnimationFrame(watch);
}

/** Types over what is in the search box, as one input. */
export function filterBy(text: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!box) throw new Error('The page has no search box');
  return window.recorder.untilPainted(() => {
    // React keeps an eye on the element's own property; this goes past it, as the keyboard does.
    Reflect.set(HTMLInputElement.prototype, 'value', text, box);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The same change on a page that has nothing else to do: what the measuring itself costs. */
export function changeProbe(text: string): Promise<number> {
  const probe = document.querySelector('[data-probe]');
  if (!probe) throw new Error('The page has no probe');
  return window.recorder.untilPainted(() => {
    probe.textContent = text;
  });
}

/** Selects all that match, and says when the first row shows it. */
export function toggleAll(): Promise<number> {
  const box = document.querySelector<HTMLElement>('[role=columnheader] input[type=checkbox]');
  const row = document.querySelector('[role=row][aria-selected]');
  if (!box || !row) throw new Error('The page has no matrix');
  const before = row.getAttribute('aria-selected');
  return new Promise((resolve) => {
    const start = performance.now();
    box.click();
    function frame(): void {
      if (row?.getAttribute('aria-selected') === before) requestAnimationFrame(frame);
      else {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now() - start));
        channel.port1.start();
        channel.port2.postMessage(null);
      }
    }
    requestAnimationFrame(frame);
  });
}

/** Scrolls the matrix by so many pixels a frame, there and back, and gives the time of each frame. */
export function scrollFrames({
  frames,
  pixels,
}: {
  frames: number;
  pixels: number;
}): Promise<number[]> {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('The page has no matrix');
  return new Promise((resolve) => {
    const times: number[] = [];
    let step = pixels;
    let before = performance.now();
    requestAnimationFrame(function frame(now) {
      times.push(now - before);
      before = now;
      if (times.length > frames) {
        // The first one began at no frame's beginning.
        resolve(times.slice(1));
        return;
      }
      if (grid.scrollTop + grid.clientHeight + pixels > grid.scrollHeight) step = -pixels;
      if (grid.scrollTop < pixels) step = pixels;
      grid.scrollTop += step;
      requestAnimationFrame(frame);
    });
  });
}
