import type { Sandbox } from '@/sandbox';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { holdBack } from './support/holdBack.ts';
import { peopleWithout } from './support/people.ts';

const LICENSE = 'journeyManagement';
/** Three requests of a job. */
const MANY = 250;

function manyWithout({ organization }: Sandbox): string[] {
  return organization.users
    .filter(
      ({ id, profile }) =>
        profile.state === 'active' && !organization.assignmentsOf(id).includes(LICENSE),
    )
    .slice(0, MANY)
    .map(({ id }) => id);
}

/** From sign-in to the page of a job that gives everybody the license. */
async function beginLargeJob(app: Console, ids: readonly string[]): Promise<void> {
  await app.signIn('assign');
  await app.paste(app.page.getByRole('textbox', { name: 'Paste users' }), ids.join('\n'));
  await app.chooseLicense('Licenses to add', LICENSE);
  await app.page.getByRole('button', { name: 'Review changes' }).click();
  await app.apply(MANY);
}

test.describe('a job of several requests', () => {
  test('whose tab is reloaded in the middle goes on from there, and sends nothing twice', async ({
    page,
    serve,
    startService,
  }) => {
    test.slow();
    const service = await startService({ users: 400, seed: 7, latencyMs: 250 });
    const app = new Console(page, await serve({ service }));
    const ids = manyWithout(service.sandbox);
    await beginLargeJob(app, ids);

    await expect(page.getByRole('button', { name: /^Done \d/u })).toBeVisible();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Interrupted')).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: `All ${MANY}` })).toBeVisible();
    const settled = page.getByRole('status').filter({ hasText: 'Finished' });
    await expect(settled).toHaveText(/^Finished: (\d+ done(, \d+ already so)?)$/u);

    const { organization, log } = service.sandbox;
    for (const id of ids) expect(organization.assignmentsOf(id)).toContain(LICENSE);
    const posts = log.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/license/organization'),
    );
    // Three batches, and at the most the one that the reload tore away.
    expect(posts.length).toBeLessThanOrEqual(4);
  });

  test('can be paused, resumed, and undone', async ({ page, serve, startService }) => {
    test.slow();
    const service = await startService({ users: 400, seed: 7, latencyMs: 250 });
    const before = service.sandbox.organization.snapshot();
    const app = new Console(page, await serve({ service }));
    const ids = manyWithout(service.sandbox);
    await beginLargeJob(app, ids);

    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Changes settled' })).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 30_000 });

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(`${MANY} changes`, { exact: true })).toBeVisible();
    await page.getByRole('textbox', { name: `Type ${MANY} to confirm` }).fill(String(MANY));
    await app.apply(MANY);
    await expect(page.getByText('Finished')).toBeVisible({ timeout: 30_000 });
    expect(service.sandbox.organization.snapshot(), 'all is as it was').toBe(before);
  });
});

test('two tabs never run the same job', async ({ app, page, context, service }) => {
  const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
  if (!someone) throw new Error('The sandbox has nobody');
  const letChangesGo = await holdBack(page, /\/api\/v2\/license\/organization$/u);
  await app.signIn('assign');
  await page.getByRole('textbox', { name: 'Paste users' }).fill(someone.id);
  await app.chooseLicense('Licenses to add', LICENSE);
  await app.review(1);
  await app.apply(1);
  await expect(page.getByText('Running')).toBeVisible();

  const path = page.url().slice(app.site.url.length);
  const other = new Console(await context.newPage(), app.site);
  await other.signIn(path);
  await expect(other.page.getByText('Running in another tab')).toBeVisible();
  await expect(other.page.getByRole('button', { name: 'Resume' })).toHaveCount(0);

  letChangesGo();
  await expect(page.getByText('Finished')).toBeVisible();
  await expect(other.page.getByText('Finished')).toBeVisible();
  await expect(other.resultOf(someone.name)).toContainText('Done');
});

test('changes come from a file, with each mistake named by its line', async ({
  app,
  page,
  service,
}) => {
  const [ana, bo] = peopleWithout(service.sandbox, LICENSE, 2);
  if (!ana || !bo) throw new Error('The sandbox has too few people');
  await app.signIn('assign');
  await page.getByRole('link', { name: 'Use a file' }).click();
  await page.getByLabel('Choose a CSV or XLSX file').setInputFiles({
    name: 'changes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `user,license,action\n${ana.email},${LICENSE},add\nnobody@example.com,${LICENSE},add\n${bo.id},no-such-license,add\n`,
    ),
  });
  await expect(page.getByText(/Line 3/u).first()).toBeVisible();
  await expect(page.getByText(/Line 4/u).first()).toBeVisible();
  await page.getByRole('button', { name: 'Review changes' }).click();
  await app.apply(1);
  await expect(app.resultOf(ana.name)).toContainText('Done');
  expect(service.sandbox.organization.assignmentsOf(ana.id)).toContain(LICENSE);
});
