// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { OrganizationCache } from '@/organization/organizationCache';
import { known, look, settled, truth, world } from './support';

beforeEach(() => OrganizationCache.clear());

/** Reads an organization to its end, and waits until the browser has kept it. */
async function readOnce(owner: string) {
  const { api, sandbox } = world();
  const store = new OrganizationStore(api);
  await store.keepIn(new OrganizationCache(owner));
  look(store);
  await settled(store);
  await expect.poll(() => new OrganizationCache(owner).load(), { timeout: 10_000 }).toBeDefined();
  store.stop();
  return { sandbox, read: store.getSnapshot() };
}

describe('the last reading of an organization', () => {
  it('is kept as it was, people included', async () => {
    const { read } = await readOnce('org|ana');
    const cached = await new OrganizationCache('org|ana').load();

    expect(cached?.readAt).toBe(read.loadedAt);
    const kept = { ...read, index: cached?.index ?? read.index };
    expect(kept.index).not.toBe(read.index);
    expect(known(kept)).toEqual(known(read));
    expect(kept.index.usersRead.count).toBe(read.index.usersRead.count);
    expect(kept.index.user(0)).toEqual(read.index.user(0));
  });

  it('of a clock that was ahead and has been set is not shown: its age is not known', async () => {
    await readOnce('org|ana');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    expect(await new OrganizationCache('org|ana').load()).toBeUndefined();
    vi.useRealTimers();
    expect(await new OrganizationCache('org|ana').load()).toBeDefined();
  });

  it('is shown with its age while the service is asked, and replaced by what it answers', async () => {
    const { read } = await readOnce('org|ana');
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { api, sandbox } = world({}, async (request, sandbox) => {
      await answered;
      return sandbox.fetch(request);
    });
    const [someone] = sandbox.organization.users;
    sandbox.organization.setAssignment(someone?.id ?? '', 'hipaaAddOn', true);
    const store = new OrganizationStore(api);
    look(store);
    await store.keepIn(new OrganizationCache('org|ana'));

    expect(store.getSnapshot()).toMatchObject({ status: 'loading', loadedAt: read.loadedAt });
    expect(known(store.getSnapshot())).toEqual(known(read));

    answer();
    expect(known(await settled(store))).toEqual(truth(sandbox));
  });

  it('is never shown to somebody else', async () => {
    await readOnce('org|ana');
    expect(await new OrganizationCache('org|bo').load()).toBeUndefined();
  });

  it('is forgotten at sign-out', async () => {
    await readOnce('org|ana');
    await OrganizationCache.clear();
    expect(await new OrganizationCache('org|ana').load()).toBeUndefined();
  });
});
