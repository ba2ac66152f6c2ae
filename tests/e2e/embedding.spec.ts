import type { FrameLocator, Page } from '@playwright/test';
import { test as base, expect } from './fixtures.ts';
import { type EmbeddingPage, startEmbeddingPage } from './support/embeddingPage.ts';
import { embeddableHeaders } from './support/shippedHeaders.ts';

const SAID =
  'gcHostOrigin=https%3A%2F%2Fapps.mypurecloud.de&gcTargetEnv=mypurecloud.de&usePopupAuth=true';

/** A host that shows an address of the console in its frame. */
const test = base.extend<{ embed: (framed: () => string) => Promise<EmbeddingPage> }>({
  embed: async ({}, provide) => {
    const started: EmbeddingPage[] = [];
    await provide(async (framed) => {
      const host = await startEmbeddingPage(framed);
      started.push(host);
      return host;
    });
    for (const host of started) await host.close();
  },
});

function frameOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="License console"]');
}

/** Clicks what opens the sign-in window, and gives it. */
async function openSignInWindow(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await frameOf(page).getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  const popup = await opening;
  await expect(popup).toHaveURL(/\/oauth\/authorize\?/);
  return popup;
}

for (const grant of ['pkce', 'implicit'] as const) {
  test(`in a frame, the ${grant} grant signs in by a window of its own`, async ({
    page,
    serve,
    service,
    embed,
  }) => {
    let address = '';
    const host = await embed(() => address);
    const headers = embeddableHeaders(service.url, host.origin);
    const site = await serve({ config: { grant }, basePath: '/console/', headers });
    address = `${site.url}licenses?${SAID}&theme=dark`;
    const urls: string[] = [];
    page.on('framenavigated', (frame) => urls.push(frame.url()));

    await page.goto(host.url);
    const frame = frameOf(page);
    await expect(frame.getByRole('combobox', { name: /^Region/ })).toHaveValue('mypurecloud.de');
    await expect(frame.locator('html')).toHaveAttribute('data-dark');
    const popup = await openSignInWindow(page);
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => popup.isClosed()).toBe(true);

    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.frames()[1]?.url(), 'without what the host said').toBe(`${site.url}licenses`);
    expect(urls.join('\n')).not.toContain('access_token');
    const stored = await page
      .frames()[1]
      // Item by item: where the browser keeps nothing for a frame, a stand-in in memory is there instead.
      ?.evaluate(() =>
        [sessionStorage, localStorage].map((storage) =>
          Array.from({ length: storage.length }, (_, index) =>
            storage.getItem(storage.key(index) ?? ''),
          ).join('\n'),
        ),
      );
    expect(stored?.[0]).toContain('access_token');
    expect(stored?.[1]).not.toContain('access_token');
  });
}

test('in a frame, a window that is closed, refused or not opened leaves the form as it was', async ({
  page,
  serve,
  service,
  embed,
}) => {
  let address = '';
  const host = await embed(() => address);
  const site = await serve({ headers: embeddableHeaders(service.url, host.origin) });
  address = `${site.url}login?gcLangTag=ja`;
  await page.goto(host.url);
  await expect(frameOf(page).locator('html')).toHaveAttribute('lang', 'ja');
  // The person's own choice goes before the host's.
  await frameOf(page).getByRole('button', { name: 'English' }).click();
  const frame = frameOf(page);
  const signIn = frame.getByRole('button', { name: 'Sign in to Genesys Cloud' });

  const popup = await openSignInWindow(page);
  await popup.close();
  await expect(frame.getByRole('alert').filter({ hasText: 'was closed' })).toBeVisible();

  const second = await openSignInWindow(page);
  await second.getByRole('button', { name: 'Deny' }).click();
  await expect(frame.getByText('Genesys Cloud did not sign you in')).toBeVisible();

  await page.frames()[1]?.evaluate(() => {
    window.open = () => null;
  });
  await signIn.click();
  await expect(frame.getByText(/did not open the sign-in window/)).toBeVisible();
  await expect(frame.getByRole('textbox', { name: /Client ID/ })).toHaveValue('e2e-client');

  const ownTab = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open the console in a tab of its own' }).click();
  const tab = await ownTab;
  await expect(tab.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(tab.getByText('Signing in opens a window of its own.')).toHaveCount(0);
});

test('no page shows the console in a frame unless the server allows it', async ({
  page,
  serve,
  embed,
  health,
}) => {
  health.allow(/Framing|frame-ancestors|net::ERR_BLOCKED_BY_RESPONSE/);
  let address = '';
  const host = await embed(() => address);
  const site = await serve();
  address = `${site.url}login`;
  await page.goto(host.url);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
});
