import { describe, expect, it } from 'vitest';
import { type EstimateFacts, timeLeftMs } from '@/jobs/estimate';

const rate = { bulkPace: 61, used: 20, passed: 20, isLimiting: false };
const facts: EstimateFacts = {
  requestsLeft: 20,
  recent: { ms: 10_000, requests: 20, settled: 1_000 },
  rate,
  heldForMs: 0,
};

describe('the time that a job may still take', () => {
  it('follows the pace of the last minute while the limit is far', () => {
    expect(timeLeftMs(facts)).toBe(10_000);
  });

  it('is unknown before anything is done', () => {
    expect(timeLeftMs({ ...facts, recent: { ms: 0, requests: 0, settled: 0 } })).toBeUndefined();
  });

  it('is no shorter than the rate limit allows once there is no more room', () => {
    // 41 more go at once, and one a second after that.
    expect(timeLeftMs({ ...facts, requestsLeft: 241 })).toBe(200_000);
  });

  it('goes by the limit where that holds it back, whatever the last minute was like', () => {
    const isLimiting = { ...rate, isLimiting: true };
    expect(timeLeftMs({ ...facts, rate: isLimiting, requestsLeft: 100 })).toBe(97_500);
  });

  it('includes the wait that has begun', () => {
    expect(timeLeftMs({ ...facts, heldForMs: 22_000 })).toBe(22_000 + 20_000 - 2_500);
  });

  it('is longer where others of this browser have their share', () => {
    const shared: EstimateFacts = {
      requestsLeft: 30,
      recent: { ms: 61_000, requests: 30, settled: 1_500 },
      rate: { bulkPace: 61, used: 60, passed: 60, isLimiting: true },
      heldForMs: 0,
    };
    expect(timeLeftMs(shared)).toBe(60_000 - 2_500);
  });
});
