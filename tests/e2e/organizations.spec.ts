import type { Locator, Page } from '@playwright/test';
import type { SandboxServer } from '@/sandbox/server/index';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { peopleWithout, type Someone } from './support/people.ts';
import { shippedHeaders } from './support/shippedHeaders.ts';

const LICENSE = 'journeyManagement';
const PASTED = 'typed for Alpha';
const SNAPSHOT = 'Before the change in Alpha';
const VIEW = 'View of Alpha';
const MUTED = 'As it has to be in Alpha';

function profile(name: string, { url }: SandboxServer) {
  return { name, region: 'mypurecloud.de', clientId: name, hosts: { api: url, login: url } };
}

function priceOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Price of/ }).first();
}

/** Chooses another organization from the account menu, and signs in to it. */
async function switchTo(app: Console, name: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Switch organization' }).click();
  await page.getByRole('button', { name: `Switch to ${name}` }).click();
  await expect(page.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeChecked();
  await app.askToSignIn();
  await app.approve();
  await expect(app.heading('Overview')).toBeVisible();
}

/** Everything that a tab and a browser keep of an organization. Gives the address of the job. */
async function leaveTraces(app: Console, [done, marked]: [Someone, Someone]): Promise<string> {
  const { page } = app;
  await app.open('assign');
  await app.give(done, LICENSE);
  const job = page.url();
  await app.open('audit?tab=snapshots');
  await page.getByRole('textbox', { name: 'Name' }).fill(SNAPSHOT);
  await page.getByRole('button', { name: 'Save snapshot' }).click();
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText(SNAPSHOT);
  await page.getByRole('tab', { name: 'Findings' }).click();
  await page
    .getByRole('button', { name: /^Mute the rule/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Reason' }).fill(MUTED);
  await page.getByRole('dialog').getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Muted' })).toContainText(MUTED);
  await page.getByRole('tab', { name: 'Cost' }).click();
  await priceOf(page).fill('123');
  await priceOf(page).press('Enter');
  await app.goTo('Assignments');
  await app.selectAndMark(marked);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name for what is shown' }).fill(VIEW);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem', { name: VIEW })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.goTo('Batch assign');
  await page.getByRole('textbox', { name: 'Paste users' }).fill(PASTED);
  await expect.poll(async () => (await app.stored()).session).toContain(PASTED);
  return job;
}

async function expectNoTraces(app: Console, job: string, name: string): Promise<void> {
  const { page } = app;
  await app.goTo('Assignments');
  await expect(app.matrix.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(/^Read just now/)).toBeVisible();
  await expect(page.getByText('No users selected')).toBeVisible();
  await expect(page.getByText(/change staged/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(page.getByRole('textbox', { name: 'Name for what is shown' })).toBeVisible();
  await expect(page.getByRole('listitem', { name: VIEW })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Filter users' }).fill(name);
  await expect(page.getByText('No user matches these filters')).toBeVisible();
  await app.goTo('Batch assign');
  await expect(page.getByRole('textbox', { name: 'Paste users' })).toHaveValue('');
  await app.goTo('Jobs');
  await expect(page.getByText('No jobs yet')).toBeVisible();
  await app.open(job.slice(app.site.url.length));
  await expect(app.heading('No such job')).toBeVisible();
  await app.open('audit?tab=snapshots');
  await expect(page.getByRole('button', { name: 'Save snapshot' })).toBeVisible();
  await expect(page.getByText(SNAPSHOT)).toHaveCount(0);
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(page.getByRole('button', { name: /^Mute the rule/ }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Muted' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Cost' }).click();
  await expect(priceOf(page)).toHaveValue('');
}

test('two organizations in one browser are strictly apart, and each keeps what is its own', async ({
  page,
  serve,
  startService,
}) => {
  test.slow();
  const alpha = await startService({ users: 120, seed: 7 });
  const beta = await startService({ users: 90, seed: 8 });
  const config = { profiles: [profile('Alpha', alpha), profile('Beta', beta)] };
  const headers = shippedHeaders(alpha.url, beta.url);
  const app = new Console(page, await serve({ service: alpha, config, headers }));
  const [done, marked] = peopleWithout(alpha.sandbox, LICENSE, 2);
  if (!done || !marked) throw new Error('The sandbox has too few people');
  await app.signIn();
  const job = await leaveTraces(app, [done, marked]);

  await switchTo(app, 'Beta');
  expect(beta.sandbox.organization.id).not.toBe(alpha.sandbox.organization.id);
  await expectNoTraces(app, job, marked.name);

  await switchTo(app, 'Alpha');
  await app.goTo('Jobs');
  await expect(page.getByRole('table', { name: 'Jobs' })).toContainText('Finished');
  await app.open('audit?tab=snapshots');
  await expect(page.getByText(SNAPSHOT)).toBeVisible();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(page.getByRole('table', { name: 'Muted' })).toContainText(MUTED);
  await page.getByRole('tab', { name: 'Cost' }).click();
  await expect(priceOf(page)).toHaveValue('123');
  await app.goTo('Assignments');
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(page.getByRole('listitem', { name: VIEW })).toBeVisible();
});

test('another organization can be opened in another tab, where this one goes on', async ({
  page,
  serve,
  service,
}) => {
  const profiles = [profile('Alpha', service), profile('Beta', service)];
  const both = new Console(page, await serve({ config: { profiles } }));
  await both.signIn();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Switch organization' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open Beta in another tab' }).click();
  const tab = await opening;
  await expect(tab.getByRole('radio', { name: /^Beta/ })).toBeChecked();
  // One sign-in service knows the person already, in the organization that is open here.
  expect(new URL(tab.url()).searchParams.get('prompt')).toBe('login');
  expect(await tab.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('token');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await both.goTo('Jobs');
});

test('an organization that a person saved in this browser can be chosen, and holds no token', async ({
  app,
  page,
}) => {
  await app.open('login');
  await page.getByRole('textbox', { name: /^Client ID/ }).fill('my-client');
  await page.getByRole('button', { name: 'Save this organization in this browser…' }).click();
  await page.getByRole('textbox', { name: /^Name of the organization/ }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^Mine/ })).toBeChecked();
  await app.askToSignIn();
  expect(new URL(page.url()).searchParams.get('client_id')).toBe('my-client');
  await app.approve();
  await expect(app.heading('Overview')).toBeVisible();
  const { local } = await app.stored();
  expect(local).toContain('my-client');
  expect(local).not.toContain('token');
});

test('a region that the policy forbids is named before anybody leaves to sign in', async ({
  page,
  serve,
  health,
}) => {
  health.allow(/Content Security Policy|connect-src/);
  const app = new Console(page, await serve({ config: { hosts: {} } }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await app.open('login');
  await page.getByRole('combobox', { name: /^Region/ }).fill('mypurecloud.jp');
  await page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('connect-src');
  await expect(notice).toContainText('https://api.mypurecloud.jp https://login.mypurecloud.jp');
  await expect(page).toHaveURL(/\/login$/);
  expect(asked.filter((url) => url.includes('mypurecloud'))).toEqual([]);
});
