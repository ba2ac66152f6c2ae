// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createSandbox } from '@/sandbox';
import { licenseDefinitions, retiredLicenseId } from '@/sandbox/data/licenses';
import { permissionCatalogue } from '@/sandbox/data/permissions';

const sandbox = createSandbox({ users: 1200 });
const { organization } = sandbox;

function nameOf(userId: string | undefined): string | undefined {
  return organization.user(userId ?? '')?.profile.name;
}

describe('an organization made from a seed', () => {
  it('is the same whenever it is made', () => {
    const again = createSandbox({ users: 1200 }).organization;
    expect(again.users).toEqual(organization.users);
    expect(again.snapshot()).toBe(organization.snapshot());
    expect([...again.roles]).toEqual([...organization.roles]);
  });

  it('is another one for another seed', () => {
    const other = createSandbox({ users: 1200, seed: 2 }).organization;
    expect(other.snapshot()).not.toBe(organization.snapshot());
    expect(other.users[5]?.id).not.toBe(organization.users[5]?.id);
  });

  it('keeps its people when it grows', () => {
    const larger = createSandbox({ users: 1300 }).organization;
    expect(larger.users.slice(0, 1200)).toEqual(organization.users);
  });

  it('has as many users as asked for, each with an id of its own', () => {
    expect(organization.users).toHaveLength(1200);
    expect(new Set(organization.users.map(({ id }) => id)).size).toBe(1200);
    expect(() => createSandbox({ users: 0 })).toThrow('at least one user');
  });
});

describe('the people of the organization', () => {
  it('have names of many scripts', () => {
    const names = organization.users.map(({ profile }) => profile.name ?? '').join(' ');
    for (const script of [
      'Latin',
      'Greek',
      'Cyrillic',
      'Arabic',
      'Hebrew',
      'Han',
      'Hiragana',
      'Katakana',
      'Hangul',
      'Devanagari',
      'Tamil',
      'Thai',
    ]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
  });

  it('have e-mail addresses in plain letters, no two alike', () => {
    const emails = organization.users.flatMap(({ profile }) => profile.email ?? []);
    expect(emails.filter((email) => !/^[\w.]+@[\w.-]+$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('are mostly active, some inactive, few deleted, and some never signed in', () => {
    const share = (state: 'active' | 'inactive' | 'deleted') =>
      organization.listed(state).length / 1200;
    expect(share('active')).toBeGreaterThan(0.88);
    expect(share('inactive')).toBeGreaterThan(0.03);
    expect(share('inactive')).toBeLessThan(0.1);
    expect(share('deleted')).toBeGreaterThan(0);
    expect(share('deleted')).toBeLessThan(0.03);
    expect(organization.users.some(({ lastLogin }) => lastLogin === undefined)).toBe(true);
  });

  it('hold about three licenses each, most of a department the same, and a few stand out', () => {
    const held = organization.users.map(({ id }) => organization.assignmentsOf(id).length);
    const mean = held.reduce((sum, count) => sum + count, 0) / held.length;
    expect(mean).toBeGreaterThan(2.5);
    expect(mean).toBeLessThan(4);

    const care = organization.users.filter(({ profile }) => profile.department === 'Customer Care');
    const withCx2 = care.filter(({ id }) => organization.assignmentsOf(id).includes('cloudCX2'));
    expect(withCx2.length / care.length).toBeGreaterThan(0.85);
    const usual = new Set(
      'cloudCX2 gc2WEMupgrade userRecording agentAssist screenRecording cobrowse'.split(' '),
    );
    const outliers = care.filter(({ id }) =>
      organization.assignmentsOf(id).some((license) => !usual.has(license)),
    );
    expect(outliers.length).toBeGreaterThan(0);
    expect(outliers.length / care.length).toBeLessThan(0.1);
  });

  it('include those that break careless programs', () => {
    const { oddities } = organization;
    expect(organization.user(oddities.noName ?? '')?.profile).not.toHaveProperty('name');
    expect(organization.user(oddities.noEmail ?? '')?.profile).not.toHaveProperty('email');
    expect(Object.keys(organization.user(oddities.onlyId ?? '')?.profile ?? {})).toEqual([
      'id',
      'version',
    ]);
    expect(nameOf(oddities.longName)).toHaveLength(300);
    expect(nameOf(oddities.html)).toBe('<img src=x onerror=alert(1)>');
    expect(nameOf(oddities.formula)).toMatch(/^=HYPERLINK/);
    expect(nameOf(oddities.sameName)).toBe(nameOf(oddities.sameNameToo));
    const [lower, upper] = [oddities.emailLower, oddities.emailUpper].map(
      (id) => organization.user(id ?? '')?.profile.email,
    );
    expect(lower).not.toBe(upper);
    expect(lower?.toLowerCase()).toBe(upper?.toLowerCase());
    expect(nameOf(oddities.rightToLeft)).toMatch(/\u202e/);
    expect(organization.assignmentsOf(oddities.noLicenses ?? '')).toEqual([]);
    expect(organization.assignmentsOf(oddities.everyLicense ?? '')).toHaveLength(
      organization.definitions.size,
    );
  });

  it('include a holder who is no user, and a license that has no definition', () => {
    const stranger = organization.oddities.unknownHolder ?? '';
    expect(organization.user(stranger)).toBeUndefined();
    expect(organization.assignmentsOf(stranger)).toContain(retiredLicenseId);
    expect(organization.definitions.has(retiredLicenseId)).toBe(false);
  });

  it('leaves the first twenty ordinary, so that a small organization is not all oddities', () => {
    const small = createSandbox({ users: 10 }).organization;
    expect(Object.keys(small.oddities)).toEqual(['unknownHolder']);
  });
});

describe('the licenses of the organization', () => {
  it('name only permissions, prerequisites and parts that exist', () => {
    expect(permissionCatalogue.length).toBeGreaterThan(250);
    const known = new Set(permissionCatalogue);
    for (const definition of licenseDefinitions.values()) {
      expect(definition.permissions?.ids.filter((id) => !known.has(id)) ?? []).toEqual([]);
      for (const { id } of [...(definition.prerequisites ?? []), ...(definition.comprises ?? [])]) {
        expect(licenseDefinitions.has(id ?? '')).toBe(true);
      }
    }
  });

  it('bring at least one permission by every prefix they are written with', () => {
    const empty = [...licenseDefinitions.values()].filter(
      ({ permissions }) => permissions !== undefined && permissions.ids.length === 0,
    );
    expect(empty).toEqual([]);
  });

  it('are nested, and some miss a description or everything', () => {
    const cx3 = licenseDefinitions.get('cloudCX3');
    expect(cx3?.comprises?.[0]?.comprises?.[0]?.comprises?.[0]?.id).toBe('communicate');
    expect(licenseDefinitions.get('videoEngagement')).not.toHaveProperty('description');
    expect(licenseDefinitions.get('edgeAppliance')).toEqual({ id: 'edgeAppliance' });
  });

  it('are called for by roles that name licenses which exist', () => {
    for (const role of organization.roles.values()) {
      for (const id of [role.baseLicense ?? 'collaboratePro', ...(role.addonLicenses ?? [])]) {
        expect(licenseDefinitions.has(id)).toBe(true);
      }
      expect(role.permissions.length).toBeGreaterThan(0);
    }
  });
});

describe('assignments', () => {
  it('can be set, are told apart by the snapshot, and go back to the beginning', () => {
    const { organization } = createSandbox({ users: 30 });
    const before = organization.snapshot();
    const [user] = organization.users;
    organization.setAssignment(user?.id ?? '', 'wfm', true);
    expect(organization.assignmentsOf(user?.id ?? '')).toEqual([
      'cloudCX2',
      'journeyManagement',
      'wfm',
    ]);
    expect(organization.snapshot()).not.toBe(before);
    organization.setAssignment(user?.id ?? '', 'wfm', false);
    expect(organization.snapshot()).toBe(before);
    expect(organization.changes().licenses).toEqual({});

    organization.setAssignment(user?.id ?? '', 'wfm', true);
    const changes = organization.changes();
    organization.reset();
    expect(organization.snapshot()).toBe(before);
    organization.restore(changes);
    expect(organization.assignmentsOf(user?.id ?? '')).toContain('wfm');
  });

  it('make a holder of one who was none', () => {
    const { organization } = createSandbox({ users: 30 });
    organization.setAssignment('somebody-new', 'wfm', true);
    expect(organization.holderIds.at(-1)).toBe('somebody-new');
    expect(organization.snapshot()).toContain('"somebody-new":["wfm"]');
  });
});
