import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { renderPage } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

afterEach(async () => {
  await act(() => showLanguage('en'));
});

const figures = () => screen.getAllByRole('figure').map(({ ariaLabel }) => ariaLabel);

it('draws the charts anew when the language changes', async () => {
  renderPage('/audit?tab=charts', pages);
  await screen.findByRole('figure', { name: 'Holders by license' });
  expect(figures()).toEqual([
    'Holders by license',
    'Overlap of licenses',
    'Licenses by department',
  ]);

  await act(() => showLanguage('de'));

  expect(figures()).toEqual([
    'Inhaber nach Lizenz',
    'Überschneidung von Lizenzen',
    'Lizenzen nach Abteilung',
  ]);
  expect(
    screen.getByRole('figure', { name: 'Überschneidung von Lizenzen' }),
  ).toHaveAccessibleDescription(/^Benutzer danach, was sie genau haben: .+ Eine Zeile führt zu/u);
});

it('says in each language what became of a snapshot', async () => {
  const { user } = renderPage('/audit?tab=snapshots', pages);
  await screen.findByRole('button', { name: 'Save snapshot' });
  await act(() => showLanguage('es'));
  const save = screen.getByRole('button', { name: 'Guardar instantánea' });
  await waitFor(() => expect(save).toBeEnabled());
  await user.type(screen.getByRole('textbox', { name: 'Nombre' }), 'Marzo');
  await user.click(save);
  expect(await screen.findByText('Se guardó «Marzo».')).toBeVisible();
  const table = within(await screen.findByRole('table', { name: 'Instantáneas' }));
  await user.click(table.getByRole('button', { name: 'Eliminar «Marzo»' }));
  expect(await screen.findByText('Se eliminó «Marzo».')).toBeVisible();

  await act(() => showLanguage('ja'));
  expect(screen.getByText('保存されたスナップショットはまだありません。')).toBeVisible();
});
