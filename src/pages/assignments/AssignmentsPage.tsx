import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useMemo } from 'react';
import { useHref } from 'react-router';
import { useDefinitions } from '@/api/licenses';
import { peopleComplete } from '@/components/license/holderCount';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { viewsOf } from '@/model/view';
import { useOrganization, useSelection } from '@/organization/OrganizationProvider';
import { FilterBar } from './FilterBar';
import { licenseColumns } from './licenseColumns';
import { MatrixGrid } from './MatrixGrid';
import { MatrixPlaceholder } from './MatrixPlaceholder';
import type { MatrixData } from './matrixData';
import { SelectionActions } from './SelectionActions';
import { SortField } from './SortField';
import { UserCount } from './UserCount';
import { useMatrixQuery } from './useMatrixQuery';

/** Who holds what: all users by all licenses, to be filtered until the odd ones stand out. */
export function AssignmentsPage() {
  const organization = useOrganization();
  const { index } = organization;
  const { data: definitions } = useDefinitions();
  const selection = useSelection();
  const query = useMatrixQuery();
  const usersHref = `${useHref('/users')}/`;

  const view = viewsOf(index).view(query.filter, query.sort);
  const licenses = useMemo(
    () => licenseColumns(organization, definitions),
    [organization, definitions],
  );
  const isPeopleComplete = peopleComplete(organization);
  const data = useMemo(
    (): MatrixData => ({
      index,
      view,
      licenses,
      sort: query.sort,
      selected: selection.rows,
      selection,
      peopleComplete: isPeopleComplete,
      usersHref,
    }),
    [index, view, licenses, query.sort, selection, isPeopleComplete, usersHref],
  );

  return (
    <Page title="Assignments" fill actions={<SelectionActions count={selection.count} />}>
      <FilterBar query={query} licenses={licenses} index={index} />
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}
      >
        <UserCount shown={view.rows.length} all={index.size} />
        <SortField sort={query.sort} onSort={query.actions.setSort} />
        <Box sx={{ flex: '1 1 20rem' }}>
          <OrganizationStatus />
        </Box>
      </Stack>
      <Box sx={{ position: 'relative', flex: 1, minHeight: 320, display: 'flex' }}>
        <MatrixGrid data={data} query={query} />
        <MatrixPlaceholder
          shown={view.rows.length}
          all={index.size}
          status={organization.status}
          onClear={query.actions.clear}
        />
      </Box>
    </Page>
  );
}
