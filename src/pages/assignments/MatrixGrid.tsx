import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useMemo } from 'react';
import { GridMemory } from '@/components/grid/useGridMemory';
import { VirtualGrid } from '@/components/grid/VirtualGrid';
import { ROW_HEIGHTS, useDensity } from './density';
import { MatrixHeader } from './MatrixHeader';
import { MatrixLooks } from './MatrixLooks';
import { COLUMN_WIDTH, type MatrixData, PINNED_WIDTHS } from './matrixData';
import { MatrixRow } from './matrixRow';
import type { CopyRows } from './useCopyRows';
import { useMatrixCommands } from './useMatrixCommands';
import type { MatrixQueryState } from './useMatrixQuery';

interface MatrixGridProps {
  data: MatrixData;
  query: MatrixQueryState;
  copying: CopyRows;
  /** Stands over the names, where the license headers leave room. */
  corner: ReactNode;
  /** Stands where the rows would be when there are none. */
  placeholder: ReactNode;
}

const SMALL_SCREEN = '(max-width: 600px), (max-height: 700px)';

const memory = new GridMemory();
const createRow = () => new MatrixRow();

/** Users by licenses. */
export function MatrixGrid({ data, query, copying, corner, placeholder }: MatrixGridProps) {
  const { filter, sort } = query;
  const rowHeight = ROW_HEIGHTS[useDensity()];
  const commands = useMatrixCommands(data, query, copying);
  const listKey = useMemo(() => JSON.stringify([filter, sort]), [filter, sort]);
  const headerHeight = useMediaQuery(SMALL_SCREEN, { noSsr: true }) ? 144 : 184;
  return (
    <div className="matrix">
      <MatrixLooks />
      <div className="matrix-corner">{corner}</div>
      <VirtualGrid
        label="License assignments"
        list={{ rows: data.view.rows, source: data.index, listKey }}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columnCount={data.columns.length + 1}
        columnWidth={COLUMN_WIDTH}
        pinnedWidths={PINNED_WIDTHS}
        data={data}
        Header={MatrixHeader}
        createRow={createRow}
        commands={commands}
        memory={memory}
      />
      {data.view.rows.length === 0 && (
        <div className="matrix-placeholder" style={{ top: headerHeight }}>
          {placeholder}
        </div>
      )}
    </div>
  );
}
