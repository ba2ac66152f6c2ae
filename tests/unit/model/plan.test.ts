import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignments } from '@/model/organizationIndex';
import { applyChanges, makePlan, pairKey, usersOf } from '@/model/plan';
import { undoWish } from '@/model/undo';
import { assignments, LICENSES, plain, USERS, wish, wishes } from './assignmentArbitraries';

const today: Assignments = new Map([
  ['ana', new Set(['base', 'voice'])],
  ['bo', new Set(['base'])],
  ['di', new Set<string>()],
]);

describe('a plan of what will change', () => {
  it('names each pair that changes and counts what is so already', () => {
    const plan = makePlan([{ kind: 'add', userIds: ['ana', 'bo'], licenseIds: ['voice'] }], today);

    expect(plan.changes).toEqual([
      { userId: 'bo', licenseId: 'voice', action: 'add', reason: { kind: 'asked' } },
    ]);
    expect(plan.alreadySo.map((change) => change.userId)).toEqual(['ana']);
  });

  it('plans nothing for a user whose licenses could not be read, and says so', () => {
    const plan = makePlan(
      [{ kind: 'add', userIds: ['nobody'], licenseIds: ['voice', 'base'] }],
      today,
    );

    expect(plan.changes).toEqual([]);
    expect(plan.unread).toEqual([{ userId: 'nobody', wished: 2 }]);
  });

  it('does neither of two opposite wishes for the same pair', () => {
    const plan = makePlan(
      [
        { kind: 'add', userIds: ['bo'], licenseIds: ['voice', 'digital'] },
        { kind: 'remove', userIds: ['bo'], licenseIds: ['voice'] },
      ],
      today,
    );

    expect(plan.contradictions).toMatchObject([
      [
        { licenseId: 'voice', action: 'add' },
        { licenseId: 'voice', action: 'remove' },
      ],
    ]);
    expect(plan.changes.map((change) => change.licenseId)).toEqual(['digital']);
  });

  it('swaps only for those who hold the old license', () => {
    const plan = makePlan(
      [{ kind: 'swap', userIds: ['ana', 'bo'], from: 'voice', to: 'digital' }],
      today,
    );

    expect(
      plan.changes.map(({ userId, licenseId, action }) => [userId, licenseId, action]),
    ).toEqual([
      ['ana', 'digital', 'add'],
      ['ana', 'voice', 'remove'],
    ]);
  });

  it('sets exactly: adds what is missing and removes the rest', () => {
    const plan = makePlan([{ kind: 'set', userIds: ['ana'], licenseIds: ['base', 'wem'] }], today);

    expect(plan.changes.map(({ licenseId, action }) => [licenseId, action])).toEqual([
      ['wem', 'add'],
      ['voice', 'remove'],
    ]);
    expect(plan.alreadySo.map((change) => change.licenseId)).toEqual(['base']);
  });

  it('copies what another user holds, and needs that user read too', () => {
    const copy = { kind: 'copy', fromUserId: 'ana', userIds: ['di'] } as const;

    expect(usersOf([copy]).sort()).toEqual(['ana', 'di']);
    expect(makePlan([copy], today).changes.map((change) => change.licenseId)).toEqual([
      'base',
      'voice',
    ]);
  });

  it('leaves out the pairs that were taken out of it', () => {
    const excluded = new Set([pairKey({ userId: 'bo', licenseId: 'voice' })]);
    const wishes = [{ kind: 'add', userIds: ['bo'], licenseIds: ['voice', 'wem'] }] as const;

    expect(makePlan(wishes, today, excluded).changes.map((change) => change.licenseId)).toEqual([
      'wem',
    ]);
  });
});

describe('for any wishes and any organization', () => {
  it('each planned pair really changes, and stands in the plan once', () => {
    fc.assert(
      fc.property(wishes, assignments, (wishes, current) => {
        const { changes } = makePlan(wishes, current);
        expect(new Set(changes.map(pairKey)).size).toBe(changes.length);
        for (const { userId, licenseId, action } of changes) {
          expect(current.get(userId)?.has(licenseId)).toBe(action === 'remove');
        }
      }),
    );
  });

  it('a plan for a target state, applied, gives that state, and planning again is empty', () => {
    fc.assert(
      fc.property(assignments, assignments, (current, target) => {
        const wishes = [...target].map(
          ([userId, held]) => ({ kind: 'set', userIds: [userId], licenseIds: [...held] }) as const,
        );
        const after = applyChanges(current, makePlan(wishes, current).changes);
        expect(plain(after)).toEqual(plain(target));
        expect(makePlan(wishes, after).changes).toEqual([]);
      }),
    );
  });

  it('applying a plan and then its undo changes nothing', () => {
    fc.assert(
      fc.property(wishes, assignments, (wishes, current) => {
        const { changes } = makePlan(wishes, current);
        const after = applyChanges(current, changes);
        const undo = makePlan([undoWish(changes, 'job')], after);
        expect(undo.alreadySo).toEqual([]);
        expect(plain(applyChanges(after, undo.changes))).toEqual(plain(current));
        const redo = makePlan([undoWish(undo.changes, 'undo')], current);
        expect(plain(applyChanges(current, redo.changes))).toEqual(plain(after));
      }),
    );
  });

  it('an undo leaves alone what others put back since', () => {
    fc.assert(
      fc.property(wishes, assignments, assignments, (wishes, current, later) => {
        const { changes } = makePlan(wishes, current);
        const undo = makePlan([undoWish(changes, 'job')], later);
        expect(undo.changes.length + undo.alreadySo.length).toBe(changes.length);
        for (const { userId, licenseId } of undo.alreadySo) {
          expect(later.get(userId)?.has(licenseId)).toBe(current.get(userId)?.has(licenseId));
        }
      }),
    );
  });

  it('an unread user never appears among the changes', () => {
    fc.assert(
      fc.property(wish, assignments, fc.constantFrom(...USERS), (wish, current, unread) => {
        const known = new Map(current);
        known.delete(unread);
        const { changes } = makePlan([wish], known);
        expect(changes.filter((change) => change.userId === unread)).toEqual([]);
        expect(changes.every((change) => LICENSES.includes(change.licenseId))).toBe(true);
      }),
    );
  });
});
