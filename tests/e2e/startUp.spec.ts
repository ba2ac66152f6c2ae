import { createServer } from 'node:http';
import { join } from 'node:path';
import { firstLoadFiles } from '../../tools/firstLoad.ts';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';

const SUB_PATH = '/tools/console/';
const dist = join(import.meta.dirname, '../../dist');

test.describe('config.json', () => {
  test('without one, the console shows the demo organization', async ({ page, serve, health }) => {
    health.expectFailedRequests();
    const app = new Console(page, await serve({ config: null }));
    await app.open();
    await expect(app.heading('Overview')).toBeVisible();
    await expect(page.getByText('Demo organization', { exact: true })).toBeVisible();
  });

  test('?demo opens the demo of a configured console, at the page asked for', async ({ app }) => {
    await app.open('licenses?demo');
    await expect(app.heading('Licenses')).toBeVisible();
    await expect(app.page).toHaveURL(`${app.site.url}licenses`);
  });

  test('with "demo": false no demo is offered', async ({ page, serve }) => {
    const app = new Console(page, await serve({ config: { demo: false } }));
    await app.open('?demo');
    await expect(app.heading('Sign in')).toBeVisible();
    await expect(page.getByRole('button', { name: /demo/ })).toHaveCount(0);
  });

  const broken: [title: string, config: Record<string, unknown> | string, named: string][] = [
    ['a grant that is none', { grant: 'password' }, 'grant'],
    ['a region that is no domain', { region: 'somewhere' }, 'region'],
    ['a host that is no address', { hosts: { api: 'api.example.com' } }, 'hosts.api'],
    ['a flag that is text', { demo: 'yes' }, 'demo'],
    ['a setting that does not exist', { regoin: 'mypurecloud.de' }, 'regoin'],
    ['a file that is no JSON', '{ "region": "mypurecloud.de", }', 'line 1'],
  ];
  for (const [title, config, named] of broken) {
    test(`${title} is named on a page that says what is wrong`, async ({ page, serve }) => {
      const app = new Console(page, await serve({ config }));
      await app.open('assignments');
      await expect(app.title).toBeVisible();
      await expect(page.locator('body')).toContainText('config.json');
      await expect(page.locator('body')).toContainText(named);
    });
  }
});

test.describe('the path that the app is served under', () => {
  const pages: [path: string, heading: string | RegExp][] = [
    ['', 'Overview'],
    ['licenses', 'Licenses'],
    ['licenses/communicate', /./],
    ['assignments?q=a', 'Assignments'],
    ['assign', 'Batch assign'],
    ['jobs', 'Jobs'],
    ['jobs/none-such', /./],
    ['users/none-such', /./],
  ];

  for (const basePath of ['/', SUB_PATH]) {
    test(`every page opens by its address under ${basePath}`, async ({ page, serve, health }) => {
      // The last two addresses ask the service for what it does not have.
      health.expectFailedRequests();
      const app = new Console(page, await serve({ basePath }));
      const missing: string[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(app.site.origin) && response.status() >= 400) {
          missing.push(response.url());
        }
      });
      await app.signIn();
      for (const [path, heading] of pages) {
        await app.open(path);
        await expect(app.heading(heading)).toBeVisible();
        await app.expectAt(path);
      }
      expect(missing).toEqual([]);
    });
  }

  test('sign-in returns to the page asked for under a sub-path', async ({ page, serve }) => {
    const app = new Console(page, await serve({ basePath: SUB_PATH }));
    await app.signIn('licenses/communicate');
  });

  test('the demo runs under a sub-path', async ({ page, serve }) => {
    const app = new Console(page, await serve({ basePath: SUB_PATH }));
    await app.open('licenses?demo');
    await expect(app.heading('Licenses')).toBeVisible();
  });

  test('a host that answers 404.html for deep links does as well', async ({
    page,
    serve,
    health,
  }) => {
    health.expectFailedRequests();
    const app = new Console(page, await serve({ basePath: SUB_PATH, deepLinks: '404' }));
    await app.signIn('licenses/communicate');
  });

  test('an address that is no page says so, however deep it is', async ({
    page,
    serve,
    health,
  }) => {
    // The scripts are looked for in one folder after the other.
    health.expectFailedRequests();
    const app = new Console(page, await serve({ basePath: SUB_PATH }));
    await app.signIn();
    await app.open('no/such/page');
    await expect(app.heading('Page not found')).toBeVisible();
  });

  test('an address that names another host loads nothing from there', async ({
    page,
    serve,
    health,
  }) => {
    health.expectFailedRequests();
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve);
    });
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const site = await serve();
    await page.goto(`${site.origin}//127.0.0.1:${port}/login`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(asked).toEqual([]);
    elsewhere.close();
  });
});

test('the login page loads no code but its own, which the size budget counts', async ({ app }) => {
  const scripts = new Set<string>();
  app.page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
  });
  await app.open('assignments');
  await expect(app.page.getByRole('button', { name: 'Sign in to Genesys Cloud' })).toBeVisible();
  const counted = new Set(firstLoadFiles(dist));
  expect([...scripts].filter((script) => !counted.has(script))).toEqual([]);
});

test('the build says that it is well, and lists the licenses of what is in it', async ({
  app,
  request,
}) => {
  const state = await request.get(`${app.site.url}health.json`);
  expect(await state.json()).toEqual({ status: 'ok' });
  const licenses = await (await request.get(`${app.site.url}third-party-licenses.md`)).text();
  for (const name of ['react', 'react-dom', 'react-router', '@mui/material', 'oidc-client-ts']) {
    expect(licenses).toMatch(new RegExp(`^## ${name} - .+ \\(.+\\)$`, 'm'));
  }
});
