import { msg } from '@lingui/core/macro';
import { type CostTable, unitsOf } from '@/model/costs';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';

const HEADER = [
  msg`License`,
  msg`Name`,
  msg`Holders`,
  msg`Seats`,
  msg`Over seats`,
  msg`Price a month`,
  msg`Cost a month`,
  msg`Currency`,
];

/** One row a license; what is not known is empty. */
export function costExport(
  { licenses }: CostTable,
  titleOf: (licenseId: string) => string,
  currency: string | undefined,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  return {
    header: HEADER.map(words),
    rows: licenses.map(({ licenseId, holders, seats, overSeats, price, monthly }) => [
      licenseId,
      titleOf(licenseId),
      holders,
      seats,
      overSeats,
      price === undefined ? undefined : unitsOf(price),
      monthly === undefined ? undefined : unitsOf(monthly),
      currency,
    ]),
  };
}
