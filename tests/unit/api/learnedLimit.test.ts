// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { afterQuiet, afterRefusal, type Learned } from '@/api/learnedLimit';

const MINUTE = 60_000;
const refusal = { now: 0, allowed: 300, before: undefined, passed: 200, window: undefined };

function lowered(facts: Partial<Parameters<typeof afterRefusal>[0]>): Learned {
  const learned = afterRefusal({ ...refusal, ...facts });
  if (!learned) throw new Error('Nothing was learned');
  return learned;
}

describe('a refusal', () => {
  it('teaches nothing where the own requests fill the limit', () => {
    expect(afterRefusal({ ...refusal, passed: 300 })).toBeUndefined();
  });

  it('lowers the limit to less than went through', () => {
    const { limit } = lowered({});
    expect(limit).toBeLessThan(200);
    expect(limit).toBeGreaterThan(120);
  });

  it('tells what others leave where it says how long the window has lasted', () => {
    // In 40 s others have sent 100: they need 150 of a whole window.
    const window = { ms: 40_000, passed: 200 };
    expect(lowered({ window }).limit).toBe(150);
  });

  it('that comes to a console that has hardly sent anything only halves the limit', () => {
    expect(lowered({ passed: 3 }).limit).toBe(150);
  });

  it('that follows a raise goes back to what held before', () => {
    const before = { ...lowered({}), limit: 170, safe: 150 };
    expect(lowered({ before, passed: 165 }).limit).toBe(150);
  });
});

describe('minutes without refusal', () => {
  const first = lowered({ window: { ms: 40_000, passed: 200 } });

  it('raise the limit only when it was used', () => {
    const quiet = { now: 5 * MINUTE, allowed: 300, isUsed: false };
    expect(afterQuiet(first, quiet)).toBe(first);
  });

  it('raise it step by step, at first not beyond where it was refused', () => {
    let learned: Learned | undefined = first;
    for (let minute = 1; minute < 8; minute += 1) {
      learned =
        learned && afterQuiet(learned, { now: minute * MINUTE, allowed: 300, isUsed: true });
    }
    expect(learned?.limit).toBeGreaterThan(150);
    expect(learned?.limit).toBeLessThan(165);
  });

  it('end in the whole limit when others have gone', () => {
    let learned: Learned | undefined = first;
    let minute = 0;
    while (learned && minute < 60) {
      minute += 1;
      learned = afterQuiet(learned, { now: minute * MINUTE, allowed: 300, isUsed: true });
    }
    expect(learned).toBeUndefined();
    expect(minute).toBeLessThanOrEqual(16);
  });
});
