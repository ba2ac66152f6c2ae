import { expect, test } from './fixtures.ts';
import type { Console } from './support/console.ts';
import {
  expectAccessible,
  expectNoOverflow,
  lookAtEveryPage,
  NARROWEST,
} from './support/everyPage.ts';
import { peopleWithout, type Someone } from './support/people.ts';

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

  await app.moveTo('');
  await expect(app.heading('Overview')).toBeVisible();
  await app.settled();
  await look('overview');
  await lookAtEveryPage(app, someone, look);

  await page.getByRole('button', { name: 'Review changes' }).click();
  await page
    .getByRole('textbox', { name: 'Paste users' })
    .fill(`${someone.email}\nnobody\nAlex Morgan`);
  await expect(page.getByText('1 user matched')).toBeVisible();
  await look('assign with errors');
  await app.chooseLicense('Licenses to add', 'journeyManagement');
  await app.review(1);
  await look('review');
  await app.apply(1);
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible();
  await app.settled();
  await look('job');
}

/** What a theme can change. */
const OF_COLORS = { rules: ['color-contrast', 'link-in-text-block'] };

const WALKS = [
  { name: 'axe finds nothing on any page, light', colorScheme: 'light', only: {} },
  { name: 'colors can be told apart on every page, dark', colorScheme: 'dark', only: OF_COLORS },
] as const;

for (const { name, colorScheme, only } of WALKS) {
  test(name, async ({ app, page, service, health }) => {
    test.setTimeout(240_000);
    health.expectFailedRequests();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const [someone] = peopleWithout(service.sandbox, 'journeyManagement', 1);
    if (!someone) throw new Error('The sandbox has nobody');
    await walkThrough(app, someone, (where) => expectAccessible(page, where, only));
  });
}

test('axe finds nothing on the page about a broken configuration', async ({ page, serve }) => {
  const site = await serve({ config: '{ "region": 1 }' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, colorScheme);
  }
});

test('no page scrolls sideways on a screen of 320 pixels', async ({
  app,
  page,
  service,
  health,
}) => {
  test.setTimeout(240_000);
  health.expectFailedRequests();
  await page.setViewportSize(NARROWEST);
  const [someone] = peopleWithout(service.sandbox, 'journeyManagement', 1);
  if (!someone) throw new Error('The sandbox has nobody');
  await walkThrough(app, someone, (where) => expectNoOverflow(page, where));
});

test('a name of 300 characters keeps to a screen of 320 pixels', async ({ app, page, service }) => {
  await page.setViewportSize(NARROWEST);
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
