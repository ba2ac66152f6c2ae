// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/client';
import { postAssignments } from '@/api/licenses';
import { RateGauge } from '@/api/rateGauge';
import { readUsersPage } from '@/api/users';
import { rejection } from './support';

/** An API whose service takes every request and never says a word. */
function silent() {
  const signals: AbortSignal[] = [];
  const api = createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => 'a',
    onUnauthorized: () => undefined,
    transport: {
      timeoutMs: 40,
      send: (request) => {
        signals.push(request.signal);
        return new Promise(() => undefined);
      },
    },
  });
  return { api, signals };
}

describe('a service that does not answer', () => {
  it('is given up after a while, in words, and not asked twice', async () => {
    const { api, signals } = silent();
    const error = await rejection(readUsersPage(api, { pageNumber: 1, pageSize: 25 }));
    expect(error).toMatchObject({ kind: 'network', message: /did not answer in time/u });
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(true);
  });

  it('may have carried out a write all the same', async () => {
    const { api } = silent();
    expect(await rejection(postAssignments(api, []))).toMatchObject({ outcomeUnknown: true });
  });

  it('is not waited for by somebody who has left', async () => {
    const { api, signals } = silent();
    const leaving = new AbortController();
    const page = rejection(readUsersPage(api, { pageNumber: 1, pageSize: 25 }, leaving.signal));
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    leaving.abort();
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
    await page;
  });
});

it('a clock that is set back does not make requests wait longer than their window', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  const gauge = new RateGauge();
  const headers = { 'inin-ratelimit-allowed': '10', 'inin-ratelimit-count': '10' };
  const place = await gauge.turn();
  gauge.answered(place, new Headers({ ...headers, 'inin-ratelimit-reset': '60' }));
  vi.setSystemTime(Date.now() - 3 * 3_600_000);
  const turn = gauge.turn();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(gauge.reading.heldUntil).toBeDefined();
  await vi.advanceTimersByTimeAsync(1_500);
  await turn;
  expect(gauge.reading.heldUntil).toBeUndefined();
  vi.useRealTimers();
});
