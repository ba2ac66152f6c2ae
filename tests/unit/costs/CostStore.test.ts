// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CostStore } from '@/costs/CostStore';
import { NO_COSTS, withTerms } from '@/model/costs';

let store: CostStore;
let databases = 0;

beforeEach(() => {
  databases += 1;
  store = new CostStore(`costs-${databases}`);
});
afterEach(() => store.close());

describe('the prices kept in this browser', () => {
  it('are read as they were kept, and are nobody else’s', async () => {
    const costs = { ...withTerms(NO_COSTS, 'base', { price: 755_000, seats: 3 }), currency: 'EUR' };
    await store.update('ana', () => costs);
    expect(await store.load('ana')).toEqual(costs);
    expect(await store.load('bo')).toBeUndefined();
  });

  it('lose nothing when two change them at once', async () => {
    const give = (id: string) =>
      store.update('ana', (kept = NO_COSTS) => withTerms(kept, id, { seats: 1 }));
    await Promise.all([give('base'), give('wem')]);
    expect([...((await store.load('ana'))?.terms.keys() ?? [])]).toEqual(['base', 'wem']);
  });
});
