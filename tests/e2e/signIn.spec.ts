import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { shippedHeaders } from './support/shippedHeaders.ts';

/** Everything that the back and forward buttons could lead to. */
async function historyOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.map(({ url }) => url);
}

/** The token, as the service gets it with the next request. */
async function tokenSentBy(page: Page): Promise<string> {
  const request = await page.waitForRequest((sent) => 'authorization' in sent.headers());
  return request.headers()['authorization']?.replace('Bearer ', '') ?? '';
}

for (const grant of ['pkce', 'implicit'] as const) {
  test.describe(`sign-in with the ${grant} grant`, () => {
    test('leads to the page that was asked for, and leaves the token in sessionStorage alone', async ({
      page,
      serve,
      service,
    }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      const token = tokenSentBy(page);
      await app.signIn('licenses?q=cx#top');

      const sent = await token;
      expect(service.sandbox.isTokenValid(sent)).toBe(true);
      const { session, local } = await app.stored();
      expect(session).toContain(sent);
      expect(local).not.toContain(sent);
      for (const address of await historyOf(page)) {
        expect(address).not.toContain(sent);
        expect(address).not.toMatch(/[?&#](code|access_token)=/);
      }
      expect(service.sandbox.log.map(({ path }) => path).join(' ')).not.toContain(sent);
      const entries = await page.evaluate(() => JSON.stringify(performance.getEntries()));
      expect(entries, 'what the page can tell of its own address').not.toContain(sent);
    });

    test('by a service that has another one sign the person in is refused, and nothing is sent to it', async ({
      page,
      serve,
      service,
    }) => {
      const mallory = 'https://login.mallory.example';
      const atMallory: string[] = [];
      await page.route(`${mallory}/**`, (route) => {
        const asked = new URL(route.request().url());
        atMallory.push(asked.pathname);
        // The honest service, its client and its redirect URI, with the state and challenge that Mallory was given.
        const honest = new URL(`${service.url}/oauth/authorize${asked.search}`);
        honest.searchParams.set('client_id', 'honest');
        honest.searchParams.set('redirect_uri', `${new URL(page.url()).origin}/callback`);
        return route.fulfill({ status: 302, headers: { location: honest.href } });
      });
      const config = {
        grant,
        profiles: [{ name: 'Mallory', hosts: { api: service.url, login: mallory } }],
      };
      const headers = shippedHeaders(service.url, mallory);
      const app = new Console(page, await serve({ config, headers }));
      await app.open();
      await expect(page.getByText(/callback\/login\.mallory\.example/)).toBeVisible();
      await app.askToSignIn();
      await app.approve();
      await expect(app.heading('This sign-in cannot be completed')).toBeVisible();
      await expect(page.getByRole('alert')).toContainText('another sign-in service');
      expect(atMallory.filter((path) => path !== '/')).toEqual(['/oauth/authorize']);
      expect((await app.stored()).session).not.toMatch(/access_token|code_verifier/);
    });

    test('survives a reload and ends with the tab', async ({ page, serve, context }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      await app.signIn('licenses');
      await page.reload();
      await expect(app.heading('Licenses')).toBeVisible();

      const otherTab = new Console(await context.newPage(), app.site);
      await otherTab.open('licenses');
      await expect(otherTab.heading('Sign in')).toBeVisible();
    });

    test('that is denied says so in words', async ({ page, serve }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      await app.open();
      await app.askToSignIn();
      await app.deny();
      await expect(app.heading('Genesys Cloud did not sign you in')).toBeVisible();
      await expect(page.getByRole('alert')).toContainText('Access was denied');
      await page.getByRole('link', { name: 'Back to sign-in' }).click();
      await expect(app.heading('Sign in')).toBeVisible();
    });

    test('cannot be completed twice with one answer', async ({ page, serve }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      const answer = page.waitForRequest((sent) => sent.url().includes('/callback'));
      await app.signIn();
      const response = await (await answer).redirectedFrom()?.response();
      const callback = (await response?.headerValue('location')) ?? '';
      expect(callback).toMatch(/[?&#](code|access_token)=/);

      await page.goto(callback);
      await expect(app.heading('This sign-in cannot be completed')).toBeVisible();
      await expect(page).toHaveURL(`${app.site.url}callback`);
      await expect(page.getByText('You are still signed in as before.')).toBeVisible();
    });

    test('that this tab did not start is refused', async ({ page, serve, service }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      const answer =
        grant === 'pkce'
          ? '?code=forged&state=forged'
          : `#access_token=${service.sandbox.issueToken()}&expires_in=3600&token_type=bearer&state=forged`;
      await app.open(`callback${answer}`);
      await expect(app.heading('This sign-in cannot be completed')).toBeVisible();
      await expect(page).toHaveURL(`${app.site.url}callback`);
      await app.open('licenses');
      await expect(app.heading('Sign in')).toBeVisible();
      expect(service.sandbox.log).toEqual([]);
    });

    test('never leads out of the app, whatever the kept state says', async ({ page, serve }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      await page.addInitScript(() => {
        if (!location.pathname.endsWith('/callback')) return;
        for (const [key, value] of Object.entries(sessionStorage)) {
          const foreign = String(value).replace(
            /"returnTo":"[^"]*"/,
            '"returnTo":"//elsewhere.example/"',
          );
          sessionStorage.setItem(key, foreign);
        }
      });
      await app.open('licenses');
      await app.askToSignIn();
      await app.approve();
      await expect(app.heading('Overview')).toBeVisible();
      await expect(page).toHaveURL(app.site.url);
    });

    test('is left by signing out: the token is revoked and nothing stays', async ({
      page,
      serve,
      service,
    }) => {
      const app = new Console(page, await serve({ config: { grant } }));
      const sent = tokenSentBy(page);
      await app.signIn('licenses');
      const token = await sent;
      await app.signOut();

      await expect(app.heading('Sign in')).toBeVisible();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      const { method, path, status } = service.sandbox.log.at(-1) ?? {};
      expect({ method, path, status }).toMatchObject({
        method: 'DELETE',
        path: '/api/v2/tokens/me',
        status: 200,
      });
      expect(service.sandbox.isTokenValid(token)).toBe(false);
      const { session, local } = await app.stored();
      expect(session + local).not.toContain(token);

      await page.goBack();
      await expect(app.heading('Sign in')).toBeVisible();
    });
  });
}

test('the grant can be chosen on the login page, and is remembered', async ({ app, page }) => {
  await app.open();
  await page.getByRole('radio', { name: /Implicit/ }).check();
  await app.askToSignIn();
  expect(new URL(page.url()).searchParams.get('response_type')).toBe('token');
  await app.open();
  await expect(page.getByRole('radio', { name: /Implicit/ })).toBeChecked();
});

test('a region that cannot be one is refused in place, and nothing typed is lost', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('combobox', { name: 'Region' }).fill('no region');
  await page.getByRole('textbox', { name: 'Client ID' }).fill('my-client');
  await page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('no region');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('my-client');
  await expect(app.heading('Sign in')).toBeVisible();
});

test('a region that the console does not know is taken as it is', async ({ page, serve }) => {
  const headers = shippedHeaders(
    'https://api.newregion.example',
    'https://login.newregion.example',
  );
  const app = new Console(page, await serve({ config: { hosts: {} }, headers }));
  await page.route('https://login.newregion.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>The new region</h1>' }),
  );
  await app.open();
  await page.getByRole('combobox', { name: 'Region' }).fill('newregion.example');
  await page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  await expect(app.heading('The new region')).toBeVisible();
});

test('without a client ID the form says what is missing', async ({ page, serve }) => {
  const app = new Console(page, await serve({ config: { clientId: '' } }));
  await app.open();
  await page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
});

test('the callback opened by hand says that there is nothing to complete', async ({ app }) => {
  await app.open('callback');
  await expect(app.heading('There is no sign-in to complete')).toBeVisible();
});

test('a token that the service refuses leads to sign-in and back to the page', async ({
  app,
  page,
  service,
  health,
}) => {
  health.expectFailedRequests();
  await app.signIn('jobs');
  service.sandbox.expireTokens();
  await page.getByRole('link', { name: 'Licenses' }).click();
  await app.signInAgain();
  await expect(app.heading('Licenses')).toBeVisible();
  await expect(page.getByRole('link', { name: 'communicate', exact: true }).first()).toBeVisible();
});

test('the end of a session is announced before it comes', async ({ page, serve, startService }) => {
  const service = await startService({ users: 30, tokenLifetimeSeconds: 100 });
  const app = new Console(page, await serve({ service }));
  await app.signIn('licenses');
  const announcement = page.getByRole('region', { name: 'Session' });
  await expect(announcement).toContainText('Your session ends in 1:');
  await announcement.getByRole('button', { name: 'Sign in again' }).click();
  await app.approve();
  await expect(app.heading('Licenses')).toBeVisible();
});
