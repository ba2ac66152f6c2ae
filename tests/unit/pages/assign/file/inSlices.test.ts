import { describe, expect, it, vi } from 'vitest';
import { inSlices } from '@/pages/assign/file/inSlices';

/** Work that takes so many milliseconds in steps of one. */
function* working(milliseconds: number): Generator<number, string> {
  for (let done = 0; done < milliseconds; done++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    yield done / milliseconds;
  }
  return 'done';
}

const signal = new AbortController().signal;
const onShare = () => undefined;

describe('long work in slices', () => {
  it('gives its result', async () => {
    expect(await inSlices(working(3), { signal, onShare })).toBe('done');
  });

  it('lets the page answer in between, and tells how far it is', async () => {
    const shares = vi.fn<(share: number) => void>();
    let answers = 0;
    const timer = setInterval(() => {
      answers += 1;
    });
    await inSlices(working(100), { signal, onShare: shares });
    clearInterval(timer);

    expect(answers).toBeGreaterThan(2);
    expect(shares.mock.calls.length).toBeGreaterThan(2);
    const told = shares.mock.calls.map(([share]) => share);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('stops between two slices when it is called off', async () => {
    const controller = new AbortController();
    const work = working(10_000);
    const result = inSlices(work, { signal: controller.signal, onShare });
    controller.abort();
    await expect(result).rejects.toHaveProperty('name', 'AbortError');
  });
});
