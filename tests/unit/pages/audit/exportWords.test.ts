import { afterEach, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { DefinitionGraph } from '@/model/definitions';
import { OrganizationIndex } from '@/model/organizationIndex';
import { aboutExport } from '@/pages/audit/export/aboutExport';
import { assignmentsTable } from '@/pages/audit/export/assignmentsTable';
import { wordsFor } from '@/pages/audit/export/words';

afterEach(() => showLanguage('en'));

const owner = { key: 'someone', organization: { id: 'org-1', name: 'Meridian' } };
const names = (format: 'csv' | 'json') =>
  aboutExport(owner, { loadedAt: 0, status: 'ready' }, 'All users', wordsFor(format)).map(
    ([name]) => name,
  );
const header = (format: 'csv' | 'json') =>
  assignmentsTable(
    new OrganizationIndex(),
    new DefinitionGraph([{ id: 'collaboratePro' }]),
    wordsFor(format),
  ).header;

const ABOUT = ['Organization', 'Read at', 'Completely read', 'Exported at', 'Filter'];
const HEADER = ['User ID', 'User', 'Email', 'Department', 'Division', 'State', 'Assignments read'];

it('has titles in the language of whoever reads the table, and ids as they are', async () => {
  expect(names('csv')).toEqual(ABOUT);
  expect(header('csv')).toEqual([...HEADER, 'collaboratePro']);

  await showLanguage('de');
  expect(names('csv')).toContain('Vollständig gelesen');
  expect(header('csv')).toContain('Zuweisungen gelesen');
  expect(header('csv').at(-1)).toBe('collaboratePro');
});

it('keeps the names by which programs find what they look for', async () => {
  await showLanguage('ja');
  expect(names('json')).toEqual(ABOUT);
  expect(header('json')).toEqual([...HEADER, 'collaboratePro']);
});
