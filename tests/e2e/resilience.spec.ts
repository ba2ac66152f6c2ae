import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { peopleWithout } from './support/people.ts';

const LICENSE = 'journeyManagement';
const assets = readdirSync(join(import.meta.dirname, '../../dist/assets'));

test.beforeEach(({ health }) => health.expectFailedRequests());

test.describe('a new version deployed while the tab is open', () => {
  test('a page whose code is gone offers to reload, and the half-filled form is still there', async ({
    app,
    page,
    service,
  }) => {
    const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
    if (!someone) throw new Error('The sandbox has nobody');
    await app.signIn('assign');
    const paste = page.getByRole('textbox', { name: 'Paste users' });
    await paste.fill(`${someone.email}\nnobody in particular`);
    await app.chooseLicense('Licenses to add', LICENSE);

    // The server has other files by now, and none of those that this tab has not loaded yet.
    const gone = assets.filter((file) => /^JobsPage-.*\.js$/u.test(file));
    expect(gone).toHaveLength(1);
    await page.route(`**/assets/${gone[0]}`, (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Jobs' }).click();
    await expect(app.heading('A new version is available')).toBeVisible();

    await page.unroute(`**/assets/${gone[0]}`);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(app.heading('Jobs')).toBeVisible();
    await app.goTo('Batch assign');
    await expect(paste).toHaveValue(`${someone.email}\nnobody in particular`);
    await app.review(1);
    await app.apply(1);
    await expect(app.resultOf(someone.name)).toContainText('Done');
  });
});

test.describe('the network', () => {
  test('goes in the middle of a job and comes back: the job goes on by itself', async ({
    app,
    page,
    context,
    service,
  }) => {
    const people = peopleWithout(service.sandbox, LICENSE, 3);
    await app.signIn('assign');
    await page
      .getByRole('textbox', { name: 'Paste users' })
      .fill(people.map(({ email }) => email).join('\n'));
    await app.chooseLicense('Licenses to add', LICENSE);
    await app.review(3);
    await context.setOffline(true);
    await expect(page.getByRole('region', { name: 'Network' })).toContainText('You are offline');
    await app.apply(3);
    await expect(page.getByText('goes on by itself when the connection is back')).toBeVisible({
      timeout: 20_000,
    });
    await context.setOffline(false);
    for (const { name } of people) await expect(app.resultOf(name)).toContainText('Done');
    await expect(page.getByRole('region', { name: 'Network' })).toHaveCount(0);
  });
});

test.describe('a slow service', () => {
  test('moves nothing that is on the screen already', async ({ page, serve, startService }) => {
    const service = await startService({ users: 200, seed: 5, latencyMs: 400 });
    const app = new Console(page, await serve({ service }));
    await app.signIn('jobs');
    await page.evaluate(() => {
      Reflect.set(window, 'shifts', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = Number(Reflect.get(entry, 'value'));
          Reflect.set(window, 'shifts', Number(Reflect.get(window, 'shifts')) + shift);
        }
      }).observe({ type: 'layout-shift' });
    });
    for (const name of ['Licenses', 'Assignments', 'Batch assign', 'Overview']) {
      await app.goTo(name);
      await app.settled();
    }
    const shifts = await page.evaluate(() => Number(Reflect.get(window, 'shifts')));
    // What counts as good for a whole visit.
    expect(shifts).toBeLessThan(0.1);
  });
});

test.describe('a browser that forbids storage', () => {
  test('has no sign-in, says why, and shows the demo with what will not be kept', async ({
    app,
    page,
  }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          configurable: true,
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
    });
    await app.open('assign');
    await expect(app.heading('Sign in')).toBeVisible();
    await expect(page.getByText('Allow cookies and site data')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in to Genesys Cloud' })).toBeDisabled();
    await page.getByRole('button', { name: 'Explore the demo organization' }).click();
    await expect(app.heading('Batch assign')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Storage' }).getByRole('listitem')).toHaveCount(
      3,
    );
    await app.goTo('Jobs');
    await expect(page.getByText('No jobs yet')).toBeVisible();
  });
});
