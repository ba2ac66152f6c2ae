import { beforeEach, describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { SELECTION_KEY, SelectionStore } from '@/organization/SelectionStore';
import { look, settled, type World, world } from './support';

beforeEach(() => sessionStorage.clear());

async function matrix({ api }: World) {
  const organization = new OrganizationStore(api);
  const selection = new SelectionStore(organization);
  const stop = selection.subscribe(() => undefined);
  const { index } = await settled(organization);
  return { organization, selection, index, stop };
}

describe('selecting users', () => {
  it('counts them, one by one and all that match', async () => {
    const { selection, index } = await matrix(world());
    selection.toggle(3, true);
    selection.toggle(4, true);
    selection.toggle(3, false);
    expect(selection.getSnapshot().count).toBe(1);
    expect(selection.userIds()).toEqual([index.userId(4)]);
    selection.toggleAll(Bitset.from([4, 5, 6]), true);
    expect(selection.getSnapshot().count).toBe(3);
    selection.toggleAll(Bitset.from([5, 40]), false);
    expect(selection.userIds()).toEqual([index.userId(4), index.userId(6)]);
    selection.clear();
    expect(selection.getSnapshot().count).toBe(0);
  });

  it('gives a new snapshot for each change, and the same one in between', async () => {
    const { selection } = await matrix(world());
    const before = selection.getSnapshot();
    expect(selection.getSnapshot()).toBe(before);
    selection.toggle(3, true);
    expect(selection.getSnapshot()).not.toBe(before);
  });
});

describe('a selection', () => {
  it('survives leaving the page', async () => {
    const { selection, stop } = await matrix(world());
    selection.toggle(7, true);
    stop();
    selection.subscribe(() => undefined);
    expect(selection.getSnapshot().count).toBe(1);
    expect(selection.getSnapshot().rows.has(7)).toBe(true);
  });

  it('survives a refresh that numbers the users anew', async () => {
    const { organization, selection, index } = await matrix(world({ latencyMs: 5 }));
    const chosen = [index.userId(5), index.userId(30)].sort();
    selection.toggle(5, true);
    selection.toggle(30, true);
    organization.refresh();
    const { index: renumbered } = await settled(organization);
    expect(renumbered).not.toBe(index);
    expect(selection.userIds().sort()).toEqual(chosen);
    const rows = [...selection.getSnapshot().rows.toRows()];
    expect(rows.map((row) => renumbered.userId(row)).sort()).toEqual(chosen);
  });

  it('survives a reload of the tab', async () => {
    const before = await matrix(world());
    before.selection.toggle(5, true);
    const chosen = before.selection.userIds();
    const stop = before.selection.keepAcrossReloads();
    window.dispatchEvent(new Event('pagehide'));
    stop();

    const organization = new OrganizationStore(world().api);
    const selection = new SelectionStore(organization);
    expect(selection.getSnapshot().count).toBe(1);
    expect(selection.userIds()).toEqual(chosen);
    selection.subscribe(() => undefined);
    const { index } = await settled(organization);
    expect([...selection.getSnapshot().rows.toRows()].map((row) => index.userId(row))).toEqual(
      chosen,
    );
  });

  it('finds its rows also when the organization was read before anyone looked at it', async () => {
    const { api, sandbox } = world();
    sessionStorage.setItem(SELECTION_KEY, JSON.stringify([sandbox.administrator.id]));
    const organization = new OrganizationStore(api);
    const selection = new SelectionStore(organization);
    look(organization);
    await settled(organization);
    selection.subscribe(() => undefined);
    expect(selection.getSnapshot().rows.count).toBe(1);
  });

  it('keeps users who have no row, and drops them with the rest', async () => {
    sessionStorage.setItem(SELECTION_KEY, JSON.stringify(['who left']));
    const { selection } = await matrix(world());
    expect(selection.getSnapshot().count).toBe(1);
    expect(selection.userIds()).toEqual(['who left']);
    selection.clear();
    expect(selection.userIds()).toEqual([]);
  });

  it.each(['{', '"text"', '[1,2]', 'null'])('is empty when what was kept is %s', async (kept) => {
    sessionStorage.setItem(SELECTION_KEY, kept);
    const { selection } = await matrix(world());
    expect(selection.getSnapshot().count).toBe(0);
  });
});
