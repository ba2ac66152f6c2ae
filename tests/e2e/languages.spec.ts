import { expect, test } from './fixtures.ts';
import {
  expectAccessible,
  expectNoOverflow,
  lookAtEveryPage,
  NARROWEST,
} from './support/everyPage.ts';
import { peopleWithout } from './support/people.ts';

/**
 * What somebody reads on the way to the overview and the audit whose browser is set to this language. English is walked
 * through by `accessibility.spec.ts`.
 */
const LANGUAGES = [
  {
    locale: 'de-AT',
    lang: 'de',
    login: 'Anmelden',
    button: 'Bei Genesys Cloud anmelden',
    overview: 'Übersicht',
    users: 'Aktive Benutzer',
    tab: 'Übersicht · Lizenzkonsole',
    finding: 'Vorhanden ohne Definition',
  },
  {
    locale: 'es-MX',
    lang: 'es',
    login: 'Iniciar sesión',
    button: 'Iniciar sesión en Genesys Cloud',
    overview: 'Resumen',
    users: 'Usuarios activos',
    tab: 'Resumen · Consola de licencias',
    finding: 'Asignada sin definición',
  },
  {
    locale: 'ja-JP',
    lang: 'ja',
    login: 'サインイン',
    button: 'Genesys Cloud にサインイン',
    overview: '概要',
    users: '有効なユーザー',
    tab: '概要 · ライセンスコンソール',
    finding: '定義のないライセンスの保有',
  },
];

/** What a language can change. */
const OF_WORDS = {
  tags: [
    'cat.language',
    'cat.name-role-value',
    'cat.forms',
    'cat.text-alternatives',
    'cat.semantics',
  ],
};

for (const { locale, lang, login, button, overview, users, tab, finding } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale });

    test('is spoken on every page, to screen readers too, and has room', async ({
      app,
      page,
      service,
      health,
    }) => {
      test.setTimeout(240_000);
      health.expectFailedRequests();
      const [someone] = peopleWithout(service.sandbox, 'journeyManagement', 1);
      if (!someone) throw new Error('The sandbox has nobody');
      await app.open();
      await expect(app.heading(login)).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expectAccessible(page, 'login', OF_WORDS);

      await page.getByRole('button', { name: button }).click();
      await app.approve();
      await expect(app.heading(overview)).toBeVisible();
      await expect(page).toHaveTitle(tab);
      await app.settled();
      await expect(page.getByText(users, { exact: true })).toBeVisible();
      await expectAccessible(page, 'overview', OF_WORDS);

      await page.setViewportSize(NARROWEST);
      await expectNoOverflow(page, 'overview');
      await lookAtEveryPage(
        app,
        someone,
        async (where) => {
          if (where === 'audit')
            await expect(page.getByRole('region', { name: finding })).toBeVisible();
          await expectAccessible(page, where, OF_WORDS);
          await expectNoOverflow(page, where);
        },
        false,
      );
    });
  });
}

test('changes on the spot, keeps what was typed, and lasts', async ({ app, page }) => {
  await app.signIn('assign');
  await page.getByRole('textbox', { name: 'Paste users' }).fill('somebody');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await expect(page.getByRole('menuitemradio', { name: '日本語', checked: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(app.heading('一括割り当て')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'ユーザーを貼り付け' })).toHaveValue('somebody');
  await page.reload();
  await expect(app.heading('一括割り当て')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});
