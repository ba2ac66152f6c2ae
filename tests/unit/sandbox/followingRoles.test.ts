// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Sandbox, SandboxOptions } from '@/sandbox';
import { baseLicenses } from '@/sandbox/data/precedence';
import { assignment, userWith, type Visitor, visit } from './visitor';

/** An organization whose clock stands still until it is told. */
function visitInTime(options: SandboxOptions = {}) {
  let now = Date.UTC(2026, 10, 25);
  const visitor = visit({ users: 400, now: () => now, ...options });
  return { ...visitor, advance: (ms: number) => (now += ms) };
}

async function change({ post }: Visitor, licenseId: string, add: string[], remove: string[]) {
  const { body } = await post<'postLicenseOrganization'>('/license/organization', {
    assignments: [assignment(licenseId, add, remove)],
  });
  return body.map(({ result }) => result);
}

async function held({ get }: Visitor, userId: string): Promise<string[]> {
  const { body } = await get<'getLicenseUser'>(`/license/users/${userId}`);
  return (body.licenses ?? []).map(({ id = '' }) => id);
}

function roleIds({ organization }: Sandbox, ...names: string[]): string[] {
  const roles = [...organization.roles.values()];
  return names.map((name) => roles.find((role) => role.name === name)?.id ?? '');
}

describe('licenses follow roles', () => {
  it('by default: what a role implies comes back some seconds after it was removed', async () => {
    const world = visitInTime();
    const agent = userWith(world.sandbox, 'gc2WEMupgrade', 'screenRecording');
    expect(await change(world, 'gc2WEMupgrade', [], [agent])).toEqual(['REMOVED']);
    expect(await held(world, agent)).not.toContain('gc2WEMupgrade');
    world.advance(2_999);
    expect(await held(world, agent)).not.toContain('gc2WEMupgrade');
    world.advance(1);
    expect(await held(world, agent)).toContain('gc2WEMupgrade');
  });

  it('not where the organization switched it off', async () => {
    const world = visitInTime({ rolesImplyLicenses: false });
    const agent = userWith(world.sandbox, 'gc2WEMupgrade');
    await change(world, 'gc2WEMupgrade', [], [agent]);
    world.advance(60_000);
    expect(await held(world, agent)).not.toContain('gc2WEMupgrade');
  });

  it('and what no role implies stays after it was added, or goes: both may be so', async () => {
    for (const unimpliedLicenses of ['stay', 'go'] as const) {
      const world = visitInTime({ unimpliedLicenses });
      const { id } = world.sandbox.administrator;
      expect(await change(world, 'hipaaAddOn', [id], [])).toEqual(['ADDED']);
      expect(await held(world, id)).toContain('hipaaAddOn');
      world.advance(3_000);
      expect((await held(world, id)).includes('hipaaAddOn')).toBe(unimpliedLicenses === 'stay');
    }
  });

  it('at once where the delay is none', async () => {
    const world = visitInTime({ licenseDelayMs: 0 });
    const agent = userWith(world.sandbox, 'gc2WEMupgrade');
    await change(world, 'gc2WEMupgrade', [], [agent]);
    expect(await held(world, agent)).toContain('gc2WEMupgrade');
  });
});

describe('the licenses that roles imply', () => {
  const { sandbox, post } = visit({ users: 1200 });
  const { organization } = sandbox;
  const infer = async (...names: string[]) =>
    (await post<'postLicenseInfer'>('/license/infer', roleIds(sandbox, ...names))).body;

  it('have one base license, the highest that a role asks for', async () => {
    expect(await infer('employee', 'Communicate - User')).toEqual(['communicate']);
    expect(await infer('Agent', 'Omnichannel Agent', 'employee')).toContain('cloudCX2');
    expect(await infer('Agent', 'Omnichannel Agent', 'employee')).not.toContain('cloudCX1');
  });

  it('have one add-on of a kind: WEM outranks STA, and CX 3 includes both', async () => {
    expect(await infer('Quality Evaluator')).toEqual([
      'cloudCX2',
      'gcSTAupgrade',
      'qualityManagement',
    ]);
    expect(await infer('Quality Evaluator', 'Omnichannel Agent')).toEqual([
      'cloudCX2',
      'gc2WEMupgrade',
      'qualityManagement',
      'userRecording',
    ]);
    expect(await infer('Supervisor', 'Omnichannel Agent')).toEqual(['cloudCX3', 'userRecording']);
  });

  it('are none of unknown roles', async () => {
    expect((await post<'postLicenseInfer'>('/license/infer', ['no such role'])).body).toEqual([]);
    expect((await post<'postLicenseInfer'>('/license/infer')).body).toEqual([]);
  });

  it('can be asked for by permission', async () => {
    const { body } = await post<'postLicenseInferPermissions'>('/license/infer/permissions', [
      'outbound:campaign:start',
      'gamification:contest:view',
      'no:such:permission',
    ]);
    expect(body).toEqual(['gamification', 'outboundDialing']);
  });

  it('are what most people hold, with some who hold more, less or something higher', () => {
    const active = organization.listed('active');
    const counts = { same: 0, more: 0, fewer: 0, higher: 0 };
    for (const { id } of active) {
      const implied = organization.impliedFor(id);
      const holds = organization.assignmentsOf(id);
      const rank = (ids: readonly string[]) => Math.max(...ids.map((l) => baseLicenses.indexOf(l)));
      if (implied.join() === holds.join()) counts.same += 1;
      if (holds.some((license) => !implied.includes(license))) counts.more += 1;
      if (implied.some((license) => !holds.includes(license))) counts.fewer += 1;
      if (rank(holds) > rank(implied)) counts.higher += 1;
    }
    expect(counts.same / active.length).toBeGreaterThan(0.5);
    expect(counts.more).toBeGreaterThan(50);
    expect(counts.fewer).toBeGreaterThan(5);
    expect(counts.higher).toBeGreaterThan(5);
  });

  it('are none for an inactive user, who has no roles but may hold licenses', () => {
    const inactive = organization.listed('inactive');
    expect(inactive.filter((user) => organization.rolesOf(user).length > 0)).toEqual([]);
    expect(inactive.filter(({ id }) => organization.impliedFor(id).length > 0)).toEqual([]);
    expect(inactive.some(({ id }) => organization.assignmentsOf(id).length > 0)).toBe(true);
  });

  it('have the ids that the service has, and none for hourly interacting, which is a permission', () => {
    for (const id of [
      'cloudCX1',
      'cloudCX2',
      'cloudCX3',
      'cloudCX4',
      'collaboratePro',
      'communicate',
      'gc1WEMupgrade',
      'gc2WEMupgrade',
      'gcSTAupgrade',
    ]) {
      expect(organization.definitions.has(id), id).toBe(true);
    }
    expect([...organization.definitions.keys()].filter((id) => /hourly/i.test(id))).toEqual([]);
    const hourly = [...organization.roles.values()].filter(({ permissions }) =>
      permissions.includes('billing:user:hourlyInteracting'),
    );
    expect(hourly.map(({ name }) => name)).toEqual(['Seasonal Agent']);
  });
});
