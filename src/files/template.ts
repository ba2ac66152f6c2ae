import { templateRows } from '@/model/changeFileTable';
import { downloadBlob, downloadText } from './download';

const NAME = 'license-changes';

/** A CSV file to fill in, with real licenses as examples. */
export async function downloadCsvTemplate(licenseIds: readonly string[]): Promise<void> {
  const { toCsv } = await import('@/model/csv');
  const [header = [], ...rows] = templateRows(licenseIds);
  downloadText(`${NAME}.csv`, 'text/csv', toCsv(header, rows));
}

/** The same as a workbook. */
export async function downloadXlsxTemplate(licenseIds: readonly string[]): Promise<void> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const [header = [], ...rows] = templateRows(licenseIds);
  const headerCells = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const workbook = writeXlsx([headerCells, ...rows], {
    sheet: 'Changes',
    columns: [{ width: 36 }, { width: 32 }, { width: 12 }],
    stickyRowsCount: 1,
  });
  downloadBlob(`${NAME}.xlsx`, await workbook.toBlob());
}
