// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { retiredLicenseId } from '@/sandbox/data/licenses';
import { assignment, ordinaryUsers, userWith, visit } from './visitor';

describe('license definitions', () => {
  const { get, ask } = visit();

  it('come with permissions, prerequisites and what they comprise, at any depth', async () => {
    const { body } = await get<'getLicenseDefinitions'>('/license/definitions');
    expect(body.length).toBeGreaterThan(25);
    const copilot = body.find(({ id }) => id === 'agentCopilot');
    expect(copilot?.prerequisites?.map(({ id }) => id)).toEqual(['cloudCX2', 'agentAssist']);
    expect(copilot?.permissions?.ids).toContain('assistants:copilot:edit');
    const cx2 = body.find(({ id }) => id === 'cloudCX2');
    expect(cx2?.comprises?.[0]?.comprises?.[0]?.id).toBe('communicate');
    expect(cx2?.selfUri).toBe('https://api.sandbox.test/api/v2/license/definitions/cloudCX2');
  });

  it('can be read one by one', async () => {
    const { body } = await get<'getLicenseDefinition'>('/license/definitions/wfm');
    expect(body.id).toBe('wfm');
    const { status, body: error } = await ask('GET', '/license/definitions/no%20such');
    expect(status).toBe(404);
    expect(error['entityId']).toBe('no such');
    expect((await ask('GET', '/license/definitions/%E0%A4%A')).status).toBe(404);
    expect((await ask('GET', '/license/definitions/constructor')).status).toBe(404);
  });
});

describe('who holds what', () => {
  it('is the same in every read', async () => {
    const { get, post, sandbox } = visit({ assignmentReads: 'both', users: 300 });
    const { organization } = sandbox;
    const byUser = new Map<string, string[]>();
    for (let page = 1; page <= 4; page += 1) {
      const path = `/license/users?pageSize=100&pageNumber=${page}`;
      const { body } = await get<'getLicenseUsers'>(path);
      for (const { id = '', licenses = [] } of body.entities ?? []) byUser.set(id, licenses);
    }
    const byLicense = new Map<string, string[]>();
    const whole = await get<'getLicenseOrganization'>('/license/organization');
    for (const [license, holders] of Object.entries(whole.body.licenses ?? {})) {
      for (const { id = '' } of holders) {
        byLicense.set(id, [...(byLicense.get(id) ?? []), license].sort());
      }
    }
    const batch = await post<'postLicenseUsers'>('/license/users', [...byUser.keys()]);
    for (const [id, licenses] of byUser) {
      expect(organization.assignmentsOf(id)).toEqual(licenses);
      expect(byLicense.get(id) ?? []).toEqual(licenses);
      expect(batch.body[id]).toEqual(licenses);
    }
    const [id = ''] = byUser.keys();
    const one = await get<'getLicenseUser'>(`/license/users/${id}`);
    expect(one.body.licenses?.map((license) => license.id)).toEqual(byUser.get(id));
  });

  it('can be missing in either of the two ways to read it', async () => {
    const paged = visit();
    expect((await paged.ask('GET', '/license/users')).status).toBe(200);
    expect((await paged.ask('GET', '/license/organization')).status).toBe(404);
    expect((await paged.ask('POST', '/license/organization', { assignments: [] })).status).toBe(
      200,
    );
    const whole = visit({ assignmentReads: 'organization' });
    expect((await whole.ask('GET', '/license/users')).status).toBe(404);
    expect((await whole.ask('GET', '/license/organization')).status).toBe(200);
  });

  it('includes one who is no user, and a license without definition', async () => {
    const { get, ask, sandbox } = visit({ assignmentReads: 'both' });
    const { unknownHolder = '', retiredLicense = '' } = sandbox.organization.oddities;
    const whole = await get<'getLicenseOrganization'>('/license/organization');
    const holders = whole.body.licenses?.[retiredLicenseId]?.map(({ id }) => id);
    expect(holders).toContain(unknownHolder);
    expect((await ask('GET', `/users/${unknownHolder}`)).status).toBe(404);
    const one = await get<'getLicenseUser'>(`/license/users/${retiredLicense}`);
    expect(one.body.licenses).toContainEqual({ id: retiredLicenseId });
  });

  it('says nothing of users it does not know', async () => {
    const { post, ask, sandbox } = visit();
    const { body } = await post<'postLicenseUsers'>('/license/users', [
      'nobody',
      sandbox.administrator.id,
    ]);
    expect(Object.keys(body)).toEqual([sandbox.administrator.id]);
    expect((await ask('GET', '/license/users/nobody')).status).toBe(404);
    expect((await post<'postLicenseUsers'>('/license/users')).body).toEqual({});
    expect((await ask('POST', '/license/users', { ids: [] })).status).toBe(400);
  });

  it('has the shape that was asked for in the batch read', async () => {
    const held = ['cloudCX2', 'journeyManagement'];
    const definitions = held.map((license) => expect.objectContaining({ id: license }));
    const shown = async (userLicensesShape: 'ids' | 'definitions' | 'user') => {
      const { post, sandbox } = visit({ userLicensesShape });
      const { id } = sandbox.administrator;
      return (await post<'postLicenseUsers'>('/license/users', [id])).body[id];
    };
    expect(await shown('ids')).toEqual(held);
    expect(await shown('definitions')).toEqual(definitions);
    expect(await shown('user')).toMatchObject({ licenses: definitions });
  });
});

describe('a batch of changes', () => {
  it('is answered pair by pair, and done', async () => {
    const { post, sandbox } = visit();
    const [a, b] = [userWith(sandbox, 'userRecording', 'hipaaAddOn'), sandbox.administrator.id];
    const { body } = await post<'postLicenseOrganization'>('/license/organization', {
      assignments: [assignment('hipaaAddOn', [a, b]), assignment('userRecording', [], [a])],
    });
    expect(body).toEqual([
      { userId: a, licenseId: 'hipaaAddOn', result: 'ADDED' },
      { userId: b, licenseId: 'hipaaAddOn', result: 'ADDED' },
      { userId: a, licenseId: 'userRecording', result: 'REMOVED' },
    ]);
    expect(sandbox.organization.assignmentsOf(a)).toContain('hipaaAddOn');
    expect(sandbox.organization.assignmentsOf(a)).not.toContain('userRecording');
  });

  it('says which pairs were so already, and which are unknown', async () => {
    const { post, sandbox } = visit();
    const before = sandbox.organization.snapshot();
    const id = sandbox.administrator.id;
    const { body } = await post<'postLicenseOrganization'>('/license/organization', {
      assignments: [
        assignment('cloudCX2', [id, 'nobody'], ['nobody']),
        assignment('wfm', [], [id]),
        assignment('noSuchLicense', [id], [id]),
      ],
    });
    expect(body.map(({ result }) => result)).toEqual([
      'NO_CHANGE',
      'USER_NOT_FOUND',
      'USER_NOT_FOUND',
      'NO_CHANGE',
      'LICENSE_NOT_FOUND',
      'LICENSE_NOT_FOUND',
    ]);
    expect(sandbox.organization.snapshot()).toBe(before);
  });

  it('takes away what has no definition, also from one who is no user, but never adds it', async () => {
    const { post, sandbox } = visit();
    const { unknownHolder = '' } = sandbox.organization.oddities;
    const change = async (add: string[], remove: string[]) => {
      const { body } = await post<'postLicenseOrganization'>('/license/organization', {
        assignments: [assignment(retiredLicenseId, add, remove)],
      });
      return body[0]?.result;
    };
    expect(await change([], [unknownHolder])).toBe('REMOVED');
    expect(await change([unknownHolder], [])).toBe('LICENSE_NOT_FOUND');
  });

  it('refuses a license whose prerequisites are not held, and takes one that another comprises', async () => {
    const { post, sandbox } = visit({ users: 400 });
    const add = async (...pairs: [string, string][]) => {
      const { body } = await post<'postLicenseOrganization'>('/license/organization', {
        assignments: pairs.map(([licenseId, userId]) => assignment(licenseId, [userId])),
      });
      return body.map(({ result }) => result);
    };
    const agent = userWith(sandbox, 'cloudCX2', 'agentAssist');
    expect(await add(['agentCopilot', agent])).toEqual(['MISSING_PREREQUISITE']);
    // The order in a request counts: what comes later is not yet held.
    expect(await add(['agentCopilot', agent], ['agentAssist', agent])).toEqual([
      'MISSING_PREREQUISITE',
      'ADDED',
    ]);
    expect(await add(['agentCopilot', agent])).toEqual(['ADDED']);
    const another = userWith(sandbox, 'cloudCX2', 'agentAssist');
    expect(await add(['agentAssist', another], ['agentCopilot', another])).toEqual([
      'ADDED',
      'ADDED',
    ]);
  });

  it('uses the words it was given', async () => {
    const { post, sandbox } = visit({ resultWords: { added: 'ok', unchanged: 'noop' } });
    const request = { assignments: [assignment('hipaaAddOn', [sandbox.administrator.id])] };
    const first = await post<'postLicenseOrganization'>('/license/organization', request);
    const second = await post<'postLicenseOrganization'>('/license/organization', request);
    expect([first.body[0]?.result, second.body[0]?.result]).toEqual(['ok', 'noop']);
  });

  it('is refused as a whole when it is too large', async () => {
    const { ask, sandbox } = visit({ maxUsersPerBatchPost: 2 });
    const before = sandbox.organization.snapshot();
    const users = ordinaryUsers(sandbox).slice(0, 3);
    const request = { assignments: [assignment('hipaaAddOn', users)] };
    const { status, body } = await ask('POST', '/license/organization', request);
    expect(status).toBe(413);
    expect(body['limit']).toMatchObject({ value: 2 });
    expect(sandbox.organization.snapshot()).toBe(before);
    request.assignments = [assignment('hipaaAddOn', users.slice(0, 2))];
    expect((await ask('POST', '/license/organization', request)).status).toBe(200);
  });

  it('is refused when it is no batch, and says where', async () => {
    const { ask } = visit();
    for (const [body, said] of [
      ['[]', 'must be an object'],
      [{}, 'assignments is required'],
      [{ assignments: ['x'] }, 'assignments[0]'],
      [{ assignments: [{ userIdsAdd: [], userIdsRemove: [] }] }, 'assignments[0].licenseId'],
      [{ assignments: [{ licenseId: 'a', userIdsRemove: [] }] }, 'assignments[0].userIdsAdd'],
      [{ assignments: [{ licenseId: 'a', userIdsAdd: [] }] }, 'assignments[0].userIdsRemove'],
      ['{"assign', 'not valid JSON'],
    ] as const) {
      const { status, body: error } = await ask('POST', '/license/organization', body);
      expect(status).toBe(400);
      expect(error['message']).toContain(said);
    }
    const nothing = await ask('POST', '/license/organization');
    expect([nothing.status, nothing.body]).toEqual([200, []]);
  });

  it('wants JSON', async () => {
    const { sandbox, token } = visit();
    const response = await sandbox.fetch(
      new Request('https://api.sandbox.test/api/v2/license/infer', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
        body: '[]',
      }),
    );
    expect(response.status).toBe(415);
  });
});

const OCTOBER = Date.UTC(2026, 9, 1);
const report =
  '/billing/reports/billableusage?startDate=2026-10-01T00:00:00Z&endDate=2026-11-01T00:00:00Z';

describe('the report of billable usage', () => {
  it('counts who holds a license and was there since the period began', async () => {
    const { get, ask, sandbox } = visit();
    const { body } = await get<'getBillingReportsBillableusage'>(
      '/billing/reports/billableusage?startDate=2026-10-01T00:00:00Z&endDate=2026-11-01T00:00:00Z',
    );
    const usage = body.usages.find(({ name }) => name === 'userRecording');
    const { organization } = sandbox;
    const holders = organization.holderIds.filter((id) =>
      organization.assignmentsOf(id).includes('userRecording'),
    );
    const start = Date.parse('2026-10-01T00:00:00Z');
    const there = holders.filter((id) => (organization.user(id)?.lastLogin ?? 0) >= start);
    expect(usage?.totalUsage).toBe(String(there.length));
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(holders.length);
    for (const query of [
      '',
      '?startDate=x&endDate=y',
      '?startDate=2026-02-01&endDate=2026-01-01',
    ]) {
      expect((await ask('GET', `/billing/reports/billableusage${query}`)).status).toBe(400);
    }
  });

  it('bills a user for the highest of several base licenses, add-ons apart', async () => {
    const { get, sandbox } = visit();
    const user = sandbox.organization.users.find(({ lastLogin = 0 }) => lastLogin > OCTOBER);
    if (user === undefined) throw new Error('Nobody was there');
    for (const license of ['collaboratePro', 'cloudCX2', 'cloudCX4', 'hipaaAddOn']) {
      sandbox.organization.setAssignment(user.id, license, true);
    }
    const { body } = await get<'getBillingReportsBillableusage'>(report);
    const billed = body.usages.filter(({ resources }) =>
      resources.some(({ name }) => name === user.profile.name),
    );
    const names = billed.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Genesys Cloud CX 4', 'HIPAA compliance add-on']),
    );
    expect(names).not.toContain('cloudCX2');
    expect(names).not.toContain('collaboratePro');
  });

  it('may be in progress first: then it has no usages yet', async () => {
    const { get } = visit({ billingReportWaits: 2 });
    const seen = [];
    for (let time = 0; time < 3; time += 1) {
      const { body } = await get<'getBillingReportsBillableusage'>(report);
      seen.push([body.status, body.usages.length > 0]);
    }
    expect(seen).toEqual([
      ['InProgress', false],
      ['InProgress', false],
      ['Complete', true],
    ]);
  });
});
