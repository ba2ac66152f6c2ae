import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, type Change, makePlan, pairKey } from '@/model/plan';
import { stageChanges } from '@/model/stages';
import { assignments, prerequisites, wishes } from './assignmentArbitraries';

const definitions = {
  prerequisitesOf: (id: string) => (id === 'wem' ? ['voice'] : id === 'voice' ? ['base'] : []),
  comprisedIn: (id: string) => (id === 'voice' ? ['suite'] : []),
};
const asked = { kind: 'asked' } as const;

describe('the order of requests', () => {
  it('adds a prerequisite in an earlier request than what needs it', () => {
    const staged = stageChanges(
      [
        { userId: 'ana', licenseId: 'wem', action: 'add', reason: asked },
        { userId: 'ana', licenseId: 'voice', action: 'add', reason: asked },
      ],
      definitions,
    );

    expect(staged.map(({ licenseId, stage }) => [licenseId, stage])).toEqual([
      ['voice', 0],
      ['wem', 1],
    ]);
  });

  it('adds what comprises a prerequisite in an earlier request, too', () => {
    const staged = stageChanges(
      ['wem', 'suite'].map((licenseId) => ({
        userId: 'ana',
        licenseId,
        action: 'add',
        reason: asked,
      })),
      definitions,
    );

    expect(staged.map(({ licenseId, stage }) => [licenseId, stage])).toEqual([
      ['suite', 0],
      ['wem', 1],
    ]);
  });

  it('removes a license before its prerequisite', () => {
    const staged = stageChanges(
      [
        { userId: 'ana', licenseId: 'voice', action: 'remove', reason: asked },
        { userId: 'ana', licenseId: 'wem', action: 'remove', reason: asked },
      ],
      definitions,
    );

    expect(staged.map((change) => change.licenseId)).toEqual(['wem', 'voice']);
  });

  it('in a swap removes the old license only once the new one is in place', () => {
    const { changes } = makePlan(
      [{ kind: 'swap', userIds: ['ana'], from: 'voice', to: 'digital' }],
      new Map([['ana', new Set(['voice'])]]),
    );
    const [add, remove] = stageChanges(changes, definitions);

    expect(add).toMatchObject({ licenseId: 'digital', action: 'add' });
    expect(remove).toMatchObject({ licenseId: 'voice', action: 'remove', needs: ['digital'] });
    expect(remove?.stage).toBeGreaterThan(add?.stage ?? Number.POSITIVE_INFINITY);
  });

  it('names what each change needs, so that it is not sent without', () => {
    const needsOf = (changes: Change[]) =>
      Object.fromEntries(
        stageChanges(changes, definitions).map(({ licenseId, needs }) => [licenseId, needs]),
      );
    const of = (action: Action, ...licenseIds: string[]): Change[] =>
      licenseIds.map((licenseId) => ({ userId: 'ana', licenseId, action, reason: asked }));

    expect(needsOf(of('add', 'wem', 'voice'))).toEqual({ voice: [], wem: ['voice'] });
    expect(needsOf(of('add', 'wem', 'suite'))).toEqual({ suite: [], wem: ['suite'] });
    expect(needsOf(of('remove', 'voice', 'wem', 'base'))).toEqual({
      wem: [],
      voice: ['wem'],
      base: ['voice'],
    });
    expect(needsOf([...of('add', 'digital'), ...of('remove', 'base')])).toEqual({
      digital: [],
      base: [],
    });
  });

  it.each([
    { kind: 'set' },
    { kind: 'undo', jobId: 'job' },
    { kind: 'restore', snapshot: 'last month' },
  ] as const)('takes nothing from a user before all is there instead: $kind', (reason) => {
    const staged = stageChanges(
      [
        { userId: 'ana', licenseId: 'old', action: 'remove', reason },
        { userId: 'ana', licenseId: 'new', action: 'add', reason },
        { userId: 'bo', licenseId: 'old', action: 'remove', reason },
      ],
      definitions,
    );
    expect(staged.map(({ userId, licenseId, needs }) => [userId, licenseId, needs])).toEqual([
      ['ana', 'new', []],
      ['ana', 'old', ['new']],
      ['bo', 'old', []],
    ]);
  });

  it('sends both licenses of a circle of prerequisites', () => {
    const circle = {
      prerequisitesOf: (id: string) => (id === 'a' ? ['b'] : ['a']),
      comprisedIn: () => [],
    };
    const staged = stageChanges(
      ['a', 'b'].map((licenseId) => ({ userId: 'ana', licenseId, action: 'add', reason: asked })),
      circle,
    );

    expect(staged.map((change) => change.licenseId).sort()).toEqual(['a', 'b']);
  });
});

describe('for any plan', () => {
  it('keeps every change, waits only for earlier ones, and removes after every add', () => {
    fc.assert(
      fc.property(wishes, assignments, prerequisites, (wishes, current, definitions) => {
        const { changes } = makePlan(wishes, current);
        const staged = stageChanges(changes, definitions);
        expect(staged.map(pairKey).sort()).toEqual(changes.map(pairKey).sort());

        const stageOf = new Map(staged.map((change) => [pairKey(change), change.stage]));
        for (const { userId, needs, stage } of staged) {
          for (const licenseId of needs) {
            // Not in the plan means that the user holds it already.
            expect(stageOf.get(pairKey({ userId, licenseId })) ?? -1).toBeLessThan(stage);
          }
        }
        const stages = (action: string) =>
          staged.filter((change) => change.action === action).map((change) => change.stage);
        expect(Math.max(-1, ...stages('add'))).toBeLessThan(
          Math.min(Number.POSITIVE_INFINITY, ...stages('remove')),
        );
      }),
    );
  });
});
