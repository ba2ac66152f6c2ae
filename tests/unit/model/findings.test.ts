// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { LicenseDefinition, User } from '@/api/schema';
import { DefinitionGraph } from '@/model/definitions';
import { type FindingFacts, type Findings, findFindings } from '@/model/findings';
import { fixOf } from '@/model/findingsFix';
import { parseMutes, withMute, withoutMute, withoutMuted } from '@/model/findingsMutes';
import { OrganizationIndex } from '@/model/organizationIndex';
import { applyChanges } from '@/model/plan';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const DEFINITIONS: LicenseDefinition[] = [
  { id: 'base' },
  { id: 'voice', prerequisites: [{ id: 'base' }] },
  { id: 'wem', prerequisites: [{ id: 'voice' }] },
  { id: 'suite', comprises: [{ id: 'base' }, { id: 'voice' }] },
];
const graph = new DefinitionGraph(DEFINITIONS);

type Held = Readonly<Record<string, readonly string[]>>;

function indexOf(held: Held, people: readonly Partial<User>[] = []): OrganizationIndex {
  const index = new OrganizationIndex();
  index.addAssignments(
    Object.entries(held).map(([id, licenses]) => ({ id, licenses: [...licenses] })),
  );
  index.addUsers(people.map((user) => ({ version: 1, ...user })));
  return index;
}

function find(index: OrganizationIndex, facts: Partial<FindingFacts> = {}): Findings {
  const isComplete = { people: true, assignments: true };
  return findFindings({ index, graph, isComplete, absentDays: 90, now: NOW, ...facts });
}

const usersOf = (index: OrganizationIndex, { found }: Findings, rule: string) =>
  found
    .filter((finding) => finding.rule === rule)
    .flatMap(({ rows }) => Array.from(rows.toRows(), (row) => index.userId(row)));

describe('a license without its prerequisite', () => {
  it('is found, unless a license that comprises the prerequisite is held', () => {
    const index = indexOf({ ana: ['voice'], bo: ['voice', 'base'], cy: ['wem', 'suite'] });
    const { found } = find(index);
    const missing = found.filter(({ rule }) => rule === 'missingPrerequisite');
    expect(missing.map(({ licenseId, other }) => [licenseId, other])).toEqual([['voice', 'base']]);
    expect(usersOf(index, { found, notChecked: new Map() }, 'missingPrerequisite')).toEqual([
      'ana',
    ]);
  });

  it('is mended by adding what is missing, and what that needs in turn', () => {
    const index = indexOf({ ana: ['wem'] });
    const [finding] = find(index).found;
    const changes = finding ? fixOf(finding, index, graph) : [];
    expect(changes.map(({ action, licenseId }) => `${action} ${licenseId}`)).toEqual([
      'add voice',
      'add base',
    ]);
  });
});

describe('a redundant license', () => {
  it('is one that another held license comprises, and goes away by the fix', () => {
    const index = indexOf({ ana: ['suite', 'voice'], bo: ['voice', 'base'], cy: ['suite'] });
    const found = find(index);
    expect(usersOf(index, found, 'redundant')).toEqual(['ana']);
    const finding = found.found.find(({ rule }) => rule === 'redundant');
    const changes = finding ? fixOf(finding, index, graph) : [];
    const after = applyChanges(new Map([['ana', new Set(['suite', 'voice'])]]), changes);
    expect([...(after.get('ana') ?? [])]).toEqual(['suite']);
  });

  it('is none of two that comprise each other', () => {
    const circle = new DefinitionGraph([
      { id: 'a', comprises: [{ id: 'b' }] },
      { id: 'b', comprises: [{ id: 'a' }] },
    ]);
    const index = indexOf({ ana: ['a', 'b'] });
    expect(usersOf(index, find(index, { graph: circle }), 'redundant')).toEqual([]);
  });
});

describe('who holds licenses', () => {
  const people = [
    { id: 'in', state: 'inactive' as const, dateLastLogin: '2020-01-01T00:00:00Z' },
    { id: 'gone', state: 'deleted' as const },
    { id: 'late', state: 'active' as const, dateLastLogin: '2026-08-01T00:00:00Z' },
    { id: 'here', state: 'active' as const, dateLastLogin: '2026-11-20T00:00:00Z' },
    { id: 'never', state: 'active' as const },
    { id: 'none', state: 'inactive' as const },
  ];
  const held = {
    in: ['base'],
    gone: ['base'],
    late: ['base'],
    here: ['base'],
    never: ['base'],
    none: [],
    stranger: ['base'],
  };

  it('is inactive, deleted, long absent, never seen or no known user', () => {
    const index = indexOf(held, people);
    const found = find(index);
    expect(usersOf(index, found, 'inactiveHolder')).toEqual(['in']);
    expect(usersOf(index, found, 'deletedHolder')).toEqual(['gone']);
    expect(usersOf(index, found, 'longAbsent')).toEqual(['late']);
    expect(usersOf(index, found, 'neverSignedIn')).toEqual(['never']);
    expect(usersOf(index, found, 'unknownHolder')).toEqual(['stranger']);
    expect(usersOf(index, find(index, { absentDays: 365 }), 'longAbsent')).toEqual([]);
  });

  it('is not said to be absent where the service tells of nobody when they signed in', () => {
    const index = indexOf(
      held,
      people.map(({ id, state }) => ({ id, state })),
    );
    const { found, notChecked } = find(index);
    expect(found.some(({ rule }) => rule === 'longAbsent' || rule === 'neverSignedIn')).toBe(false);
    expect(notChecked.get('longAbsent')).toBe('noLastLogin');
    expect(notChecked.get('neverSignedIn')).toBe('noLastLogin');
  });

  it('is not said to be unknown before all people are read', () => {
    const isComplete = { people: false, assignments: true };
    const { found, notChecked } = find(indexOf(held, people), { isComplete });
    expect(found.some(({ rule }) => rule === 'unknownHolder')).toBe(false);
    expect(notChecked.get('unknownHolder')).toBe('incomplete');
    expect(notChecked.get('unlikePeers')).toBe('incomplete');
  });

  it('loses everything by the fix of an inactive user, and nobody else does', () => {
    const index = indexOf({ ...held, in: ['base', 'voice'] }, people);
    const finding = find(index).found.find(({ rule }) => rule === 'inactiveHolder');
    const changes = finding ? fixOf(finding, index, graph) : [];
    expect(changes.map(({ userId, action, licenseId }) => [userId, action, licenseId])).toEqual([
      ['in', 'remove', 'base'],
      ['in', 'remove', 'voice'],
    ]);
  });
});

describe('a license without a definition', () => {
  it('is found with its holders, and not before the definitions are known', () => {
    const index = indexOf({ ana: ['retired', 'base'] });
    expect(usersOf(index, find(index), 'withoutDefinition')).toEqual(['ana']);
    const unknown = find(index, { graph: undefined });
    expect(usersOf(index, unknown, 'withoutDefinition')).toEqual([]);
    expect(unknown.notChecked.get('withoutDefinition')).toBe('noDefinitions');
  });
});

describe('a combination unlike that of the department', () => {
  const members = (count: number, department: string) =>
    Array.from({ length: count }, (_, i) => ({ id: `${department}${i}`, department }));
  const holding = (people: { id: string }[], licenses: string[]): Held =>
    Object.fromEntries(people.map(({ id }) => [id, licenses]));

  it('is found where most hold the same and fewer than 2 % hold this', () => {
    const care = members(60, 'Care');
    const index = indexOf({ ...holding(care, ['base']), Care7: ['base', 'wem'] }, care);
    const found = find(index);
    expect(usersOf(index, found, 'unlikePeers')).toEqual(['Care7']);
    const finding = found.found.find(({ rule }) => rule === 'unlikePeers');
    expect(finding?.peers).toEqual({ department: 'Care', licenseIds: ['base'] });
    const changes = finding ? fixOf(finding, index, graph) : [];
    expect(changes.map(({ action, licenseId }) => `${action} ${licenseId}`)).toEqual([
      'remove wem',
    ]);
  });

  it('is found in a department of 20 to 50 people too, where it is one person alone', () => {
    for (const size of [20, 35, 50]) {
      const care = members(size, 'Care');
      const index = indexOf({ ...holding(care, ['base']), Care7: ['base', 'wem'] }, care);
      expect(usersOf(index, find(index), 'unlikePeers')).toEqual(['Care7']);
    }
  });

  it('is shared by less than 2 % where the department is large, and by nobody where it is not', () => {
    const pair = { Care7: ['base', 'wem'], Care8: ['base', 'wem'] };
    const found = [100, 101].map((size) => {
      const care = members(size, 'Care');
      const index = indexOf({ ...holding(care, ['base']), ...pair }, care);
      return usersOf(index, find(index), 'unlikePeers');
    });
    expect(found).toEqual([[], ['Care7', 'Care8']]);
  });

  it('is none in a small department, and none where no combination is common', () => {
    const small = members(19, 'Small');
    const mixed = members(60, 'Mixed');
    const thirds = [['base'], ['voice', 'base'], ['suite']];
    const heldInMixed = Object.fromEntries(
      mixed.map(({ id }, i): [string, string[]] => [id, thirds[i % 3] ?? []]),
    );
    const index = indexOf(
      { ...holding(small, ['base']), Small1: ['suite'], ...heldInMixed, Mixed0: [] },
      [...small, ...mixed],
    );
    expect(usersOf(index, find(index), 'unlikePeers')).toEqual([]);
  });
});

describe('what is not known', () => {
  it('is never found wrong: users whose assignments were not read', () => {
    const index = indexOf({}, [{ id: 'ana', state: 'inactive', department: 'Care' }]);
    expect(find(index).found).toEqual([]);
  });
});

describe('muting', () => {
  const index = indexOf({ ana: ['voice'], bo: ['voice'] });
  const { found } = find(index);
  const mutedAt = '2026-11-25T00:00:00Z';

  it('silences a rule for one user, or wholly, until it is taken back', () => {
    const one = withMute([], { rule: 'missingPrerequisite', userId: 'ana', reason: 'ok', mutedAt });
    const [left] = withoutMuted(found, one, index);
    expect(left?.rows.count).toBe(1);
    const all = withMute(one, { rule: 'missingPrerequisite', reason: 'ok', mutedAt });
    expect(withoutMuted(found, all, index).map(({ rule }) => rule)).not.toContain(
      'missingPrerequisite',
    );
    const back = withoutMute(all, { rule: 'missingPrerequisite', userId: undefined });
    expect(withoutMuted(found, back, index)[0]?.rows.count).toBe(1);
  });

  it('survives being written down, and a damaged note mutes nothing', () => {
    const mutes = withMute([], { rule: 'redundant', reason: 'agreed with Ana', mutedAt });
    expect(parseMutes(JSON.stringify(mutes))).toEqual(mutes);
    expect(parseMutes('{"rule":')).toEqual([]);
    expect(parseMutes('[{"rule":"noSuchRule"}]')).toEqual([]);
    expect(parseMutes(null)).toEqual([]);
  });
});

describe('a large organization', () => {
  it('of 200,000 users is looked through', () => {
    const index = new OrganizationIndex();
    const ids = Array.from({ length: 200_000 }, (_, i) => `user-${i}`);
    const licenseIds = Array.from({ length: 24 }, (_, i) => `license-${i}`);
    const odd = (i: number) => (i % 97 === 0 ? licenseIds[i % 24] : undefined);
    index.addAssignments(
      ids.map((id, i) => ({
        id,
        licenses: [
          ...new Set(
            [licenseIds[i % 3], licenseIds[3 + (i % 5)], odd(i)].filter((l) => l !== undefined),
          ),
        ],
      })),
    );
    index.addUsers(
      ids.map((id, i) => ({
        id,
        version: 1,
        state: i % 50 === 0 ? 'inactive' : 'active',
        department: `Department ${i % 40}`,
        dateLastLogin: new Date(NOW - i * 60_000).toISOString(),
      })),
    );
    const large = new DefinitionGraph(
      licenseIds.map((id, i) => ({
        id,
        prerequisites: i > 0 ? [{ id: `license-${i - 1}` }] : [],
        comprises: i % 6 === 5 ? [{ id: `license-${i - 2}` }] : [],
      })),
    );
    const { found } = find(index, { graph: large });
    expect(found.length).toBeGreaterThan(10);
  });
});
