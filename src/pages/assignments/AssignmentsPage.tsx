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
import { parseMatrixQuery } from './matrixUrl';
import { matrixViewOf } from './matrixView';
import { PrintedTable } from './PrintedTable';
import { SelectionActions } from './SelectionActions';
import { StagedBar } from './StagedBar';
import { TakeAwayMenu } from './TakeAwayMenu';
import { type CopyRows, useCopyRows } from './useCopyRows';
import { type MatrixSources, useMatrixData, useMatrixSources } from './useMatrixData';
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

/** What the matrix is made of, by itself: asking for it takes longer than a key or a click may. */
function Assignments() {
  const [params] = useSearchParams();
  const sources = useMatrixSources(parseMatrixQuery(params).filter.finding.length > 0);
  return <Matrix sources={sources} isMatrix={matrixViewOf(params) === 'matrix'} />;
}

interface MatrixProps {
  sources: MatrixSources;
  /** The users one by one, not by what they hold. */
  isMatrix: boolean;
}

/** What a key, a click or a page that comes in changes; all parts are memoized and drawn only with what is theirs. */
const Matrix = memo(function Matrix({ sources, isMatrix }: MatrixProps) {
  const mayOffer = useReadOnly() === 'no';
  const query = useMatrixQuery();
  const data = useMatrixData(query, sources);
  const copying = useCopyRows(data);
  const [isBulkOpen, setBulkOpen] = useState(false);
  const bulkId = useId();
  const { index, licenses, columns } = data;
  const matrix = useMemo(() => ({ data, query, copying }), [data, query, copying]);

  return (
    <MatrixContext value={matrix}>
      <FilterBar query={query} index={index} licenses={licenses} />
      <Tools
        isMatrix={isMatrix}
        shownColumns={columns.length}
        allColumns={licenses.length}
        bulkId={bulkId}
        isBulkOpen={isBulkOpen}
        onBulk={setBulkOpen}
      />
      {mayOffer && isBulkOpen && <BulkChange id={bulkId} data={data} />}
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
});

interface ToolsProps {
  isMatrix: boolean;
  shownColumns: number;
  allColumns: number;
  bulkId: string;
  isBulkOpen: boolean;
  onBulk: (isOpen: boolean) => void;
}

/** What is known of the organization, and what can be done with what is shown. */
const Tools = memo(function Tools(props: ToolsProps) {
  const { isMatrix, shownColumns, allColumns, bulkId, isBulkOpen, onBulk } = props;
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
      {mayOffer && <BulkChangeButton panelId={bulkId} isOpen={isBulkOpen} onToggle={onBulk} />}
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
