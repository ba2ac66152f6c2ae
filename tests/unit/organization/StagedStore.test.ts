import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, pairKey, type Reason } from '@/model/plan';
import { StagedStore } from '@/organization/StagedStore';

const KEY = 'license-console.draft.staged';

beforeEach(() => sessionStorage.clear());

/** What a store holds that begins after a reload of the tab. */
const afterReload = () => [...new StagedStore().getSnapshot().values()];

describe('staged changes, when the tab is loaded again', () => {
  const reasons: Reason[] = [
    { kind: 'asked' },
    { kind: 'prerequisite', of: 'wfm' },
    { kind: 'dependent', of: 'communicate' },
    { kind: 'within', of: 'cloudCX3' },
    { kind: 'swap', from: 'cloudCX1', to: 'cloudCX2' },
    { kind: 'copy', fromUserId: 'ana' },
    { kind: 'set' },
    { kind: 'file', line: 7 },
    { kind: 'staged' },
    { kind: 'plan' },
    { kind: 'undo', jobId: 'job-1' },
    { kind: 'restore', snapshot: 'Before the move' },
    { kind: 'finding', rule: 'redundant' },
  ];

  it('keep the reason of each', () => {
    const changes = reasons.map(
      (reason, i): Change => ({ userId: `user-${i}`, licenseId: 'wem', action: 'add', reason }),
    );
    new StagedStore().stage(changes);
    expect(afterReload()).toEqual(changes);
  });

  it('are said to be marked in the matrix where no reason was kept, or one that nobody understands', () => {
    const pair = { userId: 'ana', licenseId: 'wem', action: 'remove' };
    const odd = { ...pair, userId: 'bo', reason: { kind: 'fromTheFuture', of: 1 } };
    sessionStorage.setItem(KEY, JSON.stringify([pair, odd]));
    expect(afterReload()).toEqual([
      { ...pair, reason: { kind: 'staged' } },
      { ...odd, reason: { kind: 'staged' } },
    ]);
  });

  it('are forgotten where what was kept makes no sense', () => {
    sessionStorage.setItem(KEY, '[{"userId":');
    expect(afterReload()).toEqual([]);
  });

  it('are those that were left: a mark taken back stays taken back', () => {
    const store = new StagedStore();
    const pair = { userId: 'ana', licenseId: 'wem' };
    store.toggle(pair, false);
    store.toggle({ ...pair, userId: 'bo' }, true);
    store.toggle(pair, false);
    expect(afterReload().map(pairKey)).toEqual([pairKey({ ...pair, userId: 'bo' })]);
  });
});
