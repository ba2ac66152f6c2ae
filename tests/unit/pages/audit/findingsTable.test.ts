import { afterEach, describe, expect, it } from 'vitest';
import { showLanguage } from '@/i18n/chooseLanguage';
import { Bitset } from '@/model/bitset';
import { NO_COSTS, withTerms } from '@/model/costs';
import type { AuditFinding } from '@/model/findingsCost';
import { OrganizationIndex } from '@/model/organizationIndex';
import { inEnglish, wordsFor } from '@/pages/audit/export/words';
import { findingsTable } from '@/pages/audit/findings/findingsTable';
import { wasteByRule } from '@/pages/audit/findings/wasteWords';

afterEach(() => showLanguage('en'));

const index = new OrganizationIndex();
index.addAssignments([
  { id: 'ana', licenses: ['base', 'wem'] },
  { id: 'bo', licenses: ['base'] },
]);
const found: AuditFinding[] = [
  { id: 'inactiveHolder', rule: 'inactiveHolder', rows: Bitset.from([0, 1]) },
  {
    id: 'expensive/Care',
    rule: 'expensive',
    cost: { department: 'Care', median: 20_000, limit: 30_000 },
    rows: Bitset.from([0]),
  },
];
const costs = { ...withTerms(NO_COSTS, 'base', { price: 25_000 }), currency: 'EUR' };
const table = (given = costs) =>
  findingsTable({ found, notChecked: new Map() }, [], index, given, inEnglish);

/** The cells of a column, top down. */
function column(name: string, { header, rows } = table()) {
  const place = header.indexOf(name);
  expect(place).toBeGreaterThan(-1);
  return [...rows].map((row) => row[place]);
}

describe('the export of findings', () => {
  it('tells of each user what their priced licenses cost, and who is far more expensive', () => {
    expect(column('Rule').at(-1)).toBe('Far more expensive than their department');
    expect(column('Finding').at(-1)).toBe('Care');
    expect(column('Priced licenses of the user a month')).toEqual([2.5, 2.5, 2.5]);
    expect(column('Currency')).toEqual(['EUR', 'EUR', 'EUR']);
  });

  it('leaves costs empty where no price is given', () => {
    const without = findingsTable({ found, notChecked: new Map() }, [], index, NO_COSTS, inEnglish);
    expect(column('Priced licenses of the user a month', without)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has what each rule costs in its head, and nothing of rules that tell of no waste', () => {
    expect(wasteByRule(found, index, costs, inEnglish)).toEqual([
      [
        'Held by inactive users, without what is muted',
        'Costs at least €5.00 a month. Without a price: 1 license.',
      ],
    ]);
    expect(wasteByRule(found, index, undefined, inEnglish)).toEqual([]);
  });

  it('is in the language of whoever reads it, and in English for programs', async () => {
    await showLanguage('de');
    const tableIn = (format: 'csv' | 'json') =>
      findingsTable({ found, notChecked: new Map() }, [], index, costs, wordsFor(format));
    const wasteIn = (format: 'csv' | 'json') =>
      wasteByRule(found, index, costs, wordsFor(format)).flat();

    expect(column('Regel', tableIn('csv'))).toContain('Bei inaktiven Benutzern');
    expect(column('Befund', tableIn('csv'))).toContain('Inaktive Benutzer mit Lizenzen');
    expect(wasteIn('csv').map((text) => text.replace('\u00A0', ' '))).toEqual([
      'Bei inaktiven Benutzern, ohne Stummgeschaltetes',
      'Kostet mindestens 5,00 € pro Monat. Ohne Preis: 1 Lizenz.',
    ]);
    expect(column('Rule', tableIn('json'))).toContain('Held by inactive users');
    expect(wasteIn('json')).toEqual([
      'Held by inactive users, without what is muted',
      'Costs at least €5.00 a month. Without a price: 1 license.',
    ]);
  });
});
