import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { loaded, openMatrix, rowAt, stubScreen } from './matrix';

stubScreen();

afterEach(async () => {
  await act(() => showLanguage('en'));
});

const labels = (role: string) =>
  within(screen.getByRole('grid'))
    .getAllByRole(role)
    .map((element) => element.ariaLabel ?? '');

it('draws rows, cells and headers anew when the language changes', async () => {
  openMatrix();
  await loaded();
  const cells = labels('gridcell').filter(Boolean);
  expect(cells.some((label) => label.startsWith('Holds '))).toBe(true);
  expect(cells.some((label) => label.startsWith('Does not hold '))).toBe(true);
  const name = within(rowAt(1)).getByRole('link').textContent;

  await act(() => showLanguage('de'));

  expect(screen.getByRole('grid', { name: 'Lizenzzuweisungen' })).toBeVisible();
  const inGerman = cells.map((label) =>
    label.startsWith('Holds ')
      ? label.replace('Holds ', 'Hat ')
      : label.replace(/^Does not hold (.*)$/u, 'Hat $1 nicht'),
  );
  expect(labels('gridcell').filter(Boolean)).toEqual(inGerman);
  expect(screen.getByRole('checkbox', { name: `${name} auswählen` })).toBeVisible();
  expect(labels('button').filter((label) => /, \d+ Inhaber$/u.test(label))).not.toEqual([]);
  expect(labels('button').filter((label) => /holder|licenses/u.test(label))).toEqual([]);
  expect(screen.getByRole('searchbox', { name: 'Benutzer filtern' })).toBeVisible();
});

it('says in each language what is staged', async () => {
  const { user } = openMatrix();
  await loaded();
  const cell = within(rowAt(1)).getAllByRole('gridcell', { name: /^Does not hold/u })[0];
  if (!cell) throw new Error('The first user holds everything');
  await user.click(cell);
  const [, licenseId = ''] =
    /^Does not hold (.*), staged to be added$/u.exec(cell.ariaLabel ?? '') ?? [];

  await act(() => showLanguage('ja'));
  expect(cell).toHaveAccessibleName(`${licenseId} を保有せず、追加を予定`);
  await act(() => showLanguage('es'));
  expect(cell).toHaveAccessibleName(`No tiene ${licenseId}, preparada para añadir`);
});
