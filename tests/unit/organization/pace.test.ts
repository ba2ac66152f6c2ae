// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LimitedService } from '../api/limitedService';
import { FakeClock } from '../api/support';
import { openTab } from '../jobs/pacedJob';
import { answerListing, LARGE, readLarge } from './pacedReading';

// Waits are a little longer than asked, by chance.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));

const NOT_FOUND = () => new Response(null, { status: 404 });

describe('an organization of 100,000 users, where the service sends no header of its limit', () => {
  it.each([
    { allowed: 100, window: { kind: 'fixed', beginsAt: 17_000 }, says: 'message' },
    { allowed: 100, window: { kind: 'fixed', beginsAt: 41_000 }, says: 'nothing' },
    { allowed: 100, window: { kind: 'sliding' }, says: 'message' },
    { allowed: 100, window: { kind: 'sliding' }, says: 'nothing' },
    { allowed: 60, window: { kind: 'fixed', beginsAt: 5_000 }, says: 'message' },
    { allowed: 60, window: { kind: 'sliding' }, says: 'nothing' },
    { allowed: 300, window: { kind: 'fixed', beginsAt: 29_000 }, says: 'retryAfter' },
    { allowed: 300, window: { kind: 'sliding' }, says: 'nothing' },
  ] as const)(
    'is read whole at $allowed requests a minute, window $window.kind, wait told by $says',
    async (limits) => {
      const clock = new FakeClock();
      const answer = (request: Request) => answerListing(request) ?? NOT_FOUND();
      const service = new LimitedService({ clock, latencyMs: 400, answer, ...limits });
      const { gaps, index, estimates, minutes, end } = await readLarge(
        openTab(clock, service),
        clock,
      );
      expect(gaps).toEqual([]);
      expect(index.size).toBe(LARGE);
      // 400 requests, and what is lost while the limit is found out.
      expect(minutes).toBeLessThan((400 / limits.allowed) * 1.2);
      expect(estimates.worstBy(end)).toBeLessThan(0.2);
    },
  );
});
