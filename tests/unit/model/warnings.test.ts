import { describe, expect, it } from 'vitest';
import { DefinitionGraph } from '@/model/definitions';
import type { Assignments } from '@/model/organizationIndex';
import { permissionChanges } from '@/model/permissionChanges';
import { makePlan, type Wish } from '@/model/plan';
import { findWarnings, type PlanFacts } from '@/model/warnings';

const definitions = new DefinitionGraph([
  { id: 'base', permissions: { ids: ['chat:view'] } },
  { id: 'voice', prerequisites: [{ id: 'base' }], permissions: { ids: ['call:make'] } },
  { id: 'recording', prerequisites: [{ id: 'voice' }], permissions: { ids: ['call:record'] } },
  {
    id: 'suite',
    comprises: [{ id: 'base' }, { id: 'voice' }],
    permissions: { ids: ['suite:use'] },
  },
]);

const current: Assignments = new Map([
  ['ana', new Set(['base', 'voice', 'recording'])],
  ['bo', new Set(['suite'])],
  ['di', new Set<string>()],
  ['ed', new Set(['suite'])],
  ['fi', new Set(['suite'])],
]);

function warningsOf(wishes: Wish[], facts: Partial<PlanFacts> = {}) {
  return findWarnings(makePlan(wishes, current), {
    current,
    definitions,
    stateOf: () => 'active',
    impliedFor: () => undefined,
    ...facts,
  });
}

describe('a plan warns', () => {
  it('of a missing prerequisite, and adds it with its own prerequisites in one click', () => {
    const [warning, ...others] = warningsOf([
      { kind: 'add', userIds: ['di'], licenseIds: ['recording'] },
    ]);

    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      kind: 'missingPrerequisite',
      licenseId: 'recording',
      other: 'voice',
      userIds: ['di'],
    });
    const [include] = warning?.fixes ?? [];
    expect(include).toMatchObject({
      kind: 'include',
      changes: [{ licenseId: 'voice' }, { licenseId: 'base' }],
    });
  });

  it('not of a prerequisite that the user has within another license, or gets by the plan', () => {
    expect(warningsOf([{ kind: 'add', userIds: ['bo'], licenseIds: ['recording'] }])).toEqual([]);
    expect(warningsOf([{ kind: 'add', userIds: ['di'], licenseIds: ['base', 'voice'] }])).toEqual(
      [],
    );
  });

  it('of a license that stays and needs what is removed', () => {
    expect(warningsOf([{ kind: 'remove', userIds: ['ana'], licenseIds: ['voice'] }])).toMatchObject(
      [{ kind: 'dependentStays', licenseId: 'voice', other: 'recording', userIds: ['ana'] }],
    );
    expect(
      warningsOf([{ kind: 'remove', userIds: ['ana'], licenseIds: ['voice', 'recording'] }]),
    ).toEqual([]);
  });

  it('of a license that the user has within another', () => {
    expect(warningsOf([{ kind: 'add', userIds: ['bo'], licenseIds: ['voice'] }])).toMatchObject([
      { kind: 'redundant', licenseId: 'voice', other: 'suite', fixes: [{ kind: 'exclude' }] },
    ]);
  });

  it('of licenses that become superfluous, and offers to remove them', () => {
    const warnings = warningsOf([{ kind: 'add', userIds: ['ana'], licenseIds: ['suite'] }]);

    expect(warnings.map(({ kind, licenseId, other }) => [kind, licenseId, other])).toEqual([
      ['becomesRedundant', 'base', 'suite'],
      ['becomesRedundant', 'voice', 'suite'],
    ]);
    expect(warnings[0]?.fixes).toMatchObject([{ kind: 'include', action: 'remove' }]);
  });

  it('of a role that may give a removed license back', () => {
    const warnings = warningsOf([{ kind: 'remove', userIds: ['bo'], licenseIds: ['suite'] }], {
      impliedFor: () => new Set(['suite']),
    });
    expect(warnings).toMatchObject([{ kind: 'impliedByRole', licenseId: 'suite' }]);
  });

  it('names the roles that may give it back, those of most users first', () => {
    const brings: Record<string, string[]> = { bo: ['Planner'], ed: ['Agent'], fi: ['Agent'] };
    const [warning] = warningsOf(
      [{ kind: 'remove', userIds: ['bo', 'ed', 'fi'], licenseIds: ['suite'] }],
      {
        impliedFor: () => new Set(['suite']),
        rolesBringing: (userId, licenseId) =>
          licenseId === 'suite' ? (brings[userId] ?? []) : ['Another'],
      },
    );
    expect(warning).toMatchObject({ kind: 'impliedByRole', roles: ['Agent', 'Planner'] });
  });

  it('of an added license that no role of the user brings, once for all users', () => {
    const warnings = warningsOf(
      [{ kind: 'add', userIds: ['di', 'bo'], licenseIds: ['recording'] }],
      {
        impliedFor: (userId) => new Set(userId === 'di' ? ['base'] : []),
      },
    ).filter(({ kind }) => kind !== 'missingPrerequisite');
    expect(warnings).toMatchObject([
      {
        kind: 'broughtByNoRole',
        licenseId: 'recording',
        userIds: ['di', 'bo'],
        fixes: [{ kind: 'exclude', pairs: [{ userId: 'di' }, { userId: 'bo' }] }],
      },
    ]);
  });

  it('not of an added license that a role brings, or of a removed one that none does', () => {
    expect(
      warningsOf([{ kind: 'add', userIds: ['di'], licenseIds: ['base'] }], {
        impliedFor: () => new Set(['base']),
      }),
    ).toEqual([]);
    expect(
      warningsOf([{ kind: 'remove', userIds: ['bo'], licenseIds: ['suite'] }], {
        impliedFor: () => new Set(),
      }),
    ).toEqual([]);
  });

  it('of roles that are unknown, once a license, and says nothing where they were not asked', () => {
    const wishes: Wish[] = [
      { kind: 'add', userIds: ['ana', 'di'], licenseIds: ['suite'] },
      { kind: 'remove', userIds: ['bo'], licenseIds: ['suite'] },
    ];
    const byRoles = (impliedFor: PlanFacts['impliedFor']) =>
      warningsOf(wishes, { impliedFor }).filter(({ kind }) => kind !== 'becomesRedundant');
    expect(byRoles(() => 'unknown')).toEqual([
      { kind: 'unknownIfItReturns', licenseId: 'suite', userIds: ['bo'], fixes: [] },
      { kind: 'unknownIfItStays', licenseId: 'suite', userIds: ['ana', 'di'], fixes: [] },
    ]);
    expect(byRoles(() => undefined)).toEqual([]);
  });

  it('of users who are inactive or whom nobody knows, all in one', () => {
    const warnings = warningsOf(
      [{ kind: 'add', userIds: ['di', 'bo'], licenseIds: ['base', 'voice'] }],
      { stateOf: (userId) => (userId === 'di' ? 'inactive' : 'unknown') },
    );
    expect(warnings.filter(({ kind }) => kind === 'inactiveUser')).toMatchObject([
      { userIds: ['di'], fixes: [{ kind: 'exclude', pairs: [{}, {}] }] },
    ]);
    expect(warnings.filter(({ kind }) => kind === 'unknownUser')).toMatchObject([
      { userIds: ['bo'] },
    ]);
  });

  it('not of the state of users that was not read yet', () => {
    expect(
      warningsOf([{ kind: 'add', userIds: ['di'], licenseIds: ['base'] }], {
        stateOf: () => undefined,
      }),
    ).toEqual([]);
  });
});

describe('the permissions that a plan gives and takes', () => {
  it('leave out what another license gives as well', () => {
    const { changes } = makePlan(
      [{ kind: 'set', userIds: ['ana'], licenseIds: ['suite'] }],
      current,
    );

    expect(permissionChanges(changes, current, definitions)).toEqual({
      gained: [{ permission: 'suite:use', userCount: 1 }],
      lost: [{ permission: 'call:record', userCount: 1 }],
    });
  });

  it('count the users', () => {
    const { changes } = makePlan(
      [{ kind: 'add', userIds: ['ana', 'bo', 'di'], licenseIds: ['recording'] }],
      current,
    );
    expect(permissionChanges(changes, current, definitions).gained).toEqual([
      { permission: 'call:record', userCount: 2 },
    ]);
  });
});
