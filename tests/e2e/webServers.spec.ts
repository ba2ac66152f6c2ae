import { expect, test } from './fixtures.ts';
import { startCaddy } from './support/caddy.ts';
import { Console } from './support/console.ts';
import { startNginx } from './support/nginx.ts';
import { installed, WEB_SERVERS } from './support/webServer.ts';

const START = { nginx: startNginx, caddy: startCaddy };

for (const name of WEB_SERVERS) {
  test.describe(`on a real ${name} with the shipped configuration`, () => {
    const program = installed(name);
    // They are no part of the project: the tests are to pass where there is nothing but Node. The setup says it too.
    test.skip(
      program === undefined,
      `${name} is not installed, so its configuration was not tried`,
    );

    for (const [kind, grant] of [
      ['root', 'implicit'],
      ['sub-path', 'pkce'],
    ] as const) {
      test(`${kind}: sign-in, deep links and caching work, and nothing is stopped`, async ({
        page,
        service,
        request,
      }) => {
        const hosts = { api: service.url, login: service.url };
        const config = { clientId: 'e2e-client', grant, hosts };
        const site = await START[name](program ?? '', kind, config, service.url);
        try {
          const app = new Console(page, site);
          await app.signIn('licenses/cloudCX3');
          await expect(app.title).toBeVisible();
          await app.open('audit');
          await expect(app.title).toBeVisible();
          await app.settled();

          const index = await request.get(site.url);
          const [asset = ''] = /assets\/[^"]+\.js/.exec(await index.text()) ?? [];
          expect(index.headers()).toMatchObject({
            'cache-control': 'no-cache',
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
            'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
          });
          const script = await request.get(site.url + asset);
          expect(script.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
          expect(script.headers()['content-encoding']).toBe('gzip');
          const settings = await request.get(`${site.url}config.json`);
          expect(settings.headers()['cache-control']).toBe('no-cache');
          const gone = await request.get(`${site.url}assets/gone.js`);
          expect(gone.status()).toBe(404);
          expect(gone.headers()['cache-control']).toBeUndefined();
        } finally {
          await site.close();
        }
      });
    }
  });
}
