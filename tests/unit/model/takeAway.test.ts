// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DefinitionGraph, effectivePermissions } from '@/model/definitions';
import { takeAway } from '@/model/takeAway';

const graph = new DefinitionGraph([
  { id: 'base', permissions: { ids: ['chat', 'call'] } },
  { id: 'voice', permissions: { ids: ['call', 'record'] }, prerequisites: [{ id: 'base' }] },
  { id: 'wem', permissions: { ids: ['plan'] }, prerequisites: [{ id: 'voice' }] },
  { id: 'suite', permissions: { ids: ['bill'] }, comprises: [{ id: 'base' }, { id: 'voice' }] },
]);

describe('taking licenses away', () => {
  it('loses what no other license gives, and keeps what one does', () => {
    const { lost, kept } = takeAway(['base', 'voice'], new Set(['voice']), graph);
    expect([...lost]).toEqual([['record', ['voice']]]);
    expect([...kept]).toEqual([['call', ['base']]]);
  });

  it('of several loses what only these give, whichever of them', () => {
    const { lost, kept } = takeAway(['base', 'voice'], new Set(['voice', 'base']), graph);
    expect([...lost]).toEqual([
      ['call', ['base', 'voice']],
      ['chat', ['base']],
      ['record', ['voice']],
    ]);
    expect(kept.size).toBe(0);
  });

  it('tells which licenses are left without what they need, at any depth', () => {
    const { leftWithout } = takeAway(['base', 'voice', 'wem'], new Set(['base']), graph);
    expect(leftWithout).toEqual([
      { licenseId: 'voice', missing: ['base'] },
      { licenseId: 'wem', missing: ['base'] },
    ]);
  });

  it('leaves nobody without a prerequisite that another license comprises, or that was missing before', () => {
    expect(takeAway(['suite', 'base', 'voice'], new Set(['base']), graph).leftWithout).toEqual([]);
    expect(takeAway(['wem', 'base'], new Set(['base']), graph).leftWithout).toEqual([
      { licenseId: 'wem', missing: ['base'] },
    ]);
    expect(takeAway(['wem', 'bill'], new Set(['bill']), graph).leftWithout).toEqual([]);
  });

  it('names the licenses of which nobody can know what they give', () => {
    const { lost, unknown } = takeAway(['base', 'old', 'older'], new Set(['old']), graph);
    expect(unknown).toEqual({ taken: ['old'], left: ['older'] });
    expect(lost.size).toBe(0);
  });

  it('splits what the licenses taken away give into lost and kept, and nothing else', () => {
    const ids = ['base', 'voice', 'wem', 'suite', 'old'];
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (held, taken) => {
        const { lost, kept } = takeAway(held, new Set(taken), graph);
        const gone = held.filter((id) => taken.includes(id));
        const left = effectivePermissions(
          held.filter((id) => !taken.includes(id)),
          graph,
        );
        const given = [...effectivePermissions(gone, graph).keys()];
        expect([...lost.keys(), ...kept.keys()].sort()).toEqual(given);
        expect([...lost.keys()].some((permission) => left.has(permission))).toBe(false);
        for (const [permission, by] of kept) expect(left.get(permission)).toEqual(by);
      }),
    );
  });
});
