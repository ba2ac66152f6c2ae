// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { RateGauge } from '@/api/rateGauge';
import { WINDOW_MS } from '@/api/sentLog';
import { readUsersPage } from '@/api/users';
import { FakeClock, mswServer, rejection, signedIn } from './support';

const server = mswServer();

function answer(count: number, reset: number, allowed = 300): Headers {
  return new Headers({
    'inin-ratelimit-count': String(count),
    'inin-ratelimit-allowed': String(allowed),
    'inin-ratelimit-reset': String(reset),
  });
}

const SILENT = new Headers();

async function send(gauge: RateGauge, times: number, work?: string): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) {
    gauge.answered(await gauge.turn(null, work), SILENT);
  }
}

describe('a service that says nothing of its limit', () => {
  it('is sent no more than 300 requests in any minute, wherever its windows begin', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const sent: number[] = [];
    for (let request = 0; request < 900; request += 1) {
      gauge.answered(await gauge.turn(null, request % 2 === 0 ? undefined : 'job'), SILENT);
      sent.push(clock.now());
    }
    const mostInAMinute = Math.max(
      ...sent.map((from) => sent.filter((at) => at >= from && at < from + 60_000).length),
    );
    expect(mostInAMinute).toBeLessThanOrEqual(300);
    expect(mostInAMinute).toBeGreaterThan(270);
  });

  it('is thought to have counted a request as late as it answered', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const places = await Promise.all(Array.from({ length: 297 }, () => gauge.turn()));
    clock.time += 30_000;
    for (const place of places) gauge.answered(place, SILENT);
    await gauge.turn();
    expect(clock.slept).toEqual([WINDOW_MS]);
  });

  it('answers a click at once while a reading waits', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    await send(gauge, 277, 'job');
    const reading = Promise.all(Array.from({ length: 6 }, () => send(gauge, 10, 'job')));
    const { heldUntil } = gauge.reading;
    expect(heldUntil).toBeGreaterThan(clock.now());
    const begun = clock.now();
    for (let clicks = 0; clicks < 15; clicks += 1) gauge.answered(await gauge.turn(), SILENT);
    expect(clock.now()).toBe(begun);
    await reading;
  });

  it('has the second half of a minute sent evenly, so that nobody waits a whole minute', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    await send(gauge, 130, 'job');
    expect(clock.slept).toEqual([]);
    await send(gauge, 800, 'job');
    // Once the first minute is over.
    expect(Math.max(...clock.slept.slice(-20))).toBeLessThanOrEqual(6_000);
  });
});

describe('a console that needs more requests than a minute allows, and is told how many that are', () => {
  it('never meets a refusal: it waits for the next window, and all requests arrive', async () => {
    const { api, clock, requests } = signedIn(server, {
      rateLimit: { allowed: 40, windowSeconds: 60 },
      rateHeaders: true,
    });
    const begun = clock.now();
    const read = (pageNumber: number) => readUsersPage(api, { pageNumber, pageSize: 1 });
    await read(1);
    await Promise.all(Array.from({ length: 119 }, (_, i) => read((i % 60) + 1)));
    expect(requests()).toHaveLength(120);
    expect(requests().filter((request) => request.endsWith(' 429'))).toEqual([]);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(180_000);
    expect(clock.now() - begun).toBeLessThan(300_000);
  });

  it('leaves room for whoever else uses the token', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.answered(await gauge.turn(), answer(297, 30));
    await gauge.turn();
    expect(clock.slept).toEqual([30_000]);
  });

  it('counts what is under way before it is answered', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.answered(await gauge.turn(), answer(290, 60));
    for (let i = 0; i < 7; i++) await gauge.turn();
    expect(clock.slept).toEqual([]);
    void gauge.turn();
    expect(clock.slept).toEqual([60_000]);
  });

  it('lets no more set out at the turn of a window than the window takes', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.answered(await gauge.turn(), answer(10, 60, 10));
    const places: Awaited<ReturnType<RateGauge['turn']>>[] = [];
    const turns = Array.from({ length: 20 }, async () => {
      places.push(await gauge.turn());
    });
    // The old window is full until it is over; of the new one nothing is known.
    await expect.poll(() => places.length, { timeout: 10_000 }).toBe(7);
    // Not before an answer says that there is room.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(places).toHaveLength(7);
    for (const place of places.slice(0, 7)) gauge.answered(place, SILENT);
    await expect.poll(() => places.length, { timeout: 10_000 }).toBe(14);
    for (const place of places.slice(7, 14)) gauge.answered(place, SILENT);
    await Promise.all(turns);
  });

  it('takes the highest count of a window, in whatever order the answers arrive', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const [first, second] = [await gauge.turn(), await gauge.turn()];
    gauge.answered(first, answer(297, 50));
    gauge.answered(second, answer(12, 50));
    void gauge.turn();
    expect(clock.slept).toEqual([50_000]);
  });

  it('counts a request whose answer was lost, as the service may have', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const [first, second] = [await gauge.turn(), await gauge.turn()];
    gauge.answered(first, answer(296, 50));
    gauge.lost(second);
    void gauge.turn();
    expect(clock.slept).toEqual([50_000]);
  });

  it.each([
    ['missing', new Headers()],
    ['empty', new Headers({ 'inin-ratelimit-count': '' })],
    ['words', new Headers({ 'inin-ratelimit-count': 'many', 'inin-ratelimit-allowed': 'some' })],
  ])('keeps what it knew when the headers are %s', async (_, headers) => {
    const gauge = new RateGauge(new FakeClock());
    gauge.answered(await gauge.turn(), answer(12, 50, 100));
    gauge.answered(await gauge.turn(), headers);
    expect(gauge.reading.limit).toBe(100);
  });
});

describe('a refusal', () => {
  it('that says nothing is waited for longer each time, and never for longer than a minute', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const begun = clock.now();
    const waits: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const place = await gauge.turn();
      gauge.refused(place, { waitMs: undefined, allowed: undefined });
      const slept = clock.slept.length;
      gauge.lost(await gauge.turn());
      waits.push(clock.slept[slept] ?? 0);
    }
    expect(clock.now()).toBeGreaterThan(begun);
    expect(Math.max(...waits)).toBeLessThan(62_000);
    expect(waits.every((wait) => wait >= 500)).toBe(true);
  });

  it('is not followed by a crowd: one request goes alone before the others', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.refused(await gauge.turn(), { waitMs: 5_000, allowed: undefined });
    const places: Awaited<ReturnType<RateGauge['turn']>>[] = [];
    const turns = Array.from({ length: 6 }, async () => {
      places.push(await gauge.turn());
    });
    await expect.poll(() => places.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(places).toHaveLength(1);
    const [alone] = places;
    if (alone) gauge.answered(alone, SILENT);
    await Promise.all(turns);
    expect(places).toHaveLength(6);
  });

  it('that names the limit is believed', async () => {
    const gauge = new RateGauge(new FakeClock());
    gauge.refused(await gauge.turn(), { waitMs: 1_000, allowed: 40 });
    expect(gauge.reading.limit).toBeLessThanOrEqual(40);
  });
});

describe('the reading of the gauge', () => {
  it('says until when requests are held back, and takes it back when nobody waits any more', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.refused(await gauge.turn(), { waitMs: 5_000, allowed: undefined });
    const leaving = new AbortController();
    const turn = rejection(gauge.turn(leaving.signal));
    const { heldUntil = 0, isRefused } = gauge.reading;
    expect(isRefused).toBe(true);
    expect(heldUntil - clock.time).toBeGreaterThanOrEqual(5_000);
    expect(heldUntil - clock.time).toBeLessThan(6_000);
    let told = 0;
    const stop = gauge.subscribe(() => (told += 1));
    leaving.abort();
    await turn;
    expect(gauge.reading.heldUntil).toBeUndefined();
    expect(told).toBe(1);
    stop();
  });

  it('is the same object as long as nothing changes', async () => {
    const gauge = new RateGauge(new FakeClock());
    const before = gauge.reading;
    expect(gauge.reading).toBe(before);
    gauge.answered(await gauge.turn(), SILENT);
    expect(gauge.reading).not.toBe(before);
    expect(gauge.reading.used).toBe(1);
  });
});
