// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { RateGauge } from '@/api/rateGauge';
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

describe('a console that needs more requests than a minute allows', () => {
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
    await gauge.turn();
    gauge.answered(answer(297, 30));
    await gauge.turn();
    expect(clock.slept).toEqual([30_000]);
  });

  it('counts what is under way before it is answered', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    await gauge.turn();
    gauge.answered(answer(290, 60));
    for (let i = 0; i < 7; i++) await gauge.turn();
    expect(clock.slept).toEqual([]);
    await gauge.turn();
    expect(clock.slept).toEqual([60_000]);
  });

  it('lets no more set out at the turn of a window than the window takes', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    await gauge.turn();
    gauge.answered(answer(10, 60, 10));
    let underWay = 0;
    const turns = Array.from({ length: 20 }, async () => {
      await gauge.turn();
      underWay += 1;
    });
    // The old window is full until it is over; of the new one nothing is known.
    await expect.poll(() => underWay, { timeout: 10_000 }).toBe(7);
    // Not before an answer says that there is room.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(underWay).toBe(7);
    for (let i = 0; i < 7; i++) gauge.answered(new Headers());
    await expect.poll(() => underWay, { timeout: 10_000 }).toBe(14);
    for (let i = 0; i < 7; i++) gauge.answered(new Headers());
    await Promise.all(turns);
  });
});

describe('the reading of the gauge', () => {
  it('follows the answers, in whatever order they arrive', () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    gauge.answered(answer(12, 50));
    gauge.answered(answer(11, 50));
    expect(gauge.reading).toMatchObject({ allowed: 300, used: 12 });
    clock.time += 60_000;
    gauge.answered(answer(1, 60));
    expect(gauge.reading).toMatchObject({ used: 1, resetsAt: clock.time + 60_000 });
  });

  it('counts a request whose answer was lost, as the service may have', () => {
    const gauge = new RateGauge(new FakeClock());
    gauge.answered(answer(12, 50));
    gauge.lost();
    expect(gauge.reading.used).toBe(13);
  });

  it.each([
    ['missing', new Headers()],
    ['empty', new Headers({ 'inin-ratelimit-count': '' })],
    ['words', new Headers({ 'inin-ratelimit-count': 'many', 'inin-ratelimit-allowed': 'some' })],
  ])('keeps what it knew when the headers are %s', (_, headers) => {
    const gauge = new RateGauge(new FakeClock());
    gauge.answered(answer(12, 50));
    const before = gauge.reading;
    gauge.answered(headers);
    expect(gauge.reading).toBe(before);
  });

  it('says until when requests are held back, and takes it back when nobody waits any more', async () => {
    const clock = new FakeClock();
    const gauge = new RateGauge(clock);
    const held: (number | undefined)[] = [];
    const stop = gauge.subscribe(() => held.push(gauge.reading.heldUntil));
    gauge.refused(5_000);
    const leaving = new AbortController();
    const turn = rejection(gauge.turn(leaving.signal));
    expect(held).toEqual([clock.time + 5_000]);
    leaving.abort();
    await turn;
    expect(held).toEqual([clock.time + 5_000, undefined]);
    stop();
    gauge.answered(answer(1, 60));
    expect(held).toHaveLength(2);
  });
});
