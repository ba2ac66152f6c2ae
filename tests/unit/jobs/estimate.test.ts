import { describe, expect, it } from 'vitest';
import { type EstimateFacts, timeLeftMs } from '@/jobs/estimate';

const facts: EstimateFacts = {
  settled: 1_000,
  pairCount: 2_000,
  activeMs: 10_000,
  requests: 20,
  allowedAMinute: 300,
  heldForMs: 0,
};

describe('the time that a job may still take', () => {
  it('follows the pace so far', () => {
    expect(timeLeftMs(facts)).toBe(10_000);
  });

  it('is unknown before anything is settled', () => {
    expect(timeLeftMs({ ...facts, settled: 0 })).toBeUndefined();
  });

  it('is no shorter than the rate limit allows', () => {
    // 20,000 pairs more are 400 requests more: the second window must be waited for.
    expect(timeLeftMs({ ...facts, activeMs: 100, pairCount: 21_000 })).toBe(60_000);
  });

  it('includes the wait that has begun', () => {
    expect(timeLeftMs({ ...facts, activeMs: 100, heldForMs: 22_000 })).toBe(22_000);
  });

  it('needs no rate limit', () => {
    expect(timeLeftMs({ ...facts, allowedAMinute: undefined })).toBe(10_000);
  });
});
