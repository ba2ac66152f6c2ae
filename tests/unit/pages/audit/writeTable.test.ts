// @vitest-environment node

import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import type { ExportTable } from '@/pages/audit/export/table';
import { writeTable } from '@/pages/audit/export/writeTable';

const TABLE: ExportTable = {
  title: 'License findings',
  about: [
    ['Organization', 'Meridian (org-1)'],
    ['Read at', '2026-11-25T00:00:00.000Z'],
    ['Filter', 'All'],
  ],
  header: ['User', 'Count'],
  rows: [
    ['=HYPERLINK("http://x")', 3],
    ['Zoe\u0000, "Z"', undefined],
  ],
};

describe('an export', () => {
  it('as CSV says what it is about, then the table, with formulas as text', async () => {
    const text = await (await writeTable('csv', TABLE, 'About')).text();
    expect(text.split('\r\n')).toEqual([
      '"About","License findings"',
      '"Organization","Meridian (org-1)"',
      '"Read at","2026-11-25T00:00:00.000Z"',
      '"Filter","All"',
      '',
      '"User","Count"',
      `"'=HYPERLINK(""http://x"")",3`,
      '"Zoe\u0000, ""Z""",',
      '',
    ]);
  });

  it('as XLSX has the table under a header that stays, typed text, and a sheet about it', async () => {
    const file = await writeTable('xlsx', TABLE, 'About');
    const sheets = await readXlsx(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['License findings', 'About']);
    expect(sheets[0]?.data).toEqual([
      ['User', 'Count'],
      ['=HYPERLINK("http://x")', 3],
      ['Zoe, "Z"', null],
    ]);
    expect(sheets[1]?.data[1]).toEqual(['Organization', 'Meridian (org-1)']);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
  });

  it('as JSON has a record a row', async () => {
    const json: unknown = JSON.parse(await (await writeTable('json', TABLE, 'About')).text());
    expect(json).toMatchObject({
      title: 'License findings',
      about: { Organization: 'Meridian (org-1)', Filter: 'All' },
      rows: [{ User: '=HYPERLINK("http://x")', Count: 3 }, { Count: null }],
    });
  });
});
