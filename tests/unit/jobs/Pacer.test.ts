// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from '@/jobs/Pacer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function paced() {
  const draw = vi.fn<() => void>();
  return { draw, pacer: new Pacer(250, draw) };
}

describe('something done at an even pace', () => {
  it('is done at once, then once for all that is asked meanwhile', () => {
    const { draw, pacer } = paced();
    for (let times = 0; times < 10; times += 1) pacer.ask();
    expect(draw).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(250);
    expect(draw).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(10_000);
    expect(draw).toHaveBeenCalledTimes(2);
    pacer.ask();
    expect(draw).toHaveBeenCalledTimes(3);
  });

  it('keeps its pace while it is asked on and on', () => {
    const { draw, pacer } = paced();
    for (let passed = 0; passed < 1_000; passed += 10) {
      pacer.ask();
      vi.advanceTimersByTime(10);
    }
    expect(draw.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(draw.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('is not delayed where it cannot wait, and not once more for what was asked before', () => {
    const { draw, pacer } = paced();
    pacer.ask();
    pacer.ask();
    pacer.doNow();
    expect(draw).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1_000);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('stops with nothing left to be done', () => {
    const { draw, pacer } = paced();
    pacer.ask();
    pacer.ask();
    pacer.stop();
    vi.advanceTimersByTime(1_000);
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
