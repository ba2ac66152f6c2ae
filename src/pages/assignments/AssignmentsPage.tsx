import Box from '@mui/material/Box';
import Snackbar from '@mui/material/Snackbar';
import { useId, useMemo, useState } from 'react';
import { useHref, useSearchParams } from 'react-router';
import { useDefinitions } from '@/api/licenses';
import { peopleComplete } from '@/components/license/holderCount';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { viewsOf } from '@/model/view';
import { useOrganization, useSelection, useStaged } from '@/organization/OrganizationProvider';
import { BulkChange } from './BulkChange';
import { BulkChangeButton } from './BulkChangeButton';
import { ColumnsMenu } from './ColumnsMenu';
import { Combinations } from './Combinations';
import { chosenColumns } from './columnChoice';
import { FilterBar } from './FilterBar';
import { licenseColumns } from './licenseColumns';
import { MatrixGrid } from './MatrixGrid';
import type { MatrixData } from './matrixData';
import { matrixViewOf } from './matrixView';
import { NoUsers } from './NoUsers';
import { PrintedTable } from './PrintedTable';
import { SelectionActions } from './SelectionActions';
import { StagedBar } from './StagedBar';
import { stagedCells } from './stagedCells';
import { TakeAwayMenu } from './TakeAwayMenu';
import { UserCount } from './UserCount';
import { useCopyRows } from './useCopyRows';
import { useMatrixQuery } from './useMatrixQuery';
import { ViewSwitch } from './ViewSwitch';
import { ViewsMenu } from './ViewsMenu';

/** What is known of the organization, and what can be done with what is shown. */
const TOOLS = {
  my: -1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 1,
} as const;

const OUTCOME_SHOWN_FOR_MS = 6_000;

/** Who holds what: all users by all licenses, to be filtered until the odd ones stand out. */
export function AssignmentsPage() {
  const organization = useOrganization();
  const { index } = organization;
  const { data: definitions } = useDefinitions();
  const selection = useSelection();
  const stagedChanges = useStaged();
  const staged = useMemo(
    () => stagedCells(stagedChanges, organization.index),
    [stagedChanges, organization],
  );
  const query = useMatrixQuery();
  const [isBulkOpen, setBulkOpen] = useState(false);
  const bulkId = useId();
  const [params] = useSearchParams();
  const isMatrix = matrixViewOf(params) === 'matrix';
  const usersHref = `${useHref('/users')}/`;

  const view = viewsOf(index).view(query.filter, query.sort);
  const licenses = useMemo(
    () => licenseColumns(organization, definitions),
    [organization, definitions],
  );
  const columns = useMemo(
    () => chosenColumns(licenses, query.columns, view.matching),
    [licenses, query.columns, view],
  );
  const isPeopleComplete = peopleComplete(organization);
  const data = useMemo(
    (): MatrixData => ({
      index,
      view,
      licenses,
      columns,
      sort: query.sort,
      selected: selection.rows,
      selection,
      staged,
      peopleComplete: isPeopleComplete,
      usersHref,
    }),
    [index, view, licenses, columns, query.sort, selection, staged, isPeopleComplete, usersHref],
  );
  const copying = useCopyRows(data);

  return (
    <Page title="Assignments" fill actions={<SelectionActions count={selection.count} />}>
      <FilterBar query={query} licenses={licenses} index={index} />
      <Box sx={TOOLS}>
        <Box sx={{ flex: '1 1 14rem' }}>
          <OrganizationStatus />
        </Box>
        <ViewSwitch />
        {isMatrix && (
          <>
            <ColumnsMenu
              licenses={licenses}
              shown={columns.length}
              matching={view.matching}
              query={query}
            />
            <TakeAwayMenu data={data} copying={copying} />
          </>
        )}
        <ViewsMenu query={query} />
        <BulkChangeButton
          count={selection.count}
          panelId={bulkId}
          isOpen={isBulkOpen}
          onToggle={setBulkOpen}
        />
      </Box>
      {isBulkOpen && selection.count > 0 && <BulkChange id={bulkId} data={data} />}
      <StagedBar changes={stagedChanges} />
      {isMatrix ? (
        <>
          <Box sx={{ display: 'flex', flex: '1 0 20rem', minHeight: 0 }}>
            <MatrixGrid
              data={data}
              query={query}
              copying={copying}
              corner={<UserCount shown={view.rows.length} index={index} filter={query.filter} />}
              placeholder={
                <NoUsers
                  all={index.size}
                  status={organization.status}
                  onClear={query.actions.clear}
                />
              }
            />
          </Box>
          <PrintedTable data={data} />
          <Snackbar
            open={copying.outcome !== ''}
            message={copying.outcome}
            autoHideDuration={OUTCOME_SHOWN_FOR_MS}
            onClose={copying.forget}
          />
        </>
      ) : (
        <Combinations data={data} query={query} />
      )}
    </Page>
  );
}
