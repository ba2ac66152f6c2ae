// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { inPagesOf, known, look, settled, truth, world } from './support';

describe('leaving the pages that show the organization', () => {
  it('calls the reading off; coming back begins again', async () => {
    let isStuck = true;
    const small = inPagesOf(10);
    const { api, sandbox } = world({}, (request, sandbox) =>
      isStuck && isLater(request) ? new Promise(() => undefined) : small(request, sandbox),
    );
    const store = new OrganizationStore(api);
    const leave = look(store);
    await expect.poll(() => store.getSnapshot().index.size, { timeout: 10_000 }).toBeGreaterThan(0);
    leave();
    await expect.poll(() => store.getSnapshot().status, { timeout: 10_000 }).toBe('idle');

    isStuck = false;
    look(store);
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
  });

  it('cancels the requests under way, three of each of the two listings', async () => {
    const stuck: Request[] = [];
    const small = inPagesOf(10);
    const { api } = world({}, (request, sandbox) => {
      if (!isLater(request)) return small(request, sandbox);
      stuck.push(request);
      return new Promise(() => undefined);
    });
    const store = new OrganizationStore(api);
    look(store);
    await expect.poll(() => stuck, { timeout: 10_000, interval: 5 }).toHaveLength(6);
    store.stop();
    expect(stuck.filter(({ signal }) => signal.aborted)).toHaveLength(6);
  });

  it('for another such page goes on reading', async () => {
    const { api } = world({ latencyMs: 20 });
    const store = new OrganizationStore(api);
    const leave = look(store);
    await expect.poll(() => store.getSnapshot().status, { timeout: 10_000 }).toBe('loading');
    leave();
    look(store);
    expect((await settled(store)).status).toBe('ready');
  });

  it('keeps what was read, and what could not be', async () => {
    const { sandbox, api } = world();
    sandbox.faults.add({ kind: '503', operation: 'getUsers' });
    const store = new OrganizationStore(api);
    look(store);
    await settled(store);
    store.refresh();
    store.stop();
    expect(store.getSnapshot().status).toBe('partial');
  });
});

describe('a refresh', () => {
  it('shows the old organization until the new one is whole', async () => {
    const { sandbox, api } = world();
    const store = new OrganizationStore(api);
    look(store);
    const before = (await settled(store)).index;
    const { id } = sandbox.administrator;
    sandbox.organization.setAssignment(id, 'wfm', false);
    sandbox.organization.setAssignment(id, 'digitalAddOn', true);

    store.refresh();
    expect(store.getSnapshot()).toMatchObject({ status: 'loading', index: before });
    const after = await settled(store);
    expect(after.index).not.toBe(before);
    expect(known(after)).toEqual(truth(sandbox));
  });

  it('that brings nothing takes nothing away', async () => {
    const { sandbox, api } = world();
    const store = new OrganizationStore(api);
    look(store);
    const before = await settled(store);
    sandbox.faults.add({ kind: 'dropBefore' });
    store.refresh();
    const after = await settled(store);
    expect(after).toMatchObject({ status: 'failed', error: { kind: 'network' } });
    expect(after.index).toBe(before.index);
    expect(after.loadedAt).toBe(before.loadedAt);
  });

  it('called twice ends once', async () => {
    const { sandbox, api } = world({ latencyMs: 10 });
    const store = new OrganizationStore(api);
    look(store);
    store.refresh();
    store.refresh();
    const snapshot = await settled(store);
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
  });
});

describe('a read-back', () => {
  it('is taken over and announced', async () => {
    const { sandbox, api } = world();
    const store = new OrganizationStore(api);
    let announced = 0;
    store.subscribe(() => {
      announced += 1;
    });
    const { index, version } = await settled(store);
    const heard = announced;
    store.applyReadBack(new Map([[sandbox.administrator.id, new Set(['wfm'])]]));
    expect(index.licensesOf(index.rowOf(sandbox.administrator.id) ?? -1)).toEqual(['wfm']);
    expect(store.getSnapshot().version).toBeGreaterThan(version);
    expect(announced).toBe(heard + 1);
  });

  it('is newer than the pages of a refresh that was under way', async () => {
    const { sandbox, api } = world({ latencyMs: 30 });
    const store = new OrganizationStore(api);
    look(store);
    await settled(store);
    store.refresh();
    store.applyReadBack(new Map([[sandbox.administrator.id, new Set(['read back'])]]));
    const { index } = await settled(store);
    expect(index.licensesOf(index.rowOf(sandbox.administrator.id) ?? -1)).toEqual(['read back']);
  });
});

function isLater(request: Request): boolean {
  return /pageNumber=[^12]/.test(request.url);
}
