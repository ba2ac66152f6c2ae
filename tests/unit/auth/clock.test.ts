import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPage, signedIn } from './support';

const HOUR = 3_600_000;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});

describe('a session on a computer whose clock is wrong', () => {
  it.each([
    ['a year behind', -365 * 24 * HOUR],
    ['a year ahead', 365 * 24 * HOUR],
  ])('by %s lasts as long as the service said, also over a reload', async (_, error) => {
    vi.setSystemTime(Date.now() + error);
    const auth = await signedIn();
    await vi.advanceTimersByTimeAsync(HOUR / 2);
    expect(auth.getToken()).toBe('token-1');
    const reloaded = loadPage();
    await reloaded.restore();
    expect(reloaded.getToken()).toBe('token-1');
    await vi.advanceTimersByTimeAsync(HOUR / 2);
    expect(reloaded.getToken()).toBeUndefined();
  });

  it('goes on when the clock is set forward, and still ends in time and with a word before', async () => {
    const auth = await signedIn();
    await vi.advanceTimersByTimeAsync(HOUR / 4);
    vi.setSystemTime(Date.now() + 5 * HOUR);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(auth.getToken()).toBe('token-1');
    expect(auth.getState()).toMatchObject({ status: 'signed-in', expiry: 'none' });
    const left = (auth.getState().session?.expiresAt ?? 0) - Date.now();
    expect(left).toBeGreaterThan(0.7 * HOUR);
    expect(left).toBeLessThan(0.76 * HOUR);

    const reloaded = loadPage();
    await reloaded.restore();
    expect(reloaded.getToken()).toBe('token-1');

    await vi.advanceTimersByTimeAsync(0.75 * HOUR - 60_000);
    expect(auth.getState().expiry).toBe('soon');
    await vi.advanceTimersByTimeAsync(70_000);
    expect(auth.getState().status).toBe('expired');
  });

  it('that is set back goes on too, and the service has the last word', async () => {
    const auth = await signedIn();
    vi.setSystemTime(Date.now() - 5 * HOUR);
    await vi.advanceTimersByTimeAsync(1.5 * HOUR);
    expect(auth.getToken()).toBe('token-1');
    auth.reportUnauthorized(auth.getState().session?.id ?? '');
    expect(auth.getState().status).toBe('expired');
  });
});
