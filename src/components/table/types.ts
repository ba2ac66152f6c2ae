import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Ascending order; a column without it cannot be sorted. */
  compare?: (a: Row, b: Row) => number;
  isNumeric?: boolean;
  /** How much of a wide table the column takes, such as "50%". */
  width?: string;
  /** Keeps words whole where the table is tight. */
  minWidth?: string;
}

export interface Sort {
  columnId: string;
  descending: boolean;
}
