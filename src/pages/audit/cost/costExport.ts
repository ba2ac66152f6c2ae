import { type CostTable, unitsOf } from '@/model/costs';
import type { ExportTable } from '../export/table';

const HEADER = [
  'License',
  'Name',
  'Holders',
  'Seats',
  'Over seats',
  'Price a month',
  'Cost a month',
  'Currency',
];

/** One row a license; what is not known is empty. */
export function costExport(
  { licenses }: CostTable,
  titleOf: (licenseId: string) => string,
  currency: string | undefined,
): Pick<ExportTable, 'header' | 'rows'> {
  return {
    header: HEADER,
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
