import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Ascending order; a column without it cannot be sorted. */
  compare?: (a: Row, b: Row) => number;
  isNumeric?: boolean;
}

export interface Sort {
  columnId: string;
  descending: boolean;
}
