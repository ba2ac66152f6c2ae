/** Shorter than a frame, so that typing and scrolling go on in between. */
const SLICE_MS = 10;

interface SliceOptions {
  readonly signal: AbortSignal;
  /** Told the share that is done, after each slice. */
  readonly onShare: (share: number) => void;
}

/** Runs long work on the page's own thread in slices, between which the page answers. */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  { signal, onShare }: SliceOptions,
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + SLICE_MS;
    let step = work.next();
    while (!step.done && performance.now() < end) step = work.next();
    if (step.done) return step.value;
    onShare(step.value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
