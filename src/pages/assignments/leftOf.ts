import type { CSSProperties } from 'react';
import { COLUMN_WIDTH } from './matrixData';

const styles: CSSProperties[] = [];

/** Where a column stands. One object a column, so that React sees at a glance that nothing moved. */
export function leftOf(column: number): CSSProperties {
  styles[column] ??= { insetInlineStart: column * COLUMN_WIDTH };
  return styles[column];
}
