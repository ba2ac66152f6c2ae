import type { CsvValue } from '@/model/csv';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is taken away as a file, in whichever format. */
export interface ExportTable {
  readonly title: string;
  /** What the table is about: the organization, the time, the filter. */
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}
