import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { COST_COLUMNS, type CostColumn } from '@/model/costFile';
import { readableColumns } from '../import/readableColumns';

type Names = readonly [ofTemplate: MessageDescriptor, ...others: MessageDescriptor[]];

/** The template and the export call the same column by different names. */
const NAMES: Readonly<Record<CostColumn, Names>> = {
  license: [msg`License`],
  price: [msg`Price`, msg`Price a month`],
  seats: [msg`Seats`],
};

export const readableColumnNames = () => readableColumns(NAMES);

export const costColumnName = (column: CostColumn): string => t(NAMES[column][0]);

export const templateHeader = (): string[] => COST_COLUMNS.map(costColumnName);
