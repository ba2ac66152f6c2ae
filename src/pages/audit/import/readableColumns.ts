import type { MessageDescriptor } from '@lingui/core';
import { inEveryLanguage } from '@/i18n/inEveryLanguage';
import type { ColumnNames } from '@/model/exportedTable';

/** Files come from people whose console speaks another language, and from before somebody chose another one. */
export async function readableColumns<Column extends string>(
  names: Readonly<Record<Column, readonly MessageDescriptor[]>>,
): Promise<ColumnNames<Column>> {
  const columns = Object.entries<readonly MessageDescriptor[]>(names);
  return Object.fromEntries(
    await Promise.all(columns.map(async ([column, said]) => [column, await inEveryLanguage(said)])),
  );
}
