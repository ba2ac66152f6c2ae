// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { LicenseDefinition } from '@/api/schema';
import { DefinitionGraph, effectivePermissions, redundantIn } from '@/model/definitions';

function license(id: string, rest: Omit<LicenseDefinition, 'id'> = {}): LicenseDefinition {
  return { id, ...rest };
}
const ids = (...list: string[]) => list.map((id) => ({ id }));

const graph = new DefinitionGraph([
  license('cx3', {
    description: 'CX 3',
    permissions: { ids: ['wfm:view'] },
    comprises: ids('cx2'),
  }),
  license('cx2', { permissions: { ids: ['chat:view'] }, comprises: ids('cx1') }),
  license('cx1', { permissions: { ids: ['call:accept', 'call:view'] } }),
  license('assist', { prerequisites: ids('cx1') }),
  license('copilot', { prerequisites: ids('assist', 'unlisted') }),
]);

describe('what a license is called', () => {
  it('is its description, and its id where there is none', () => {
    expect(graph.title('cx3')).toBe('CX 3');
    expect(graph.title('cx2')).toBe('cx2');
    expect(graph.title('never heard of')).toBe('never heard of');
    expect(new DefinitionGraph([license('blank', { description: '  ' })]).title('blank')).toBe(
      'blank',
    );
  });
});

describe('prerequisites', () => {
  it('are followed to the end, also through a license that has no definition', () => {
    expect(graph.prerequisitesOf('copilot')).toEqual(['assist', 'unlisted']);
    expect(graph.allPrerequisitesOf('copilot')).toEqual(new Set(['assist', 'unlisted', 'cx1']));
    expect(graph.requiredBy('cx1')).toEqual(['assist']);
    expect(graph.requiredBy('unlisted')).toEqual(['copilot']);
    expect(graph.has('unlisted')).toBe(false);
  });

  it('end where two licenses require each other, and a license never requires itself', () => {
    const cycle = new DefinitionGraph([
      license('a', { prerequisites: ids('b', 'a') }),
      license('b', { prerequisites: ids('a') }),
    ]);
    expect(cycle.prerequisitesOf('a')).toEqual(['b']);
    expect(cycle.allPrerequisitesOf('a')).toEqual(new Set(['b']));
    expect(cycle.requiredBy('a')).toEqual(['b']);
  });
});

describe('what a license comprises', () => {
  it('is found at any depth, in both directions', () => {
    expect(graph.partsOf('cx3')).toEqual(['cx2']);
    expect(graph.comprisesOf('cx3')).toEqual(new Set(['cx2', 'cx1']));
    expect(graph.comprisedIn('cx1')).toEqual(new Set(['cx2', 'cx3']));
    expect(graph.comprisedIn('cx3').size).toBe(0);
  });

  it('ends in a cycle', () => {
    const cycle = new DefinitionGraph([
      license('a', { permissions: { ids: ['p:a'] }, comprises: ids('b') }),
      license('b', { permissions: { ids: ['p:b'] }, comprises: ids('c') }),
      license('c', { permissions: { ids: ['p:c'] }, comprises: ids('a') }),
    ]);
    expect(cycle.comprisesOf('a')).toEqual(new Set(['b', 'c']));
    expect(cycle.comprisedIn('a')).toEqual(new Set(['c', 'b']));
    expect(cycle.permissionsOf('b')).toEqual(new Set(['p:b', 'p:c', 'p:a']));
  });

  it('may be spelled out only inside the license that comprises it', () => {
    const nested = new DefinitionGraph([
      license('outer', {
        comprises: [
          license('inner', {
            description: 'Inner',
            permissions: { ids: ['p:inner'] },
            comprises: [license('innermost', { permissions: { ids: ['p:innermost'] } })],
          }),
          license('bare'),
        ],
      }),
    ]);
    expect(nested.ids).toEqual(['outer']);
    expect(nested.has('inner')).toBe(true);
    expect(nested.has('bare')).toBe(false);
    expect(nested.title('inner')).toBe('Inner');
    expect(nested.comprisesOf('outer')).toEqual(new Set(['inner', 'bare', 'innermost']));
    expect(nested.permissionsOf('outer')).toEqual(new Set(['p:inner', 'p:innermost']));
  });

  it('is taken from the listed definition where the nested one says something else', () => {
    const both = new DefinitionGraph([
      license('outer', { comprises: [license('inner', { description: 'Old words' })] }),
      license('inner', { description: 'New words' }),
    ]);
    expect(both.title('inner')).toBe('New words');
  });
});

describe('permissions', () => {
  it('are those of the license and of everything it comprises', () => {
    expect(graph.permissionsOf('cx3')).toEqual(
      new Set(['wfm:view', 'chat:view', 'call:accept', 'call:view']),
    );
    expect(graph.permissionsOf('never heard of').size).toBe(0);
  });

  it('of a user come from every held license that gives them', () => {
    const permissions = effectivePermissions(['cx2', 'cx1', 'no definition'], graph);
    expect([...permissions]).toEqual([
      ['call:accept', ['cx2', 'cx1']],
      ['call:view', ['cx2', 'cx1']],
      ['chat:view', ['cx2']],
    ]);
  });
});

describe('a redundant license', () => {
  it('is one that another held license comprises', () => {
    expect(redundantIn('cx1', ['cx1', 'cx2', 'assist'], graph)).toEqual(['cx2']);
    expect(redundantIn('cx1', ['cx1', 'cx3', 'cx2'], graph)).toEqual(['cx3', 'cx2']);
    expect(redundantIn('cx2', ['cx1', 'cx2'], graph)).toEqual([]);
  });
});

describe('definitions that miss every optional property', () => {
  it('break nothing', () => {
    const bare = new DefinitionGraph([
      {},
      license('a', { prerequisites: [{}], comprises: [{}] }),
      license('a', { description: 'The same id again' }),
      { comprises: [license('nested in nobody', { description: 'Nested' })] },
    ]);
    expect(bare.ids).toEqual(['a']);
    expect(bare.title('a')).toBe('a');
    expect(bare.prerequisitesOf('a')).toEqual([]);
    expect(bare.comprisesOf('a').size).toBe(0);
    expect(bare.title('nested in nobody')).toBe('Nested');
  });
});
