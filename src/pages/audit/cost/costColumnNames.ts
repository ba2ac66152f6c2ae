import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { inEveryLanguage } from '@/i18n/inEveryLanguage';
import { COST_COLUMNS, type CostColumn } from '@/model/costFile';
import type { ColumnNames } from '@/model/exportedTable';

type Names = readonly [ofTemplate: MessageDescriptor, ...others: MessageDescriptor[]];

/** The template and the export call the same column by different names. */
const NAMES: Readonly<Record<CostColumn, Names>> = {
  license: [msg`License`],
  price: [msg`Price`, msg`Price a month`],
  seats: [msg`Seats`],
};

/** Files come from people whose console speaks another language, and from before somebody chose another one. */
export async function readableColumnNames(): Promise<ColumnNames<CostColumn>> {
  const [license, price, seats] = await Promise.all([
    inEveryLanguage(NAMES.license),
    inEveryLanguage(NAMES.price),
    inEveryLanguage(NAMES.seats),
  ]);
  return { license, price, seats };
}

export const costColumnName = (column: CostColumn): string => t(NAMES[column][0]);

export const templateHeader = (): string[] => COST_COLUMNS.map(costColumnName);
