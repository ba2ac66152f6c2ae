// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DefinitionGraph, effectivePermissions } from '@/model/definitions';
import { applyChanges } from '@/model/plan';
import { licensesSideBySide, makeAlike, without } from '@/model/sideBySide';
import { LICENSES } from './assignmentArbitraries';

describe('two users side by side', () => {
  it('have the licenses first that only one of them holds', () => {
    expect(licensesSideBySide(['a', 'b', 'd'], ['b', 'c', 'd'])).toEqual([
      { licenseId: 'a', heldBy: 'first' },
      { licenseId: 'c', heldBy: 'second' },
      { licenseId: 'b', heldBy: 'both' },
      { licenseId: 'd', heldBy: 'both' },
    ]);
  });

  it('have permissions of their own only where no license of the other gives them', () => {
    const graph = new DefinitionGraph([
      { id: 'a', permissions: { ids: ['chat', 'call'] } },
      { id: 'b', permissions: { ids: ['call', 'plan'] } },
    ]);
    const one = effectivePermissions(['a'], graph);
    const other = effectivePermissions(['b', 'unknown'], graph);
    expect([...without(one, other)]).toEqual([['chat', ['a']]]);
    expect([...without(other, one)]).toEqual([['plan', ['b']]]);
  });

  it('are made alike by changes of one of them, each license once', () => {
    fc.assert(
      fc.property(fc.subarray(LICENSES), fc.subarray(LICENSES), (held, wanted) => {
        const changes = makeAlike({ userId: 'ana', held }, { userId: 'bo', held: wanted });
        const current = new Map([
          ['ana', new Set(held)],
          ['bo', new Set(wanted)],
        ]);
        const after = applyChanges(current, changes);
        expect(after.get('ana')).toEqual(new Set(wanted));
        expect(after.get('bo')).toEqual(new Set(wanted));
        expect(changes.every(({ userId }) => userId === 'ana')).toBe(true);
        expect(new Set(changes.map(({ licenseId }) => licenseId)).size).toBe(changes.length);
        const unlike = licensesSideBySide(held, wanted).filter(({ heldBy }) => heldBy !== 'both');
        expect(changes).toHaveLength(unlike.length);
      }),
    );
  });
});
