import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { expectAccessible, expectNoOverflow } from './support/everyPage.ts';
import { peopleWithout } from './support/people.ts';

test('a snapshot shows what changed since, and restores it by a plan', async ({
  app,
  page,
  service,
}) => {
  const [someone] = peopleWithout(service.sandbox, 'journeyManagement', 1);
  if (!someone) throw new Error('The sandbox has nobody');
  await app.signIn('audit?tab=snapshots');
  await app.settled();
  await page.getByRole('textbox', { name: 'Name' }).fill('March');
  await page.getByRole('button', { name: 'Save snapshot' }).click();
  await expect(page.getByText('Saved “March”.')).toBeVisible();

  service.sandbox.organization.setAssignment(someone.id, 'journeyManagement', true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await app.settled();
  await page.getByRole('link', { name: 'Compare “March” with now' }).click();
  const differences = page.getByRole('table', { name: 'Differences by user' });
  await expect(differences.getByRole('link', { name: someone.name })).toBeVisible();

  // The address is a link to the same difference.
  await page.reload();
  await app.settled();
  await expect(differences.getByRole('link', { name: someone.name })).toBeVisible();
  await page.getByRole('button', { name: /^Review restoring “March”/ }).click();
  await app.apply(1);
  await expect(app.resultOf(someone.name).getByText('Done')).toBeVisible();
  expect(service.sandbox.organization.assignmentsOf(someone.id)).not.toContain('journeyManagement');
});

test('a finding is mended by a plan, and is gone then', async ({ app, page, service, health }) => {
  // One of the holders is no known user, and the review asks for their roles.
  health.expectFailedRequests();
  await app.signIn('audit');
  await app.settled();
  const rule = page.getByRole('region', { name: 'Held without a definition' });
  await rule.getByRole('link', { name: 'legacyDialerPro' }).click();
  const fix = page.getByRole('button', { name: /^Review the fix \(/ });
  const changes = Number(/\d+/.exec((await fix.textContent()) ?? '')?.[0]);
  await fix.click();
  await app.apply(changes);
  await expect(page.getByText('Finished')).toBeVisible();
  const { organization } = service.sandbox;
  const holders = organization.holderIds.filter((id) =>
    organization.assignmentsOf(id).includes('legacyDialerPro'),
  );
  expect(holders).toEqual([]);
  await app.goTo('Audit');
  await expect(rule).toHaveCount(0);
});

test('a large organization is exported by a worker', async ({ page, serve, startService }) => {
  test.setTimeout(120_000);
  const large = await startService({ users: 3_000, seed: 7 });
  const app = new Console(page, await serve({ service: large }));
  await app.signIn('audit');
  await app.settled();
  for (const [format, start] of [
    ['CSV', '\uFEFFAbout,License assignments'],
    ['XLSX', 'PK'],
    ['JSON', '{'],
  ] as const) {
    await page.getByRole('button', { name: 'Export assignments' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const file = await readFile(await (await download).path());
    expect(file.toString('utf8').startsWith(start), format).toBe(true);
    expect(file.length, format).toBeGreaterThan(50_000);
  }
});

test('a bar leads to its users, by mouse and by keyboard', async ({ app, page }) => {
  await app.signIn('audit?tab=charts');
  await app.settled();
  const chart = page.getByRole('figure', { name: 'Holders by license' });
  await chart.locator('.MuiBarChart-element').first().click();
  await expect(app.heading('Assignments')).toBeVisible();
  expect(page.url()).toMatch(/\?holds=/);

  await page.goBack();
  await chart.locator('[tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(app.heading('Assignments')).toBeVisible();
  expect(page.url()).toMatch(/\?holds=/);
});

test('the report is printed without the frame of the console', async ({ app, page }) => {
  await app.signIn('audit');
  await app.settled();
  await page.getByRole('button', { name: 'Export assignments' }).click();
  await page.getByRole('menuitem', { name: 'Report to print' }).click();
  await expect(app.heading('Audit report')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Licenses by department' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  const heading = page.getByRole('heading', { name: 'Totals' });
  await expect(heading).toHaveCSS('color', 'rgb(0, 0, 0)');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.length).toBeGreaterThan(20_000);
});

for (const [width, colorScheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`what the tabs lead to is accessible and fits, ${width} px, ${colorScheme}`, async ({
    app,
    page,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.signIn('audit?tab=snapshots');
    await app.settled();
    await page.getByRole('textbox', { name: 'Name' }).fill('March');
    await page.getByRole('button', { name: 'Save snapshot' }).click();
    await expect(page.getByText('Saved “March”.')).toBeVisible();
    // The tabs themselves are looked at with all other pages; see `accessibility.spec.ts`.
    const paths = [
      undefined,
      'audit?finding=withoutDefinition/legacyDialerPro',
      'audit?tab=permissions&permission=wfm:schedule:view',
      'audit?tab=snapshots&from=none-such&to=now',
    ];
    for (const path of paths) {
      if (path !== undefined) await app.open(path);
      await app.settled();
      const where = path ?? 'after saving';
      await expectAccessible(page, where);
      await expectNoOverflow(page, where);
    }
  });
}
