// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LicenseOrganization, User, UserLicenses } from '@/api/schema';
import { OrganizationIndex } from '@/model/organizationIndex';

const USERS = ['ada', 'bob', 'cyd', 'dee', 'eve'];
const LICENSES = ['cx1', 'cx2', 'wem', '__proto__'];

const userId = fc.constantFrom(...USERS);
const licenseIds = fc.uniqueArray(fc.constantFrom(...LICENSES));
const userLicenses: fc.Arbitrary<UserLicenses> = fc.record(
  { id: userId, licenses: licenseIds },
  { requiredKeys: [] },
);
const user: fc.Arbitrary<User> = fc
  .record({ id: userId, name: fc.string() }, { requiredKeys: [] })
  .map((some) => ({ version: 1, ...some }));
const licenseOrganization: fc.Arbitrary<LicenseOrganization> = fc
  .array(fc.tuple(fc.constantFrom('cx1', 'cx2', 'wem'), fc.array(userId)))
  .map((entries) => ({
    licenses: Object.fromEntries(entries.map(([id, ids]) => [id, ids.map((id) => ({ id }))])),
  }));

/** The same organization, the slow and obvious way. */
class PlainOrganization {
  readonly held = new Map<string, Set<string>>();
  readonly people = new Map<string, User>();
  readonly rows: string[] = [];
  complete = false;

  know(id: string) {
    if (!this.rows.includes(id)) this.rows.push(id);
    if (this.complete && !this.held.has(id)) this.held.set(id, new Set());
  }
  replace(id: string, licenses: Iterable<string>) {
    this.know(id);
    this.held.set(id, new Set(licenses));
  }
  add(id: string, license: string) {
    this.know(id);
    this.held.set(id, new Set([...(this.held.get(id) ?? []), license]));
  }
}

type Step = (index: OrganizationIndex, plain: PlainOrganization) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(userLicenses, { maxLength: 4 }).map(
    (page): Step =>
      (index, plain) => {
        index.addAssignments(page);
        for (const { id, licenses } of page)
          if (id !== undefined) plain.replace(id, licenses ?? []);
      },
  ),
  fc.array(user, { maxLength: 4 }).map(
    (page): Step =>
      (index, plain) => {
        index.addUsers(page);
        for (const user of page) {
          if (user.id === undefined) continue;
          plain.know(user.id);
          plain.people.set(user.id, user);
        }
      },
  ),
  licenseOrganization.map(
    (answer): Step =>
      (index, plain) => {
        index.addLicenseOrganization(answer);
        for (const [license, holders] of Object.entries(answer.licenses ?? {})) {
          for (const { id } of holders) if (id !== undefined) plain.add(id, license);
        }
      },
  ),
  fc.constant<Step>((index, plain) => {
    index.completeAssignments();
    plain.complete = true;
    for (const id of plain.rows) plain.know(id);
  }),
  fc.tuple(userId, licenseIds).map(
    ([id, ids]): Step =>
      (index, plain) => {
        index.applyReadBack(new Map([[id, new Set(ids)]]));
        plain.replace(id, ids);
      },
  ),
);

describe('the index of an organization', () => {
  it('answers as a plain map of users to licenses does, in whatever order pages arrive', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const index = new OrganizationIndex();
        const plain = new PlainOrganization();
        for (const apply of steps) {
          const before = index.version;
          apply(index, plain);
          expect(index.version).toBeGreaterThan(before);
        }
        expect(Array.from({ length: index.size }, (_, row) => index.userId(row))).toEqual(
          plain.rows,
        );
        for (const [row, id] of plain.rows.entries()) {
          const held = plain.held.get(id);
          expect(index.rowOf(id)).toBe(row);
          expect(index.user(row)).toEqual(plain.people.get(id));
          expect(index.usersRead.has(row)).toBe(plain.people.has(id));
          expect(index.assignmentsRead.has(row)).toBe(held !== undefined);
          expect(index.licensesOf(row)?.sort()).toEqual(held && [...held].sort());
          for (const license of LICENSES) {
            expect(index.holds(row, license)).toBe(held?.has(license));
          }
        }
        for (const license of LICENSES) {
          const holders = plain.rows.filter((id) => plain.held.get(id)?.has(license));
          expect([...index.holders(license).toRows()]).toEqual(
            holders.map((id) => plain.rows.indexOf(id)),
          );
        }
      }),
    );
  });

  it('tells in which order people were read, so that others can follow', () => {
    const index = new OrganizationIndex();
    index.addAssignments([{ id: 'ada', licenses: [] }]);
    index.addUsers([{ id: 'bob', version: 1 }, { version: 1 }]);
    index.addUsers([
      { id: 'ada', version: 1 },
      { id: 'bob', version: 2 },
    ]);
    expect(index.userLog.map((row) => index.userId(row))).toEqual(['bob', 'ada', 'bob']);
  });

  it('gives a license that nobody holds its column when it is registered', () => {
    const index = new OrganizationIndex();
    index.registerLicenses(['cx4']);
    index.addAssignments([{ id: 'ada', licenses: ['cx1'] }]);
    expect(index.licenseIds).toEqual(['cx4', 'cx1']);
    expect(index.holders('cx4').isEmpty).toBe(true);
    expect(index.holders('never heard of').isEmpty).toBe(true);
  });

  it('refuses a row that does not exist instead of inventing a user', () => {
    expect(() => new OrganizationIndex().userId(0)).toThrow('There is no row 0');
  });
});
