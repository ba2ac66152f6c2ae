import { describe, expect, it } from 'vitest';
import { shapedDefinition, shapedUser, shapedUserLicenses } from '@/api/shape';

describe('what the service sends', () => {
  it('has null and other types for absent in a user', () => {
    expect(
      shapedUser({ id: 'ana', name: 'Ana', email: null, title: 7, department: {}, division: null }),
    ).toEqual({ id: 'ana', name: 'Ana', version: 0 });
  });

  it('is nobody without an id of text', () => {
    for (const given of [null, 'ana', [], {}, { id: null }, { id: 7 }]) {
      expect(shapedUser(given)).toBeUndefined();
      expect(shapedUserLicenses(given)).toBeUndefined();
    }
  });

  it('keeps a role that cannot be read as a role without an id: not all roles are known', () => {
    const user = shapedUser({ id: 'ana', authorization: { roles: [null, { id: 'r', name: 1 }] } });
    expect(user?.authorization?.roles).toEqual([{}, { id: 'r' }]);
    expect(shapedUser({ id: 'ana', authorization: { roles: 'all' } })?.authorization).toEqual({});
  });

  it('holds one null of a definition against nothing else in it', () => {
    expect(
      shapedDefinition({
        id: 'cx3',
        description: null,
        prerequisites: [null, { id: 'base' }, { id: 7 }],
        comprises: [null, { id: 'cx2', comprises: [{ id: 'cx1', permissions: null }] }],
        permissions: { ids: ['a:b:c', null] },
      }),
    ).toEqual({
      id: 'cx3',
      prerequisites: [{ id: 'base' }, {}],
      comprises: [{ id: 'cx2', comprises: [{ id: 'cx1' }] }],
      permissions: { ids: ['a:b:c'] },
    });
    expect(shapedDefinition(null)).toBeUndefined();
  });

  it('does not tell what a user holds where a license cannot be read', () => {
    expect(shapedUserLicenses({ id: 'ana', licenses: ['a', null] })).toBeUndefined();
    expect(shapedUserLicenses({ id: 'ana', licenses: 'a' })).toBeUndefined();
    expect(shapedUserLicenses({ id: 'ana', licenses: null })).toEqual({ id: 'ana', licenses: [] });
  });
});
