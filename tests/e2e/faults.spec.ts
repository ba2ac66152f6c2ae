import type { Fault, Sandbox } from '@/sandbox';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { peopleWithout } from './support/people.ts';

/** One of the first in the alphabet: its column is drawn without scrolling. */
const LICENSE = 'aiExperienceTokens';
const POST = { operation: 'postLicenseOrganization', times: 1 } as const;

test.beforeEach(({ health }) => health.expectFailedRequests());

/** How often the service was asked to change assignments, and what it answered each time. */
function answersTo(log: readonly { method: string; path: string; status: number }[]): number[] {
  return log
    .filter(({ method, path }) => method === 'POST' && path === '/api/v2/license/organization')
    .map(({ status }) => status);
}

test.describe('a batch of two whose request meets a fault', () => {
  /** Fills the form, applies two changes while the fault waits, and gives the two people. */
  async function applyWith(app: Console, service: { sandbox: Sandbox }, ...faults: Fault[]) {
    const people = peopleWithout(service.sandbox, LICENSE, 2);
    await app.signIn('assign');
    const paste = app.page.getByRole('textbox', { name: 'Paste users' });
    await paste.fill(people.map(({ email }) => email).join('\n'));
    await expect(app.page.getByText('2 users matched')).toBeVisible();
    await app.chooseLicense('Licenses to add', LICENSE);
    await app.review(2);
    service.sandbox.faults.add(...faults);
    await app.apply(2);
    return people;
  }

  const passing: [title: string, fault: Fault, answers: number[]][] = [
    ['429', { ...POST, kind: '429', retryAfterSeconds: 1 }, [429, 200]],
    ['500', { ...POST, kind: '500' }, [500, 200]],
    ['503', { ...POST, kind: '503' }, [503, 200]],
    ['500 after the work was done', { ...POST, kind: '500', applied: true }, [500]],
    ['a page of HTML', { ...POST, kind: 'html' }, [500, 200]],
    ['an empty answer', { ...POST, kind: 'empty', status: 200 }, [200]],
    ['a connection dropped before the change', { ...POST, kind: 'dropBefore' }, [0, 200]],
    ['a connection dropped after the change', { ...POST, kind: 'dropAfter' }, [0]],
    ['pairs left out of the answer', { ...POST, kind: 'omitPairs' }, [200]],
  ];
  for (const [title, fault, answers] of passing) {
    test(`${title}: the job ends with every change done, and none sent without need`, async ({
      app,
      service,
    }) => {
      const people = await applyWith(app, service, fault);
      for (const { id, name } of people) {
        await expect(app.resultOf(name)).toContainText('Done');
        expect(service.sandbox.organization.assignmentsOf(id)).toContain(LICENSE);
      }
      expect(answersTo(service.sandbox.log)).toEqual(answers);
    });
  }

  test('pairs left out and not done: they are unconfirmed, and nothing claims otherwise', async ({
    app,
    service,
  }) => {
    const people = await applyWith(app, service, { ...POST, kind: 'omitPairs', applied: false });
    for (const { name } of people) await expect(app.resultOf(name)).toContainText('Unconfirmed');
  });

  test('a pair that is refused: it alone has failed, and "Retry failed" takes it up', async ({
    app,
    page,
    service,
  }) => {
    const [first, second] = await applyWith(app, service, { ...POST, kind: 'failPairs', pairs: 1 });
    if (!first || !second) throw new Error('The form took fewer than two people');
    const refused = page
      .getByRole('table', { name: 'Results' })
      .getByText('Failed', { exact: true });
    await expect(refused).toHaveCount(1);
    await page.getByRole('button', { name: 'Retry failed' }).click();
    await app.apply(1);
    for (const { id, name } of [first, second]) {
      await expect(app.resultOf(name)).toContainText('Done');
      expect(service.sandbox.organization.assignmentsOf(id)).toContain(LICENSE);
    }
  });

  test('401 in the middle: sign in again, resume, and the job ends done', async ({
    app,
    page,
    service,
  }) => {
    const people = await applyWith(app, service, { ...POST, kind: '401' });
    const job = page.url();
    await app.signInAgain();
    await expect(page).toHaveURL(job);
    await page.getByRole('button', { name: 'Resume' }).click();
    for (const { id, name } of people) {
      await expect(app.resultOf(name)).toContainText('Done');
      expect(service.sandbox.organization.assignmentsOf(id)).toContain(LICENSE);
    }
  });

  test('403: the job says why it stopped, and a permission later it goes on', async ({
    app,
    page,
    service,
  }) => {
    const people = await applyWith(app, service, { ...POST, kind: '403' });
    await expect(page.getByRole('alert')).toContainText('The job was halted');
    await page.getByRole('button', { name: 'Resume' }).click();
    for (const { name } of people) await expect(app.resultOf(name)).toContainText('Done');
  });
});

test.describe('reading the organization', () => {
  const PASSING: Fault[] = [
    { kind: '429', operation: 'getLicenseUsers', times: 1, retryAfterSeconds: 1 },
    { kind: '500', operation: 'getUsers', times: 1 },
    { kind: '503', operation: 'getUsers', times: 1 },
    { kind: 'dropBefore', operation: 'getLicenseUsers', times: 1 },
    { kind: 'html', operation: 'getLicenseDefinitions', times: 1 },
  ];

  test('passing faults are waited out, and the matrix is whole', async ({ app, page, service }) => {
    service.sandbox.faults.add(...PASSING);
    await app.signIn('assignments');
    await expect(page.getByText(/^Read just now/)).toBeVisible({ timeout: 20_000 });
    expect(service.sandbox.faults.pending).toEqual([]);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  for (const answering of ['paged', 'organization'] as const) {
    test(`the main job works where only the ${answering} read of assignments answers`, async ({
      page,
      serve,
      startService,
    }) => {
      const service = await startService({ users: 120, seed: 3, assignmentReads: answering });
      const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
      if (!someone) throw new Error('The sandbox has nobody');
      const app = new Console(page, await serve({ service }));
      await app.signIn('assignments');
      await expect(page.getByText(/^Read just now/)).toBeVisible();
      await app.selectUser(someone.name);
      await app.assignSelected();
      await app.chooseLicense('Licenses to add', LICENSE);
      await app.review(1);
      await app.apply(1);
      await expect(app.resultOf(someone.name)).toContainText('Done');
      await app.goTo('Assignments');
      await app.filterUsers(someone.name);
      await expect(
        app.rowOf(someone.name).getByRole('gridcell', { name: `Holds ${LICENSE}`, exact: true }),
      ).toBeAttached();
    });
  }

  test('what stays unreadable is said, with the service’s words and a way to try again', async ({
    app,
    page,
    service,
  }) => {
    service.sandbox.revokePermission('authorization:grant:add');
    service.sandbox.faults.add({ kind: '403', operation: 'getLicenseUsers' });
    await app.signIn('assignments');
    const alert = page.getByRole('alert').first();
    await expect(alert).toBeVisible();
    await expect(alert).toContainText('You are not authorized to perform the requested action.');

    service.sandbox.grantPermission('authorization:grant:add');
    service.sandbox.faults.clear();
    await alert.getByRole('button', { name: /again|retry/i }).click();
    await expect(page.getByText(/^Read just now/)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test.describe('the end of the session', () => {
  test('keeps a half-filled form: sign in again and go on', async ({ app, page, service }) => {
    const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
    if (!someone) throw new Error('The sandbox has nobody');
    await app.signIn('assign');
    const paste = page.getByRole('textbox', { name: 'Paste users' });
    await paste.fill(`${someone.email}\nnobody in particular`);
    await app.chooseLicense('Licenses to add', LICENSE);

    service.sandbox.expireTokens();
    await page.getByRole('button', { name: 'Review changes' }).click();
    await app.signInAgain();

    await expect(app.heading('Batch assign')).toBeVisible();
    await expect(paste).toHaveValue(`${someone.email}\nnobody in particular`);
    await expect(page.getByText('1 user matched')).toBeVisible();
    await app.review(1);
    await app.apply(1);
    await expect(app.resultOf(someone.name)).toContainText('Done');
  });

  test('keeps the filter and the selection of the matrix', async ({ app, page, service }) => {
    const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
    if (!someone) throw new Error('The sandbox has nobody');
    await app.signIn('assignments');
    await app.selectUser(someone.name);
    await expect(page.getByText('1 user selected')).toBeVisible();

    service.sandbox.expireTokens();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await app.signInAgain();

    await expect(page.getByRole('searchbox', { name: 'Filter users' })).toHaveValue(someone.name);
    await expect(page.getByText('1 user selected')).toBeVisible();
    await expect(
      page.getByRole('checkbox', { name: `Select ${someone.name}`, exact: true }),
    ).toBeChecked();
  });
});
