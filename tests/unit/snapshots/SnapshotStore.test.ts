// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OrganizationIndex } from '@/model/organizationIndex';
import { holdingsOf } from '@/model/snapshot';
import { type PackedHoldings, packHoldings, unpackHoldings } from '@/model/snapshotBytes';
import { SnapshotStore } from '@/snapshots/SnapshotStore';

const ORGANIZATION = { id: 'org-1', name: 'Meridian' };

function holdings(held: Record<string, string[]>): PackedHoldings {
  const index = new OrganizationIndex();
  index.addAssignments(Object.entries(held).map(([id, licenses]) => ({ id, licenses })));
  return packHoldings(holdingsOf(index));
}

const MARCH = {
  owner: 'ana',
  organization: ORGANIZATION,
  name: 'March',
  takenAt: 2_000,
  holdings: holdings({ u1: ['base'], u2: ['base', 'wem'] }),
};

let store: SnapshotStore;
let databases = 0;

beforeEach(() => {
  databases += 1;
  store = new SnapshotStore(`snapshots-${databases}`);
});
afterEach(() => store.close());

describe('the snapshots of this browser', () => {
  it('are listed newest first, with how much is in them', async () => {
    await store.save(MARCH);
    await store.save({ ...MARCH, name: 'April', takenAt: 3_000 });
    const listed = await store.list('ana');
    expect(listed.map(({ name }) => name)).toEqual(['April', 'March']);
    expect(listed[0]).toMatchObject({ userCount: 2, assignmentCount: 3 });
  });

  it('are read as they were saved', async () => {
    const { id } = await store.save(MARCH);
    const read = await store.load('ana', id);
    if (!read) throw new Error('Nothing was read');
    const { userIds, holders } = unpackHoldings(read);
    expect(userIds).toEqual(['u1', 'u2']);
    expect(Array.from(holders.get('wem')?.toRows() ?? [])).toEqual([1]);
  });

  it('can be saved on a page served without https', async () => {
    // What such a page has of `crypto`.
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const { id } = await store.save(MARCH);
    vi.unstubAllGlobals();
    expect(await store.load('ana', id)).toBeDefined();
  });

  it('are nobody else’s', async () => {
    const { id } = await store.save(MARCH);
    expect(await store.list('bo')).toEqual([]);
    expect(await store.load('bo', id)).toBeUndefined();
    expect(await store.delete('bo', id)).toBeUndefined();
    await store.rename('bo', id, 'Mine');
    expect((await store.list('ana')).map(({ name }) => name)).toEqual(['March']);
  });

  it('can be renamed, deleted, and put back whole', async () => {
    const { id } = await store.save(MARCH);
    await store.rename('ana', id, 'Before the merger');
    const deleted = await store.delete('ana', id);
    expect(await store.list('ana')).toEqual([]);
    expect(await store.load('ana', id)).toBeUndefined();
    if (!deleted) throw new Error('Nothing was deleted');
    await store.putBack(deleted);
    expect((await store.list('ana')).map(({ name }) => name)).toEqual(['Before the merger']);
    expect(await store.load('ana', id)).toEqual(MARCH.holdings);
  });
});
