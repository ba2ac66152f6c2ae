// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type LimitedOptions, LimitedService } from '../api/limitedService';
import { FakeClock } from '../api/support';
import { answerListing, LARGE, readLarge } from '../organization/pacedReading';
import { browserStorage, largeOrganization, openTab, runLargeJob } from './pacedJob';

type Limits = Omit<LimitedOptions, 'clock' | 'answer'>;

async function runUnder(limits: Limits) {
  const clock = new FakeClock();
  const { sandbox, answer } = largeOrganization(clock);
  const service = new LimitedService({ clock, answer, latencyMs: 100, ...limits });
  return { service, ...(await runLargeJob(openTab(clock, service), clock, sandbox)) };
}

// Waits are a little longer than asked, by chance.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));

const FIXED = { kind: 'fixed', beginsAt: 23_000 } as const;
const SLIDING = { kind: 'sliding' } as const;

describe('a job of 20,000 pairs, where the service says nothing of its limit', () => {
  it.each([FIXED, SLIDING])(
    'meets no refusal on a quiet token: window $kind',
    async (window) => {
      const { service, job, counts, estimates, end, minutes } = await runUnder({ window });
      expect(job.status).toBe('finished');
      expect(counts.done).toBe(20_000);
      expect(service.refusals).toEqual([]);
      // It does not dawdle either: what the limit allows is used.
      expect(job.requests / minutes).toBeGreaterThan(200);
      expect(estimates.worstBy(end)).toBeLessThan(0.2);
    },
    60_000,
  );

  it.each([
    { window: FIXED, others: { aMinute: 150, evenly: true }, says: 'message' },
    { window: FIXED, others: { aMinute: 150, evenly: false }, says: 'message' },
    { window: SLIDING, others: { aMinute: 150, evenly: true }, says: 'message' },
    { window: SLIDING, others: { aMinute: 150, evenly: true }, says: 'retryAfter' },
  ] as const)(
    'ends while others take half, with at most one refusal a window: $window.kind, evenly $others.evenly, wait told by $says',
    async (limits) => {
      const { service, job, counts, estimates, end } = await runUnder(limits);
      expect(job.status).toBe('finished');
      expect(counts.done).toBe(20_000);
      expect(service.refusalsInAWindow).toBeLessThanOrEqual(1);
      expect(estimates.worstBy(end)).toBeLessThan(0.2);
    },
    60_000,
  );
});

describe('a job of 20,000 pairs while others take half, where refusals do not even say how long to wait', () => {
  it.each([
    { window: FIXED, evenly: true },
    { window: FIXED, evenly: false },
    { window: SLIDING, evenly: true },
  ])(
    'ends with at most one refusal a window: $window.kind, evenly $evenly',
    async (limits) => {
      const others = { aMinute: 150, evenly: limits.evenly };
      const { service, job, counts, minutes } = await runUnder({
        window: limits.window,
        others,
        says: 'nothing',
      });
      expect(job.status).toBe('finished');
      expect(counts.done).toBe(20_000);
      expect(service.refusalsInAWindow).toBeLessThanOrEqual(1);
      expect(job.requests / minutes).toBeGreaterThan(100);
    },
    60_000,
  );
});

describe('a job of 20,000 pairs beside the readings of two tabs of the same browser', () => {
  it.each([
    { window: FIXED, others: undefined },
    { window: SLIDING, others: undefined },
    { window: FIXED, others: { aMinute: 150, evenly: true } },
    { window: SLIDING, others: { aMinute: 150, evenly: true } },
  ] as const)(
    'shares the limit with them: window $window.kind, others $others.aMinute a minute',
    async ({ window, others }) => {
      const clock = new FakeClock();
      const { sandbox, answer } = largeOrganization(clock);
      const service = new LimitedService({
        clock,
        latencyMs: 300,
        answer: (request) => answerListing(request) ?? answer(request),
        window,
        ...(others && { others }),
      });
      const storage = browserStorage();
      const [first, second] = [openTab(clock, service, storage), openTab(clock, service, storage)];
      const [job, ...readings] = await Promise.all([
        runLargeJob(first, clock, sandbox),
        readLarge(first, clock),
        readLarge(second, clock),
      ]);
      expect(job.counts.done).toBe(20_000);
      expect(service.refusalsInAWindow).toBeLessThanOrEqual(others ? 1 : 0);
      expect(job.estimates.worstBy(job.end)).toBeLessThan(0.2);
      for (const { index, gaps, estimates, end } of readings) {
        expect(gaps).toEqual([]);
        expect(index.size).toBe(LARGE);
        expect(estimates.worstBy(end)).toBeLessThan(0.2);
      }
    },
    60_000,
  );
});
