import { describe, expect, it } from 'vitest';
import { WINDOW_MS } from '@/api/sentLog';
import { type EstimateFacts, timeLeftMs } from '@/jobs/estimate';

/** One request a second, all by itself. */
const facts: EstimateFacts = {
  requestsLeft: 20,
  latest: { ms: 10_000, requests: 20, settled: 1_000 },
  pace: 61,
  used: 20,
  works: [{ demand: 122, left: undefined }],
  isHeld: false,
  heldForMs: 0,
};

describe('the time that a job may still take', () => {
  it('follows the pace of the last seconds while the limit is far', () => {
    expect(timeLeftMs(facts)).toBe(10_000);
  });

  it('is unknown before anything is done', () => {
    const latest = { ms: 0, requests: 0, settled: 0 };
    expect(timeLeftMs({ ...facts, latest })).toBeUndefined();
  });

  it('is no shorter than the rate limit allows once there is no more room', () => {
    // 41 more go at once, and one a second after that.
    expect(timeLeftMs({ ...facts, requestsLeft: 241 })).toBe(200_000);
  });

  it('goes by the limit where that holds it back, whatever the last seconds were like', () => {
    expect(timeLeftMs({ ...facts, isHeld: true, requestsLeft: 100 })).toBe(97_500);
  });

  it('includes the wait that has begun', () => {
    expect(timeLeftMs({ ...facts, heldForMs: 22_000 })).toBe(22_000 + 20_000 - 2_500);
  });

  it('is longer while another work has its share, and no longer once that has ended', () => {
    const works: EstimateFacts['works'] = [
      { demand: 122, left: undefined },
      { demand: 122, left: 30 },
    ];
    // Half the pace until the other has sent its 30, the whole of it for the last 70.
    const left = timeLeftMs({ ...facts, works, isHeld: true, requestsLeft: 100 });
    expect(left).toBeCloseTo(60_000 + 70_000 - 2_500, -1);
  });

  it('is not longer for a work that the limit does not hold back', () => {
    const works: EstimateFacts['works'] = [
      { demand: 122, left: undefined },
      { demand: 1, left: 1_000 },
    ];
    const left = timeLeftMs({ ...facts, works, isHeld: true, requestsLeft: 60 });
    expect(left).toBeCloseTo(WINDOW_MS - 2_500, -1);
  });
});
