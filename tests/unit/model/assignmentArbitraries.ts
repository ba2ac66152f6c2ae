import * as fc from 'fast-check';
import type { Assignments } from '@/model/organizationIndex';
import type { Change, Wish } from '@/model/plan';

export const USERS = ['ana', 'bo', 'çem', 'di'];
export const LICENSES = ['base', 'voice', 'digital', 'wem', 'ai'];

const userId = fc.constantFrom(...USERS);
const licenseId = fc.constantFrom(...LICENSES);
const someUsers = fc.subarray(USERS);
const someLicenses = fc.subarray(LICENSES);

/** What everybody holds; every user is known. */
export const assignments: fc.Arbitrary<Assignments> = fc
  .tuple(...USERS.map(() => someLicenses))
  .map((held) => new Map(USERS.map((user, i) => [user, new Set(held[i])])));

const cell: fc.Arbitrary<Change> = fc.record({
  userId,
  licenseId,
  action: fc.constantFrom('add' as const, 'remove' as const),
  reason: fc.constant({ kind: 'asked' as const }),
});

export const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    userIds: someUsers,
    licenseIds: someLicenses,
  }),
  fc.record({
    kind: fc.constant('swap' as const),
    userIds: someUsers,
    from: licenseId,
    to: licenseId,
  }),
  fc.record({ kind: fc.constant('copy' as const), fromUserId: userId, userIds: someUsers }),
  fc.record({ kind: fc.constant('set' as const), userIds: someUsers, licenseIds: someLicenses }),
  fc.record({ kind: fc.constant('cells' as const), changes: fc.array(cell, { maxLength: 6 }) }),
);

export const wishes = fc.array(wish, { maxLength: 4 });

/** A definitions graph in which each license may need earlier ones, so that there is no circle. */
export const prerequisites = fc
  .tuple(...LICENSES.map((_, i) => fc.subarray(LICENSES.slice(0, i))))
  .map((needs) => ({
    prerequisitesOf: (id: string): readonly string[] => needs[LICENSES.indexOf(id)] ?? [],
    comprisedIn: () => [],
  }));

/** Comparable: sorted, and without the users who hold nothing. */
export function plain(assignments: Assignments): Record<string, string[]> {
  return Object.fromEntries(
    [...assignments]
      .filter(([, held]) => held.size > 0)
      .map(([user, held]): [string, string[]] => [user, [...held].sort()])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}
