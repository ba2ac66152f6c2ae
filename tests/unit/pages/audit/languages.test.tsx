import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { AuditReportPage } from '@/pages/audit/report/AuditReportPage';
import { renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/audit', Component: AuditPage },
  { path: '/audit/report', Component: AuditReportPage },
];

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

it('shows findings, and what to do about them, in the language that is spoken', async () => {
  const sandbox = smallSandbox();
  const someone = sandbox.organization.users.find(({ profile }) => profile.state === 'active');
  sandbox.organization.setAssignment(someone?.id ?? '', 'retiredForTest', true);
  const { user } = renderPage('/audit?days=30', pages, { sandbox });
  await screen.findByRole('region', { name: 'Held without a definition' });

  await act(() => showLanguage('de'));
  expect(screen.getByRole('heading', { level: 1, name: 'Prüfung' })).toBeVisible();
  const rule = within(screen.getByRole('region', { name: 'Vorhanden ohne Definition' }));
  expect(rule.getByText(/^Der Dienst führt keine Definition der Lizenz auf/u)).toBeVisible();
  expect(screen.getByText(/seit mehr als 30 Tagen nicht angemeldet/u)).toBeVisible();
  await user.click(
    rule.getByRole('button', { name: 'Die Regel „Vorhanden ohne Definition“ stummschalten' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Stummschalten' }));
  expect(
    dialog.getByText(/^Die Regel „Vorhanden ohne Definition“ wird nicht mehr angezeigt/u),
  ).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Stummschalten' }));
  expect(dialog.getByText(/^Geben Sie den Grund an/u)).toBeVisible();
  await act(() => showLanguage('es'));
  expect(dialog.getByText(/^Indique el motivo/u)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Cancelar' }));

  await user.click(await screen.findByRole('link', { name: 'retiredForTest' }));
  await act(() => showLanguage('ja'));
  const details = within(
    screen.getByRole('region', { name: '定義のないライセンスの保有: retiredForTest' }),
  );
  expect(details.getByRole('table', { name: 'ユーザー: 1人' })).toBeVisible();
  expect(details.getByRole('button', { name: '修正を確認 (変更 1件)' })).toBeVisible();
});

it('has the report of the audit in the language that is spoken', async () => {
  renderPage('/audit/report', pages);
  await screen.findByRole('region', { name: 'Totals' });
  await act(() => showLanguage('de'));
  const about = within(screen.getByRole('region', { name: 'Über diesen Bericht' }));
  expect(about.getByText('Erstellt am')).toBeVisible();
  expect(about.getByText(/^Seit \d+ Tagen oder länger abwesend$/u)).toBeVisible();
  expect(screen.getByRole('region', { name: 'Gesamtzahlen' })).toHaveTextContent(/\d+ Benutzer/u);
});
