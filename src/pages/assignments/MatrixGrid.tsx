import { useMemo } from 'react';
import { VirtualGrid } from '@/components/grid/VirtualGrid';
import { MatrixHeader } from './MatrixHeader';
import { MatrixLooks } from './MatrixLooks';
import { MatrixRow } from './MatrixRow';
import {
  COLUMN_WIDTH,
  HEADER_HEIGHT,
  type MatrixData,
  PINNED_WIDTHS,
  ROW_HEIGHT,
} from './matrixData';
import { useMatrixCommands } from './useMatrixCommands';
import type { MatrixQueryState } from './useMatrixQuery';

interface MatrixGridProps {
  data: MatrixData;
  query: MatrixQueryState;
}

/** Users by licenses. */
export function MatrixGrid({ data, query }: MatrixGridProps) {
  const commands = useMatrixCommands(data, query);
  const { filter, sort } = query;
  const listKey = useMemo(() => JSON.stringify([filter, sort]), [filter, sort]);
  const list = { rows: data.view.rows, source: data.index, listKey };
  return (
    <MatrixLooks>
      <VirtualGrid
        label="License assignments"
        list={list}
        rowHeight={ROW_HEIGHT}
        headerHeight={HEADER_HEIGHT}
        columnCount={data.licenses.length + 1}
        columnWidth={COLUMN_WIDTH}
        pinnedWidths={PINNED_WIDTHS}
        data={data}
        Header={MatrixHeader}
        Row={MatrixRow}
        commands={commands}
      />
    </MatrixLooks>
  );
}
