import { expect, test } from './fixtures.ts';
import { peopleWithout } from './support/people.ts';
import { saved, savedResults } from './support/saved.ts';

const LICENSE = 'journeyManagement';

test.describe('names that are markup or formulas', () => {
  const MARKUP = '<img src=x onerror=alert(1)><svg onload=alert(2)>';
  const TEXTS = new Set(['name', 'description', 'department', 'title', 'email', 'message']);

  /** The answer with markup in every text that people can write. */
  function marked(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) return value.map((item) => marked(item, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, marked(item, name)]),
      );
    }
    return typeof value === 'string' && TEXTS.has(key) ? `${MARKUP}${value}` : value;
  }

  test('are text on every page', async ({ app, page, service }) => {
    test.slow();
    const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
    if (!someone) throw new Error('The sandbox has nobody');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const isInert = async (where: string) => {
      await app.settled();
      expect(await page.locator('body').innerText(), where).toContain('<img src=x');
      await expect(page.locator('img[src="x"], svg[onload]'), where).toHaveCount(0);
    };
    await page.route(`${service.url}/api/v2/**`, async (route) => {
      if (route.request().method() === 'OPTIONS') return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, json: marked(await response.json()) });
    });

    await app.signIn();
    const pages = [
      '',
      'licenses',
      'licenses/cloudCX3',
      'assignments',
      `users/${someone.id}`,
      'audit',
    ];
    for (const path of pages) {
      await app.open(path);
      await expect(app.title, path).toBeVisible();
      await isInert(path);
    }
    await app.open('assign');
    await page.getByRole('textbox', { name: 'Paste users' }).fill(`${someone.id}\n${MARKUP}`);
    await expect(page.getByText('1 user matched')).toBeVisible();
    await app.chooseLicense('Licenses to add', LICENSE);
    await isInert('assign');
    await page.getByRole('button', { name: 'Review changes' }).click();
    await isInert('review');
    await app.apply(1);
    await isInert('job');
    expect(dialogs).toEqual([]);
  });

  test('are text in the files too', async ({ app, page, service }) => {
    const { organization } = service.sandbox;
    const formula = organization.oddities.formula ?? '';
    const name = organization.user(formula)?.profile.name ?? '';
    expect(name).toMatch(/^=/);
    organization.setAssignment(formula, LICENSE, false);
    await app.signIn('assign');
    await page.getByRole('textbox', { name: 'Paste users' }).fill(formula);
    await app.chooseLicense('Licenses to add', LICENSE);
    await app.review(1);
    const plan = (await saved(page, 'Save plan as…', /^Table/)).toString();
    await app.apply(1);
    await expect(app.resultOf(name)).toContainText('Done');
    for (const csv of [plan, await savedResults(page)]) {
      expect(csv).toContain(`"'${name.replaceAll('"', '""')}"`);
      expect(csv).not.toMatch(/(^|,)"?=/m);
    }
  });
});
