// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { RateGauge } from '@/api/rateGauge';
import { WINDOW_MS } from '@/api/sentLog';
import { TabsLog } from '@/api/tabsLog';
import { browserStorage } from '../jobs/pacedJob';
import { FakeClock } from './support';

const SILENT = new Headers();

function tabs() {
  const clock = new FakeClock();
  const storage = browserStorage();
  const wall = { ahead: 0 };
  const open = (owner = 'somebody', kept = storage) =>
    new RateGauge(clock, new TabsLog(owner, kept, () => clock.now() + wall.ahead));
  return { clock, storage, wall, open };
}

async function send(gauge: RateGauge, times: number): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) gauge.answered(await gauge.turn(), SILENT);
}

describe('tabs of the same user and OAuth client', () => {
  it('count together', async () => {
    const { clock, open } = tabs();
    await send(open(), 200);
    const second = open();
    await send(second, 97);
    expect(clock.slept).toEqual([]);
    void second.turn();
    expect(clock.slept).toEqual([WINDOW_MS]);
  });

  it('count what a tab has sent that was closed, or loaded anew', async () => {
    const { clock, open } = tabs();
    await send(open(), 297);
    clock.time += 20_000;
    void open().turn();
    expect(clock.slept).toEqual([WINDOW_MS - 20_000]);
  });

  it('learn from the refusal of one', async () => {
    const { clock, open } = tabs();
    const [first, second] = [open(), open()];
    await send(first, 100);
    first.refused(await first.turn(), { waitMs: 50_000, allowed: undefined });
    const begun = clock.now();
    await send(second, 1);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(50_000);
    expect(second.reading.limit).toBeLessThan(100);
  });

  it('do not count what others send, nor forget it when nobody uses it any more', async () => {
    const { clock, open, storage } = tabs();
    await send(open('somebody else'), 297);
    await send(open(), 200);
    expect(clock.slept).toEqual([]);
    clock.time += 3_600_000;
    open();
    expect(storage.length).toBe(0);
  });

  it('keep no more than numbers', async () => {
    const { open, storage } = tabs();
    await send(open(), 3);
    const kept = storage.getItem(storage.key(0) ?? '') ?? '';
    expect(kept).toMatch(/^[{}[\]",:.\-\da-zA-Z]*$/u);
    expect(Object.keys(JSON.parse(kept)).sort()).toEqual(
      ['at', 'counting', 'heldMs', 'proven', 'underWay', 'works'].sort(),
    );
  });
});

describe('a time of day that is set while tabs are open', () => {
  it.each([-7_200_000, 7_200_000])(
    'by %i ms holds nobody back for longer than a window',
    async (ahead) => {
      const { clock, wall, open } = tabs();
      await send(open(), 297);
      wall.ahead = ahead;
      const begun = clock.now();
      const second = open();
      await send(second, 298);
      expect(clock.now() - begun).toBeLessThanOrEqual(WINDOW_MS);
    },
  );

  it('is made up for by the next request of each tab', async () => {
    const { clock, wall, open } = tabs();
    const [first, second] = [open(), open()];
    await send(first, 200);
    wall.ahead = -7_200_000;
    await send(first, 1);
    await send(second, 96);
    expect(clock.slept).toEqual([]);
    void second.turn();
    expect(clock.slept).toHaveLength(1);
  });
});

describe('a storage that is no use', () => {
  it.each([
    [
      'is full',
      {
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ],
    [
      'is forbidden',
      {
        key: () => {
          throw new DOMException('no', 'SecurityError');
        },
      },
    ],
    ['holds something else', { getItem: () => '{"at":"noon"}' }],
    ['holds no JSON', { getItem: () => 'rate' }],
  ])('since it %s leaves the tab to count alone', async (_, fault) => {
    const { clock, open, storage } = tabs();
    storage.setItem('license-console.rate|somebody|x', '1');
    const gauge = open('somebody', Object.assign(storage, fault));
    await send(gauge, 297);
    expect(clock.slept).toEqual([]);
    void gauge.turn();
    expect(clock.slept).toEqual([WINDOW_MS]);
  });
});
