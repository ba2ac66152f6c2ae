import { useLingui } from '@lingui/react/macro';
import useMediaQuery from '@mui/material/useMediaQuery';
import { memo, useMemo } from 'react';
import { GridMemory } from '@/components/grid/useGridMemory';
import { VirtualGrid } from '@/components/grid/VirtualGrid';
import { ROW_HEIGHTS, useDensity } from './density';
import { MatrixHeader } from './MatrixHeader';
import { MatrixLooks } from './MatrixLooks';
import { COLUMN_WIDTH, type MatrixData, PINNED_WIDTHS } from './matrixData';
import { MatrixRow } from './matrixRow';
import { NoUsers } from './NoUsers';
import { UserCount } from './UserCount';
import type { CopyRows } from './useCopyRows';
import { useMatrixCommands } from './useMatrixCommands';
import type { MatrixQueryState } from './useMatrixQuery';

interface MatrixGridProps {
  data: MatrixData;
  query: MatrixQueryState;
  copying: CopyRows;
}

const SMALL_SCREEN = '(max-width: 600px), (max-height: 700px)';

const memory = new GridMemory();
const createRow = () => new MatrixRow();

/** Users by licenses. */
export const MatrixGrid = memo(function MatrixGrid({ data, query, copying }: MatrixGridProps) {
  const { t } = useLingui();
  const { index, view, columns, isLookingForFindings } = data;
  const { filter, sort } = query;
  const rowHeight = ROW_HEIGHTS[useDensity()];
  const commands = useMatrixCommands(data, query, copying);
  const listKey = useMemo(() => JSON.stringify([filter, sort]), [filter, sort]);
  const headerHeight = useMediaQuery(SMALL_SCREEN, { noSsr: true }) ? 144 : 184;
  return (
    <div className="matrix">
      <MatrixLooks />
      {/* Over the names, where the license headers leave room. */}
      <div className="matrix-corner">
        <UserCount
          shown={view.rows.length}
          index={index}
          filter={filter}
          isLooking={isLookingForFindings}
        />
      </div>
      <VirtualGrid
        label={t`License assignments`}
        list={{ rows: view.rows, source: index, listKey }}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columnCount={columns.length + 1}
        columnWidth={COLUMN_WIDTH}
        pinnedWidths={PINNED_WIDTHS}
        data={data}
        Header={MatrixHeader}
        createRow={createRow}
        subscribeToMarks={data.selection.subscribe}
        commands={commands}
        memory={memory}
      />
      {view.rows.length === 0 && !isLookingForFindings && (
        <div className="matrix-placeholder" style={{ top: headerHeight }}>
          <NoUsers all={index.size} onClear={query.actions.clear} />
        </div>
      )}
    </div>
  );
});
