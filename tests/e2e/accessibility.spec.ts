import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Console } from './support/console.ts';
import { peopleWithout, type Someone } from './support/people.ts';

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  expect(found, where).toEqual([]);
}

/** The page itself never scrolls sideways; what is wide scrolls in its own frame. */
async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, where).toBeLessThanOrEqual(clientWidth);
}

/** Takes the console through every page and state of it, and looks at each. */
async function walkThrough(
  app: Console,
  someone: Someone,
  look: (where: string) => Promise<void>,
): Promise<void> {
  const { page } = app;
  await app.open('callback');
  await expect(app.title).toBeVisible();
  await look('callback that completes nothing');

  await app.open('assignments');
  await expect(app.heading('Sign in')).toBeVisible();
  await look('login');
  await app.askToSignIn();
  await app.approve();
  await expect(app.heading('Assignments')).toBeVisible();

  const pages: [path: string, heading: string | RegExp][] = [
    ['', 'Overview'],
    ['licenses', 'Licenses'],
    ['licenses/cloudCX3', /CX 3/],
    ['licenses/none-such', 'No such license'],
    ['assignments', 'Assignments'],
    ['assignments?q=nobody-at-all', 'Assignments'],
    [`users/${someone.id}`, someone.name],
    ['users/none-such', 'No such user'],
    ['audit', 'Audit'],
    ['audit?tab=snapshots', 'Audit'],
    ['audit?tab=permissions', 'Audit'],
    ['audit?tab=charts', 'Audit'],
    ['audit/report', 'Audit report'],
    ['jobs', 'Jobs'],
    ['jobs/none-such', 'No such job'],
    ['no-such-page', 'Page not found'],
  ];
  for (const [path, heading] of pages) {
    await app.open(path);
    await expect(app.heading(heading), path).toBeVisible();
    await app.settled();
    await look(path || 'overview');
  }

  await app.open('assign');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page
    .getByRole('textbox', { name: 'Paste users' })
    .fill(`${someone.email}\nnobody\nAlex Morgan`);
  await expect(page.getByText('1 user matched')).toBeVisible();
  await look('assign with errors');
  await app.chooseLicense('Licenses to add', 'billingViewer');
  await app.review(1);
  await look('review');
  await app.apply(1);
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible();
  await app.settled();
  await look('job');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ app, page, service, health }) => {
    test.setTimeout(120_000);
    health.expectFailedRequests();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const [someone] = peopleWithout(service.sandbox, 'billingViewer', 1);
    if (!someone) throw new Error('The sandbox has nobody');
    await walkThrough(app, someone, (where) => expectAccessible(page, `${where}, ${colorScheme}`));
  });

  test(`axe finds nothing on the page about a broken configuration, ${colorScheme}`, async ({
    page,
    serve,
  }) => {
    await page.emulateMedia({ colorScheme });
    const site = await serve({ config: '{ "region": 1 }' });
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, `broken configuration, ${colorScheme}`);
  });
}

test('no page scrolls sideways on a screen of 360 pixels', async ({
  app,
  page,
  service,
  health,
}) => {
  test.setTimeout(120_000);
  health.expectFailedRequests();
  await page.setViewportSize({ width: 360, height: 740 });
  const [someone] = peopleWithout(service.sandbox, 'billingViewer', 1);
  if (!someone) throw new Error('The sandbox has nobody');
  await walkThrough(app, someone, (where) => expectNoOverflow(page, where));
});

test('a name of 300 characters keeps to a screen of 360 pixels', async ({ app, page, service }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.signIn();
  await app.open(`users/${service.sandbox.organization.oddities.longName}`);
  await app.settled();
  await expectNoOverflow(page, 'long name');
});

test('each page has its own title, takes the focus on arrival, and can be skipped to', async ({
  app,
  page,
}) => {
  await app.signIn();
  for (const name of ['Licenses', 'Assignments', 'Batch assign', 'Jobs', 'Overview']) {
    await app.goTo(name);
    await expect(page).toHaveTitle(new RegExp(`^${name} `));
    await expect(app.heading(name)).toBeFocused();
  }
  await app.open('licenses');
  await expect(app.heading('Licenses')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('light and dark follow the system until one is chosen, which is kept', async ({
  app,
  page,
}) => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number));
  const isDark = async () => Math.max(...((await background()) ?? [255])) < 100;

  await page.emulateMedia({ colorScheme: 'dark' });
  await app.signIn();
  expect(await isDark()).toBe(true);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(isDark).toBe(false);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(isDark).toBe(true);
  await page.reload();
  await expect(app.heading('Overview')).toBeVisible();
  await expect.poll(isDark).toBe(true);
});
