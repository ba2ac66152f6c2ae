// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadBlob, downloadText } from '@/files/download';
import { parseCsv } from '@/files/parseCsv';
import { parseXlsx } from '@/files/parseXlsx';
import { downloadCsvTemplate, downloadXlsxTemplate } from '@/files/template';
import { findColumns } from '@/model/changeFileColumns';

vi.mock('@/files/download', () => ({
  downloadBlob: vi.fn<typeof downloadBlob>(),
  downloadText: vi.fn<typeof downloadText>(),
}));

beforeEach(() => vi.clearAllMocks());

const EXAMPLES = [
  ['first.person@example.com', 'cloudCX1', 'add'],
  ['second.person@example.com', 'wem', 'remove'],
];

describe('the template', () => {
  it('as CSV is read back by this console as it is', async () => {
    await downloadCsvTemplate(['cloudCX1', 'wem', 'another']);
    const [name, mime, text = ''] = vi.mocked(downloadText).mock.lastCall ?? [];
    const table = parseCsv(new TextEncoder().encode(text));

    expect([name, mime]).toEqual(['license-changes.csv', 'text/csv']);
    expect(findColumns(table.header).problems).toEqual([]);
    expect(table.rows.map(({ cells }) => cells)).toEqual(EXAMPLES);
  });

  it('as XLSX is read back by this console as it is', async () => {
    await downloadXlsxTemplate(['cloudCX1', 'wem']);
    const [name, blob] = vi.mocked(downloadBlob).mock.lastCall ?? [];
    if (!blob) throw new Error('Nothing was downloaded');
    const table = await parseXlsx(new Uint8Array(await blob.arrayBuffer()));

    expect(name).toBe('license-changes.xlsx');
    expect(findColumns(table.header).problems).toEqual([]);
    expect(table.rows.map(({ cells }) => cells)).toEqual(EXAMPLES);
    expect(table.source).toMatchObject({ sheet: 'Changes', otherSheets: [] });
  });

  it('can be had before any license is known', async () => {
    await downloadCsvTemplate([]);
    expect(vi.mocked(downloadText).mock.lastCall?.[2]).toContain('"LICENSE_ID","add"');
  });
});
