import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { UserPage } from '@/pages/users/UserPage';
import { renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/users/:userId', Component: UserPage }];

afterEach(async () => {
  await act(() => showLanguage('en'));
});

const headings = () =>
  screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

it('draws the page of a user anew when the language changes', async () => {
  const sandbox = smallSandbox();
  const { id } = sandbox.administrator;
  renderPage(`/users/${id}`, pages, { sandbox });
  await screen.findByRole('table', { name: 'Licenses' });
  await screen.findByRole('table', { name: 'Effective permissions' });
  const inEnglish = headings();

  await act(() => showLanguage('de'));

  const inGerman = headings();
  expect(inGerman).toHaveLength(inEnglish.length);
  expect(inGerman).toContain('Wirksame Berechtigungen');
  expect(inGerman.filter((heading) => inEnglish.includes(heading))).toEqual([]);
  const table = within(screen.getByRole('table', { name: 'Lizenzen' }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Lizenz',
    'Gibt',
    'Voraussetzungen',
    'Rollen',
  ]);
});

it('says in each language what would be lost with a license', async () => {
  const sandbox = smallSandbox();
  const { id } = sandbox.administrator;
  const [licenseId = ''] = sandbox.organization.assignmentsOf(id);
  const { user } = renderPage(`/users/${id}`, pages, { sandbox });
  const licenses = within(await screen.findByRole('group', { name: 'Licenses to take away' }));
  await user.click(licenses.getByRole('checkbox', { name: licenseId }));
  await screen.findByRole('button', { name: 'Review taking away 1 license' });

  await act(() => showLanguage('de'));
  expect(screen.getByRole('button', { name: 'Entzug von 1 Lizenz prüfen' })).toBeVisible();
  await act(() => showLanguage('es'));
  expect(screen.getByRole('button', { name: 'Revisar la retirada de 1 licencia' })).toBeVisible();
  await act(() => showLanguage('ja'));
  expect(screen.getByRole('button', { name: 'ライセンス 1件の解除を確認' })).toBeVisible();
});
