// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LicenseDefinition, User } from '@/api/schema';
import { DefinitionGraph } from '@/model/definitions';
import type { Finding } from '@/model/findings';
import { fixOf } from '@/model/findingsFix';
import { findByRoles, joinFindings, prepareRoleSets, type RoleSet } from '@/model/findingsRoles';
import { OrganizationIndex } from '@/model/organizationIndex';
import { applyChanges } from '@/model/plan';
import { assignments, LICENSES, USERS } from './assignmentArbitraries';

const DEFINITIONS: LicenseDefinition[] = [
  { id: 'base' },
  { id: 'voice', prerequisites: [{ id: 'base' }] },
  { id: 'wem', prerequisites: [{ id: 'voice' }] },
  { id: 'suite', comprises: [{ id: 'base' }, { id: 'voice' }] },
];
const graph = new DefinitionGraph(DEFINITIONS);

function indexOf(
  held: Readonly<Record<string, readonly string[]>>,
  people: readonly Partial<User>[] = Object.keys(held).map((id) => ({ id })),
): OrganizationIndex {
  const index = new OrganizationIndex();
  index.addAssignments(
    Object.entries(held).map(([id, licenses]) => ({ id, licenses: [...licenses] })),
  );
  index.addUsers(people.map((user) => ({ version: 1, state: 'active', ...user })));
  return index;
}

/** A finding as rule, license and users. */
function plainly(index: OrganizationIndex, found: readonly Finding[]) {
  return found.map(({ rule, licenseId, rows }) => [
    rule,
    licenseId,
    Array.from(rows.toRows(), (row) => index.userId(row)),
  ]);
}

describe('a license that no role implies', () => {
  it('is found with its holders', () => {
    const index = indexOf({ ana: ['base', 'wem'], bo: ['base'] });
    const roleSets = [{ userIds: ['ana', 'bo'], implied: ['base'] }];
    const { found, notChecked, usersNotChecked } = findByRoles({ index, graph, roleSets });
    expect(plainly(index, found)).toEqual([['heldNotImplied', 'wem', ['ana']]]);
    expect(notChecked.size).toBe(0);
    expect(usersNotChecked).toBe(0);
  });

  it('is as it should be where an implied license needs or comprises it', () => {
    const index = indexOf({ ana: ['wem', 'voice', 'base'], bo: ['suite', 'base'] });
    const roleSets = [
      { userIds: ['ana'], implied: ['wem'] },
      { userIds: ['bo'], implied: ['suite'] },
    ];
    expect(findByRoles({ index, graph, roleSets }).found).toEqual([]);
  });

  it('is found of those who have no role at all', () => {
    const index = indexOf({ ana: ['base'] });
    const roleSets = [{ userIds: ['ana'], implied: [] }];
    const { found } = findByRoles({ index, graph, roleSets });
    expect(plainly(index, found)).toEqual([['heldNotImplied', 'base', ['ana']]]);
  });

  it('goes away by the fix', () => {
    const index = indexOf({ ana: ['base', 'wem'] });
    const roleSets = [{ userIds: ['ana'], implied: ['base'] }];
    const [finding] = findByRoles({ index, graph, roleSets }).found;
    expect(finding && fixOf(finding, index, graph)).toEqual([
      {
        userId: 'ana',
        licenseId: 'wem',
        action: 'remove',
        reason: { kind: 'finding', rule: 'heldNotImplied' },
      },
    ]);
  });
});

describe('a license that a role implies', () => {
  it('is missed where neither it nor one that comprises it is held', () => {
    const index = indexOf({ ana: [], bo: ['suite'], cy: ['voice', 'base'] });
    const roleSets = [
      { userIds: ['ana', 'cy'], implied: ['voice'] },
      { userIds: ['bo'], implied: ['voice', 'suite'] },
    ];
    const { found } = findByRoles({ index, graph, roleSets });
    expect(plainly(index, found)).toEqual([['impliedNotHeld', 'voice', ['ana']]]);
  });

  it('is added by the fix, with what it needs', () => {
    const index = indexOf({ ana: [] });
    const [finding] = findByRoles({
      index,
      graph,
      roleSets: [{ userIds: ['ana'], implied: ['wem'] }],
    }).found;
    const changes = finding ? fixOf(finding, index, graph) : [];
    expect(changes.map(({ action, licenseId, reason }) => [action, licenseId, reason])).toEqual([
      ['add', 'wem', { kind: 'finding', rule: 'impliedNotHeld' }],
      ['add', 'voice', { kind: 'prerequisite', of: 'wem' }],
      ['add', 'base', { kind: 'prerequisite', of: 'wem' }],
    ]);
  });
});

describe('who is not checked', () => {
  it('is everybody before roles were asked for, and before definitions are known', () => {
    const index = indexOf({ ana: ['wem'], bo: [] });
    const before = findByRoles({ index, graph, roleSets: undefined });
    expect([...before.notChecked.values()]).toEqual(['rolesNotAsked', 'rolesNotAsked']);
    expect(before.usersNotChecked).toBeUndefined();
    const roleSets = [{ userIds: ['ana', 'bo'], implied: [] }];
    const without = findByRoles({ index, graph: undefined, roleSets });
    expect([...without.notChecked.values()]).toEqual(['noDefinitions', 'noDefinitions']);
    expect(without.found).toEqual([]);
  });

  it('is whose roles are not told, whose set got no answer, and whose licenses are not read', () => {
    const index = indexOf({ ana: ['wem'], bo: ['wem'], cy: ['wem'] }, [
      { id: 'ana' },
      { id: 'bo' },
      { id: 'cy' },
      { id: 'unread' },
    ]);
    const roleSets: RoleSet[] = [
      { userIds: ['ana', 'unread'], implied: ['wem'] },
      { userIds: ['bo'], implied: undefined },
    ];
    const { found, notChecked, usersNotChecked } = findByRoles({ index, graph, roleSets });
    expect(found).toEqual([]);
    expect(usersNotChecked).toBe(3);
    expect([...notChecked]).toEqual([
      ['heldNotImplied', 'rolesUnknown'],
      ['impliedNotHeld', 'rolesUnknown'],
    ]);
  });

  it('is not who is inactive, deleted or a stranger: nothing is found of them, and they are not missed', () => {
    const index = indexOf({ ana: ['wem'], bo: ['wem'], stranger: ['wem'] }, [
      { id: 'ana', state: 'inactive' },
      { id: 'bo', state: 'deleted' },
    ]);
    const roleSets = [{ userIds: ['ana', 'bo', 'stranger', 'nobody'], implied: ['base'] }];
    expect(findByRoles({ index, graph, roleSets })).toMatchObject({
      found: [],
      usersNotChecked: 0,
    });
  });
});

describe('an organization that changes', () => {
  it('is compared as it is now: who came since, and who holds something else', () => {
    const index = indexOf({ ana: ['base'] });
    const roleSets = [{ userIds: ['ana', 'bo'], implied: ['base'] }];
    expect(findByRoles({ index, graph, roleSets }).found).toEqual([]);
    index.applyReadBack(new Map([['ana', new Set(['base', 'wem'])]]));
    index.addUsers([{ id: 'bo', version: 1, state: 'active' }]);
    index.applyReadBack(new Map([['bo', new Set<string>()]]));
    expect(plainly(index, findByRoles({ index, graph, roleSets }).found)).toEqual([
      ['heldNotImplied', 'wem', ['ana']],
      ['impliedNotHeld', 'base', ['bo']],
    ]);
  });
});

describe('the users of many sets of roles', () => {
  it('are looked up in slices, with the same outcome', async () => {
    const ids = Array.from({ length: 25_000 }, (_, i) => `user-${i}`);
    const sets = () =>
      Array.from({ length: 25 }, (_, set) => ({
        userIds: ids.filter((_, i) => i % 25 === set),
        implied: ['base'],
      }));
    const index = new OrganizationIndex();
    index.addAssignments(ids.map((id, i) => ({ id, licenses: i % 2 === 0 ? ['base'] : [] })));
    index.addUsers(ids.map((id) => ({ id, version: 1, state: 'active' })));
    const roleSets = sets();
    let pauses = 0;
    await prepareRoleSets(roleSets, index, async () => {
      pauses += 1;
    });
    expect(pauses).toBe(2);
    const prepared = findByRoles({ index, graph, roleSets });
    const atOnce = findByRoles({ index, graph, roleSets: sets() });
    expect(plainly(index, prepared.found)).toEqual(plainly(index, atOnce.found));
    await prepareRoleSets(roleSets, index, () => Promise.reject(new Error('All are known')));
  });
});

describe('the fix of any such finding', () => {
  const roles = fc.tuple(...USERS.map(() => fc.option(fc.subarray(LICENSES), { nil: undefined })));
  const graphs = fc
    .tuple(
      ...LICENSES.map((id, i) =>
        fc
          .tuple(fc.subarray(LICENSES.slice(0, i)), fc.subarray(LICENSES.slice(0, i)))
          .map(([prerequisites, comprises]) => ({
            id,
            prerequisites: prerequisites.map((needed) => ({ id: needed })),
            comprises: comprises.map((part) => ({ id: part })),
          })),
      ),
    )
    .map((definitions) => new DefinitionGraph(definitions));

  it('leaves nothing that its rule finds of the license, and finds nothing of who is not checked', () => {
    fc.assert(
      fc.property(assignments, roles, graphs, (held, implied, anyGraph) => {
        const index = new OrganizationIndex();
        index.addUsers(USERS.map((id) => ({ id, version: 1, state: 'active' })));
        index.applyReadBack(held);
        const roleSets = USERS.map((userId, i) => ({ userIds: [userId], implied: implied[i] }));
        const before = findByRoles({ index, graph: anyGraph, roleSets });
        expect(before.usersNotChecked).toBe(implied.filter((ids) => ids === undefined).length);

        for (const finding of before.found) {
          const users = Array.from(finding.rows.toRows(), (row) => index.userId(row));
          expect(users.every((id) => implied[USERS.indexOf(id)] !== undefined)).toBe(true);
          const mended = new OrganizationIndex();
          mended.addUsers(USERS.map((id) => ({ id, version: 1, state: 'active' })));
          mended.applyReadBack(applyChanges(held, fixOf(finding, index, anyGraph)));
          const after = findByRoles({ index: mended, graph: anyGraph, roleSets });
          expect(after.found.map(({ id }) => id)).not.toContain(finding.id);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('findings of two passes', () => {
  it('come in the order of the rules, with all that was not checked', () => {
    const index = indexOf({ ana: ['wem'] });
    const { found } = findByRoles({ index, graph, roleSets: [{ userIds: ['ana'], implied: [] }] });
    const missing: Finding = {
      ...(found[0] ?? { rows: index.assignmentsRead, id: '' }),
      rule: 'missingPrerequisite',
    };
    const joined = joinFindings(
      { found, notChecked: new Map([['heldNotImplied', 'rolesUnknown']]) },
      { found: [missing], notChecked: new Map([['longAbsent', 'noLastLogin']]) },
    );
    expect(joined.found.map(({ rule }) => rule)).toEqual(['missingPrerequisite', 'heldNotImplied']);
    expect([...joined.notChecked.keys()]).toEqual(['heldNotImplied', 'longAbsent']);
  });
});

describe('a large organization', () => {
  it('of 200,000 users and a few hundred sets of roles is compared whole', () => {
    const index = new OrganizationIndex();
    const ids = Array.from({ length: 200_000 }, (_, i) => `user-${i}`);
    const licenseIds = Array.from({ length: 24 }, (_, i) => `license-${i}`);
    const licensesOf = (i: number) => [licenseIds[i % 24], licenseIds[(i * 7) % 24]];
    index.addAssignments(
      ids.map((id, i) => ({ id, licenses: licensesOf(i).flatMap((l) => l ?? []) })),
    );
    index.addUsers(ids.map((id) => ({ id, version: 1, state: 'active' })));
    const roleSets = Array.from({ length: 300 }, (_, set) => ({
      userIds: ids.filter((_, i) => i % 300 === set),
      implied: licensesOf(set).flatMap((l) => l ?? []),
    }));
    const { found } = findByRoles({ index, graph: new DefinitionGraph([]), roleSets });
    expect(found.length).toBeGreaterThan(0);
  });
});
