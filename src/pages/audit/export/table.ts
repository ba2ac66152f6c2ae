import type { CsvValue } from '@/model/csv';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportRow = readonly CsvValue[];

/** What is taken away as a file, in whichever format. */
export interface ExportTable {
  readonly title: string;
  /** What the table is about: the organization, the time, the filter. */
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly header: readonly string[];
  /** Gone through once. */
  readonly rows: Iterable<ExportRow>;
}
