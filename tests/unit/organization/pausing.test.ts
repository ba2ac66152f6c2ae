// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { inPagesOf, known, look, settled, truth, world } from './support';

/** As many requests as may be under way at once. */
const UNDER_WAY = 6;

async function readingHasBegun(store: OrganizationStore): Promise<void> {
  await expect.poll(() => store.getSnapshot().progress.people.done).toBeGreaterThan(1);
}

describe('reading that is paused', () => {
  it('asks for nothing more than is under way, and goes on where it was', async () => {
    const { sandbox, api, asked } = world({ latencyMs: 10 }, inPagesOf(2));
    const store = new OrganizationStore(api);
    look(store);
    await readingHasBegun(store);
    const before = asked().length;
    store.pause();
    expect(store.getSnapshot()).toMatchObject({ status: 'loading', isPaused: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = asked().length;
    expect(after).toBeLessThanOrEqual(before + UNDER_WAY);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked()).toHaveLength(after);

    store.resume();
    const snapshot = await settled(store);
    expect(snapshot).toMatchObject({ status: 'ready', isPaused: false });
    expect(known(snapshot)).toEqual(truth(sandbox));
    // Each page once: 60 users in pages of 2, and the holders.
    expect(snapshot.progress.people).toEqual({ done: 30, total: 30 });
  });

  it('does not count the pause as time that reading took', async () => {
    const { api } = world({ latencyMs: 10 }, inPagesOf(2));
    const store = new OrganizationStore(api);
    look(store);
    await readingHasBegun(store);
    store.pause();
    const { activeMs } = store.getSnapshot();
    await new Promise((resolve) => setTimeout(resolve, 150));
    store.resume();
    expect(store.getSnapshot().activeMs).toBeLessThan(activeMs + 100);
    await settled(store);
  });

  it('can be called off, and is not paused when it begins again', async () => {
    const { api } = world({ latencyMs: 10 }, inPagesOf(2));
    const store = new OrganizationStore(api);
    look(store);
    await readingHasBegun(store);
    store.pause();
    store.stop();
    expect(store.getSnapshot()).toMatchObject({ status: 'idle', isPaused: false });
    look(store);
    expect(await settled(store)).toMatchObject({ status: 'ready' });
  });
});
