import type { BrowserContext } from '@playwright/test';
import type { SandboxServer } from '@/sandbox/server/index';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { holdBack } from './support/holdBack.ts';
import { peopleWithout, type Someone } from './support/people.ts';

const LICENSE = 'journeyManagement';
const PASTED = 'typed by the first user';
const CACHE = 'license-console.organization';

/** Whoever signs in from now on is somebody else of the same organization. */
async function changeUser(context: BrowserContext, service: SandboxServer): Promise<void> {
  await context.route(/\/api\/v2\/users\/me(\?|$)/, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.continue();
    const response = await route.fetch();
    const json: unknown = await response.json();
    const other = { id: service.sandbox.organization.users[3]?.id, name: 'Second User' };
    await route.fulfill({ response, json: Object.assign({}, json, other) });
  });
}

function databasesOf({ page }: Console): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** Leaves everything behind that a tab and a browser keep: a job, a cached reading, a selection, marks and a draft. */
async function leaveTraces(app: Console, [done, marked]: [Someone, Someone]): Promise<void> {
  const { page } = app;
  await app.signIn('assign');
  await app.give(done, LICENSE);
  await app.goTo('Assignments');
  await app.selectAndMark(marked);
  await expect(page.getByText(/^Read just now/)).toBeVisible();
  await app.goTo('Batch assign');
  await page.getByRole('textbox', { name: 'Paste users' }).fill(PASTED);
  await app.goTo('Jobs');
  await expect(page.getByRole('table', { name: 'Jobs' })).toContainText('Finished');
  await expect.poll(async () => (await app.stored()).session).toContain(PASTED);
  await expect.poll(() => databasesOf(app)).toContain(CACHE);
}

/** Nothing of the organization comes from the service until it is let go: what shows is what the browser kept. */
function holdReadingBack(context: BrowserContext): Promise<() => void> {
  return holdBack(context, /\/api\/v2\/(license\/)?users\?/u);
}

async function expectNoTraces(
  app: Console,
  jobPath: string,
  letReadingGo: () => void,
): Promise<void> {
  const { page } = app;
  await app.goTo('Assignments');
  await expect(page.getByText('Reading the first users…')).toBeVisible();
  letReadingGo();
  await expect(app.matrix.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText('No users selected')).toBeVisible();
  await expect(page.getByText(/change staged/)).toHaveCount(0);
  await app.goTo('Batch assign');
  await expect(page.getByRole('textbox', { name: 'Paste users' })).toHaveValue('');
  await app.goTo('Jobs');
  await expect(page.getByText('No jobs yet')).toBeVisible();
  await app.open(jobPath);
  await expect(app.heading('No such job')).toBeVisible();
  const { session } = await app.stored();
  expect(session).not.toContain(PASTED);
}

function twoPeople(service: SandboxServer): [Someone, Someone] {
  const [done, marked] = peopleWithout(service.sandbox, LICENSE, 2);
  if (!done || !marked) throw new Error('The sandbox has too few people');
  return [done, marked];
}

async function jobPathOf({ page, site }: Console): Promise<string> {
  const href = await page
    .getByRole('table', { name: 'Jobs' })
    .getByRole('link')
    .first()
    .getAttribute('href');
  return new URL(href ?? '', site.url).href.slice(site.url.length);
}

test.describe('a second user of the same browser sees nothing of the first', () => {
  test.slow();

  test('who signed out', async ({ app, context, service }) => {
    await leaveTraces(app, twoPeople(service));
    const jobPath = await jobPathOf(app);
    await app.signOut();
    await expect(app.heading('Sign in')).toBeVisible();
    expect(await databasesOf(app)).not.toContain(CACHE);

    await changeUser(context, service);
    const letReadingGo = await holdReadingBack(context);
    await app.signIn();
    await expectNoTraces(app, jobPath, letReadingGo);
  });

  test('whose session ended in the same tab', async ({ app, page, context, service, health }) => {
    health.expectFailedRequests();
    await leaveTraces(app, twoPeople(service));
    const jobPath = await jobPathOf(app);
    service.sandbox.expireTokens();
    await app.goTo('Assignments');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
    await changeUser(context, service);
    const letReadingGo = await holdReadingBack(context);
    await app.signInAgain();
    await expect(app.title).toBeVisible();
    await expectNoTraces(app, jobPath, letReadingGo);
  });

  test('who closed the tab', async ({ app, page, context, service }) => {
    await leaveTraces(app, twoPeople(service));
    const jobPath = await jobPathOf(app);
    await page.close();

    await changeUser(context, service);
    const second = new Console(await context.newPage(), app.site);
    const letReadingGo = await holdReadingBack(context);
    await second.signIn();
    await expectNoTraces(second, jobPath, letReadingGo);
  });
});
