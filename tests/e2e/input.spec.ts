import type { OperationId } from '@/sandbox';
import { expect, test } from './fixtures.ts';
import type { Console } from './support/console.ts';
import { peopleWithout, plainPeople } from './support/people.ts';

test.describe('addresses of what does not exist', () => {
  const addresses: [path: string, heading: string][] = [
    ['licenses/none-such', 'No such license'],
    ['licenses/%3Cimg%20src=x%20onerror=alert(1)%3E', 'No such license'],
    ['licenses/..%2F..%2Fapi', 'No such license'],
    ['users/none-such', 'No such user'],
    ['users/00000000-0000-4000-8000-000000000000', 'No such user'],
    ['users/..%2F..%2Fapi', 'No such user'],
    ['jobs/none-such', 'No such job'],
    ['nowhere', 'Page not found'],
  ];

  test('each gives a clear page', async ({ app, health }) => {
    health.expectFailedRequests();
    await app.signIn();
    for (const [path, heading] of addresses) {
      await app.open(path);
      await expect(app.heading(heading), path).toBeVisible();
    }
  });

  test('filters that make no sense are passed over', async ({ app }) => {
    await app.signIn();
    await app.open('assignments?sort=nonsense&min=many&max=-1&holds=none-such&q=%00&state=gone');
    await expect(app.heading('Assignments')).toBeVisible();
    await expect(app.page.getByText('No user matches these filters')).toBeVisible();
    await app.page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(app.matrix.getByRole('row').nth(1)).toBeVisible();
  });
});

test('a paste of 10,000 lines is accounted for to the last line', async ({
  app,
  page,
  service,
}) => {
  const people = plainPeople(service.sandbox);
  const known = people.map(({ id, name, email }, at) => [id, name, email.toUpperCase()][at % 3]);
  const rubbish = Array.from({ length: 4000 }, (_, at) => `nobody-${at}@example.invalid`);
  const odd = ['=1+1', '<b>bold</b>', 'x'.repeat(5000), '\u0007', '🦊', '"quoted, text"'];
  const several = ['Alex Morgan'];
  const once = [...known, ...rubbish, ...odd, ...several];
  const repeats = Array.from({ length: 10_000 - once.length }, (_, at) => known[at % known.length]);
  const lines = [...once, ...repeats];
  expect(lines).toHaveLength(10_000);

  await app.signIn('assign');
  await app.chooseLicense('Licenses to add', 'journeyManagement');
  const paste = page.getByRole('textbox', { name: 'Paste users' });
  await app.paste(paste, lines.join('\n'));
  const summary = page.getByRole('status').filter({ hasText: 'matched' });
  await expect(summary).toContainText(`${known.length} users matched`);

  await expect(summary).toContainText(`${repeats.length.toLocaleString('en-US')} repetitions`);
  const unmatched = rubbish.length + odd.length;
  await expect(
    page.getByText(`${unmatched.toLocaleString('en-US')} lines match nobody`),
  ).toBeVisible();
  await expect(page.getByText('1 line matches several users')).toBeVisible();

  const lacking = people.filter(
    ({ id }) => !service.sandbox.organization.assignmentsOf(id).includes('journeyManagement'),
  );
  await page.getByRole('button', { name: 'Review changes' }).click();
  await expect(page.getByRole('button', { name: `Apply ${lacking.length} changes` })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(paste).toHaveValue(lines.join('\n'));
});

/** Every page, once with everything loaded, for tests about the service's answers. */
async function visitEveryPage(app: Console, userId: string): Promise<void> {
  const paths = [
    '',
    'licenses',
    'licenses/cloudCX3',
    'assignments',
    `users/${userId}`,
    'assign',
    'jobs',
  ];
  for (const path of paths) {
    await app.open(path);
    await expect(app.title, path).toBeVisible();
    await app.settled();
    await expect(page500(app), path).toHaveCount(0);
  }
}

const READS = [
  'getLicenseDefinitions',
  'getLicenseDefinition',
  'getLicenseOrganization',
  'getLicenseUsers',
  'postLicenseUsers',
  'getLicenseUser',
  'getUsers',
  'getUser',
  'getUserRoles',
  'postLicenseInfer',
] as const satisfies OperationId[];

/** What a page shows that has thrown. */
function page500({ page }: Console) {
  return page.getByText(/This (page|part) has failed/);
}

test('answers that miss every optional field break no page', async ({ app, service }) => {
  test.slow();
  const [someone] = plainPeople(service.sandbox);
  if (!someone) throw new Error('The sandbox has nobody');
  await app.signIn();
  service.sandbox.faults.add({ kind: 'stripOptional', operation: 'any' });
  await visitEveryPage(app, someone.id);
});

for (const kind of ['html', 'empty', '500'] as const) {
  test(`errors that are ${kind === '500' ? 'JSON' : kind} break no page, and each says so`, async ({
    app,
    page,
    service,
    health,
  }) => {
    test.setTimeout(90_000);
    health.expectFailedRequests();
    const [someone] = plainPeople(service.sandbox);
    if (!someone) throw new Error('The sandbox has nobody');
    await app.signIn();
    for (const operation of READS) service.sandbox.faults.add({ kind, operation });
    for (const path of ['licenses', 'assignments', `users/${someone.id}`]) {
      await app.open(path);
      await expect(app.title, path).toBeVisible();
      await expect(page.getByRole('alert').first(), path).toBeVisible({ timeout: 20_000 });
      await expect(page500(app), path).toHaveCount(0);
    }
  });
}

test('where it cannot be found out who signed in, the page says so and tries again', async ({
  app,
  page,
  service,
  health,
}) => {
  health.expectFailedRequests();
  await app.open('licenses');
  await app.askToSignIn();
  service.sandbox.faults.add({ kind: 'html', operation: 'getUsersMe' });
  await app.approve();
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible({ timeout: 20_000 });
  service.sandbox.faults.clear();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(app.heading('Licenses')).toBeVisible();
});

test('an error can be quoted to the vendor: its context ID is there to copy', async ({
  app,
  page,
  service,
  health,
  context,
}) => {
  health.expectFailedRequests();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  service.sandbox.faults.add({ kind: '500', operation: 'getLicenseDefinitions' });
  await app.signIn('licenses');
  await page
    .getByRole('alert')
    .first()
    .getByRole('button', { name: /context ID/i })
    .click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
});

test('names that are markup, formulas or 300 characters long are only text', async ({
  app,
  service,
}) => {
  const { organization } = service.sandbox;
  await app.signIn();
  for (const oddity of [
    'html',
    'formula',
    'longName',
    'noName',
    'onlyId',
    'rightToLeft',
  ] as const) {
    const id = organization.oddities[oddity];
    if (id === undefined) throw new Error(`The sandbox has no user "${oddity}"`);
    await app.open(`users/${id}`);
    const { name, email } = organization.user(id)?.profile ?? {};
    await expect(app.title).toHaveText(name ?? email ?? id);
    await expect(app.page.locator('img[src="x"]')).toHaveCount(0);
  }
});

test('a holder who is no known user is shown as such', async ({ app, page, service, health }) => {
  health.expectFailedRequests();
  const id = service.sandbox.organization.oddities.unknownHolder ?? '';
  await app.signIn('assignments');
  await app.filterUsers(id);
  await expect(app.rowOf(id)).toContainText('No such user');
  await app.rowOf(id).getByRole('link').click();
  await expect(app.heading('No such user')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Licenses' })).toContainText('legacyDialerPro');
});

test('a form that is not complete says what is missing and keeps what is there', async ({
  app,
  page,
  service,
}) => {
  const [someone] = peopleWithout(service.sandbox, 'journeyManagement', 1);
  if (!someone) throw new Error('The sandbox has nobody');
  await app.signIn('assign');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await expect(page.getByText('Choose at least one user')).toBeVisible();
  await expect(page.getByText('Choose at least one license to add or to remove')).toBeVisible();
  await page.getByRole('combobox', { name: 'Find users' }).fill(someone.email);
  await page.getByRole('option').first().click();
  await app.chooseLicense('Licenses to add', 'journeyManagement');
  await app.chooseLicense('Licenses to remove', 'journeyManagement');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await expect(page.getByText('journeyManagement cannot be both added and removed')).toBeVisible();
});
