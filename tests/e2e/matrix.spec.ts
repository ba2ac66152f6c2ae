import type { Locator } from '@playwright/test';
import type { SandboxOrganization } from '@/sandbox';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { holdBack } from './support/holdBack.ts';
import { plainPeople } from './support/people.ts';

/** Upper and lower case, accents and spaces aside. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many of those that the service lists have the text in what can be searched. */
function countWith({ users, holderIds }: SandboxOrganization, text: string): number {
  const listed = new Set([...users.map(({ id }) => id), ...holderIds]);
  return users.filter(
    ({ id, profile: { name, email, department, title } }) =>
      folded([id, name, email, department, title].join('\n')).includes(text) && listed.has(id),
  ).length;
}

test.describe('5,000 users', () => {
  test('are filtered by text and by license, sorted and selected', async ({
    page,
    serve,
    startService,
  }) => {
    test.setTimeout(90_000);
    const service = await startService({ users: 5000, seed: 11 });
    const { organization } = service.sandbox;
    const everybody = new Set([
      ...organization.users.map(({ id }) => id),
      ...organization.holderIds,
    ]);
    const app = new Console(page, await serve({ service }));
    await app.signIn('assignments');
    await expect(page.getByText(/^Read just now/)).toBeVisible({ timeout: 30_000 });
    await expect(app.matrix).toHaveAttribute('aria-rowcount', `${everybody.size + 1}`);
    expect(await app.matrix.getByRole('row').count()).toBeLessThan(100);

    for (const text of ['garcia', 'schroder', 'legal', 'zzz-nobody']) {
      await app.filterUsers(text);
      const expected = countWith(organization, text);
      await expect(app.matrix).toHaveAttribute('aria-rowcount', `${expected + 1}`);
    }

    await app.filterUsers('');
    await page.getByRole('combobox', { name: 'Holds', exact: true }).fill('wfm');
    await page.getByRole('option', { name: /^Workforce management: / }).click();
    await page.keyboard.press('Escape');
    const holders = [...everybody].filter((id) => organization.assignmentsOf(id).includes('wfm'));
    await expect(app.matrix).toHaveAttribute('aria-rowcount', `${holders.length + 1}`);
    await page.getByRole('checkbox', { name: 'Select all matching users' }).click();
    const selected = `${holders.length.toLocaleString('en-US')} users selected`;
    await expect(page.getByText(selected)).toBeVisible();

    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(app.matrix).toHaveAttribute('aria-rowcount', `${everybody.size + 1}`);
    await expect(page.getByText(selected)).toBeVisible();
  });
});

test('the matrix can be used before the last page is in', async ({ page, serve, startService }) => {
  const service = await startService({ users: 3000, seed: 5 });
  const letOtherPagesGo = await holdBack(
    page,
    /\/api\/v2\/users\?/u,
    (request) => new URL(request.url()).searchParams.get('pageNumber') !== '1',
  );
  const app = new Console(page, await serve({ service }));
  await app.signIn('assignments');
  const progress = page.getByRole('progressbar', { name: 'Reading the organization' });
  const firstRow = app.matrix.getByRole('row').nth(1);
  await expect(firstRow).toBeVisible();
  await firstRow.getByRole('checkbox').check();
  await expect(page.getByText('1 user selected')).toBeVisible();
  await expect(progress).toBeVisible();
  letOtherPagesGo();
  await expect(progress).toBeHidden();
  await expect(page.getByText('1 user selected')).toBeVisible();
});

test('a view is a link: filter and order are in the address', async ({ app, page, context }) => {
  await app.signIn('assignments');
  await app.filterUsers('garcia');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page).toHaveURL(/[?&]q=garcia/);
  await expect(page).toHaveURL(/[?&]sort=-name/);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const shown = await app.matrix.getAttribute('aria-rowcount');

  const other = new Console(await context.newPage(), app.site);
  const view = page.url().slice(app.site.url.length);
  await other.signIn(view);
  await expect(other.matrix).toHaveAttribute('aria-rowcount', shown ?? '');
});

test('a click right after typing leads where it says', async ({ app, page, service }) => {
  const [someone] = plainPeople(service.sandbox);
  if (!someone) throw new Error('The sandbox has nobody');
  await app.signIn('assignments');
  await page.getByRole('searchbox', { name: 'Filter users' }).fill(someone.name);
  await app.rowOf(someone.name).getByRole('link', { name: someone.name }).click();
  await expect(app.heading(someone.name)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Filter users' })).toHaveValue(someone.name);
});

test('the grid is walked by keyboard to its corners, and says where one is', async ({
  app,
  page,
}) => {
  await app.signIn('assignments');
  await expect(page.getByText(/^Read just now/)).toBeVisible();
  const rows = Number(await app.matrix.getAttribute('aria-rowcount'));
  const columns = Number(await app.matrix.getAttribute('aria-colcount'));
  await app.matrix.getByRole('row').nth(1).getByRole('checkbox').focus();
  const focused = page.locator('*:focus');
  const cell = page.locator('[aria-colindex]:focus, [aria-colindex]:has(*:focus)');
  await page.keyboard.press('Control+End');
  await expect(cell).toHaveAttribute('aria-colindex', `${columns}`);
  await expect(page.getByRole('row').filter({ has: focused })).toHaveAttribute(
    'aria-rowindex',
    `${rows}`,
  );
  await page.keyboard.press('Control+Home');
  await expect(cell).toHaveAttribute('aria-colindex', '1');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await expect(cell).toHaveAttribute('aria-colindex', '2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/users\/./);
});

test('the matrix can be read from right to left', async ({ page, serve, startService }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const service = await startService({ users: 200, seed: 11 });
  const app = new Console(page, await serve({ service }));
  await app.signIn('assignments');
  await expect(page.getByText(/^Read just now/)).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const middleOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('It is not on the screen');
    return Math.round(box.x + box.width / 2);
  };
  const focused = page.locator('[role=gridcell]:focus');
  const header = app.matrix.getByRole('columnheader').and(page.locator('[aria-colindex="2"]'));
  const grid = await app.matrix.boundingBox();
  const columns = Number(await app.matrix.getAttribute('aria-colcount'));

  const name = await middleOf(header);
  expect(name).toBeGreaterThan((grid?.x ?? 0) + (grid?.width ?? 0) / 2);
  await app.matrix.getByRole('rowheader').first().getByRole('link').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-colindex', '3');
  expect(await middleOf(focused)).toBeLessThan(name);

  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-colindex', `${columns}`);
  await expect(focused).toBeInViewport({ ratio: 1 });
  const last = app.matrix
    .getByRole('columnheader')
    .and(page.locator(`[aria-colindex="${columns}"]`));
  expect(await middleOf(focused)).toBe(await middleOf(last));
  expect(await middleOf(focused)).toBeLessThan(name);
  expect(await middleOf(header)).toBe(name);

  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-colindex', `${columns - 1}`);
  await page.keyboard.press('Home');
  await expect(app.matrix.getByRole('row').nth(1).getByRole('checkbox')).toBeFocused();
});
