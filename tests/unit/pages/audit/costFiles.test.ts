import { afterEach, describe, expect, it } from 'vitest';
import { parseCsv } from '@/files/parseCsv';
import { parseXlsx } from '@/files/parseXlsx';
import { showLanguage } from '@/i18n/chooseLanguage';
import { LANGUAGES } from '@/i18n/languages';
import { costTemplateRows, readCostFile } from '@/model/costFile';
import { type Costs, costTable } from '@/model/costs';
import { toCsv } from '@/model/csv';
import { readableColumnNames, templateHeader } from '@/pages/audit/cost/costColumnNames';
import { costExport } from '@/pages/audit/cost/costExport';
import { aboutExport } from '@/pages/audit/export/aboutExport';
import { wordsFor } from '@/pages/audit/export/words';
import { writeTable } from '@/pages/audit/export/writeTable';

afterEach(() => showLanguage('en'));

const costs: Costs = {
  currency: 'EUR',
  terms: new Map([
    ['base', { price: 1_234_500, seats: 1200 }],
    ['wem', { price: 1 }],
  ]),
};

/** The export of costs as somebody takes it away who has the console in the language of now. */
async function exported(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const words = wordsFor(format);
  const table = costTable(costs, ['base', 'wem'], () => ({ count: 7 }));
  const owner = { key: 'someone', organization: { id: 'org-1', name: 'Meridian' } };
  const file = await writeTable(
    format,
    {
      title: 'License costs',
      about: aboutExport(owner, { loadedAt: 0, status: 'ready' }, 'All licenses', words),
      ...costExport(table, (id) => `Name of ${id}`, costs.currency, words),
    },
    'About',
  );
  return new Uint8Array(await file.arrayBuffer());
}

const read = async (table: Parameters<typeof readCostFile>[0]) =>
  readCostFile(table, await readableColumnNames(), () => true);

describe.each(LANGUAGES)('prices that were taken away in $name', ({ language }) => {
  it('are taken back from a CSV file, whatever language is spoken then', async () => {
    await showLanguage(language);
    const file = await exported('csv');
    await showLanguage('en');
    expect(await read(parseCsv(file))).toEqual({ missing: [], terms: costs.terms, problems: [] });
  });

  it('are taken back from a workbook', async () => {
    await showLanguage(language);
    const table = await parseXlsx(await exported('xlsx'));
    expect(await read(table)).toEqual({ missing: [], terms: costs.terms, problems: [] });
  });

  it('are taken from the template', async () => {
    await showLanguage(language);
    const template = toCsv(templateHeader(), costTemplateRows(['base', 'wem'], costs.terms));
    await showLanguage('ja');
    const { terms } = await read(parseCsv(new TextEncoder().encode(template)));
    expect(terms).toEqual(costs.terms);
  });
});

it('has a template of which people can read the header', async () => {
  await showLanguage('de');
  expect(templateHeader()).toEqual(['Lizenz', 'Preis', 'Plätze']);
});
