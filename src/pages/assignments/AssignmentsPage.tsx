import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Snackbar from '@mui/material/Snackbar';
import { memo, useId, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { useStaged } from '@/organization/OrganizationProvider';
import { BulkChange } from './BulkChange';
import { BulkChangeButton } from './BulkChangeButton';
import { ColumnsMenu } from './ColumnsMenu';
import { Combinations } from './Combinations';
import { FilterBar } from './FilterBar';
import { MatrixContext } from './MatrixContext';
import { MatrixGrid } from './MatrixGrid';
import { matrixViewOf } from './matrixView';
import { PrintedTable } from './PrintedTable';
import { SelectionActions } from './SelectionActions';
import { StagedBar } from './StagedBar';
import { TakeAwayMenu } from './TakeAwayMenu';
import { type CopyRows, useCopyRows } from './useCopyRows';
import { useMatrixData } from './useMatrixData';
import { useMatrixQuery } from './useMatrixQuery';
import { ViewSwitch } from './ViewSwitch';
import { ViewsMenu } from './ViewsMenu';

/** Who holds what: all users by all licenses, to be filtered until the odd ones stand out. */
export function AssignmentsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Assignments`} fill actions={<SelectionActions />}>
      <Assignments />
    </Page>
  );
}

/** What a key, a click or a page that comes in changes; all parts are memoized and drawn only with what is theirs. */
function Assignments() {
  const mayOffer = useReadOnly() === 'no';
  const query = useMatrixQuery();
  const data = useMatrixData(query);
  const copying = useCopyRows(data);
  const [params] = useSearchParams();
  const isMatrix = matrixViewOf(params) === 'matrix';
  const [isBulkOpen, setBulkOpen] = useState(false);
  const bulkId = useId();
  const { index, licenses, columns, selection } = data;
  const matrix = useMemo(() => ({ data, query, copying }), [data, query, copying]);

  return (
    <MatrixContext value={matrix}>
      <FilterBar query={query} index={index} licenses={licenses} />
      <Tools
        isMatrix={isMatrix}
        shownColumns={columns.length}
        allColumns={licenses.length}
        selectedCount={selection.count}
        bulkId={bulkId}
        isBulkOpen={isBulkOpen}
        onBulk={setBulkOpen}
      />
      {mayOffer && isBulkOpen && selection.count > 0 && <BulkChange id={bulkId} data={data} />}
      <StagedBar changes={useStaged()} />
      {isMatrix ? (
        <>
          <MatrixGrid data={data} query={query} copying={copying} />
          <PrintedTable data={data} />
          <CopyOutcome outcome={copying.outcome} onForget={copying.forget} />
        </>
      ) : (
        <Combinations data={data} query={query} />
      )}
    </MatrixContext>
  );
}

interface ToolsProps {
  isMatrix: boolean;
  shownColumns: number;
  allColumns: number;
  selectedCount: number;
  bulkId: string;
  isBulkOpen: boolean;
  onBulk: (isOpen: boolean) => void;
}

/** What is known of the organization, and what can be done with what is shown. */
const Tools = memo(function Tools(props: ToolsProps) {
  const { isMatrix, shownColumns, allColumns, selectedCount, bulkId, isBulkOpen, onBulk } = props;
  const mayOffer = useReadOnly() === 'no';
  return (
    <Box sx={{ my: -1, display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1 }}>
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <OrganizationStatus />
      </Box>
      <ViewSwitch />
      {isMatrix && (
        <>
          <ColumnsMenu shown={shownColumns} all={allColumns} />
          <TakeAwayMenu />
        </>
      )}
      <ViewsMenu />
      {mayOffer && (
        <BulkChangeButton
          count={selectedCount}
          panelId={bulkId}
          isOpen={isBulkOpen}
          onToggle={onBulk}
        />
      )}
    </Box>
  );
});

const OUTCOME_SHOWN_FOR_MS = 6_000;

interface CopyOutcomeProps {
  outcome: CopyRows['outcome'];
  onForget: () => void;
}

const CopyOutcome = memo(function CopyOutcome({ outcome, onForget }: CopyOutcomeProps) {
  return (
    <Snackbar
      open={outcome !== ''}
      message={outcome}
      autoHideDuration={OUTCOME_SHOWN_FOR_MS}
      onClose={onForget}
    />
  );
});
