import { createGrid, type GridOptions } from 'ag-grid-community';
import { type Data, HELD, type Row, size, startPage } from './page.ts';

/** AG Grid by itself: no framework, and no component in the cells. */
export function startAgPage(more: GridOptions<Row>): void {
  startPage((container, data) => {
    let wanted = '';
    const api = createGrid(container, {
      ...optionsFor(data),
      isExternalFilterPresent: () => wanted !== '',
      doesExternalFilterPass: ({ data }) => data?.[wanted] === true,
      ...more,
    });
    return {
      filterText: (words) => api.setGridOption('quickFilterText', words.join(' ')),
      filterLicense(licenseId) {
        wanted = licenseId;
        api.onFilterChanged();
      },
      sortByEmail: () =>
        api.applyColumnState({
          state: [{ colId: 'email', sort: 'desc' }],
          defaultState: { sort: null },
        }),
      selectedCount: () => api.getSelectedNodes().length,
    };
  });
}

function optionsFor({ licenseIds, rows }: Data): GridOptions<Row> {
  return {
    rowData: rows,
    rowHeight: size.row,
    headerHeight: size.header,
    rowSelection: {
      mode: 'multiRow',
      checkboxes: true,
      headerCheckbox: true,
      selectAll: 'filtered',
      enableClickSelection: false,
    },
    selectionColumnDef: { pinned: 'left', width: 40 },
    columnDefs: [
      {
        field: 'name',
        pinned: 'left',
        width: size.name,
        getQuickFilterText: ({ data }) => data?.text ?? '',
      },
      { field: 'email', hide: true, getQuickFilterText: () => '' },
      ...licenseIds.map((licenseId) => ({
        field: licenseId,
        headerName: licenseId,
        width: size.column,
        cellDataType: false,
        valueFormatter: ({ value }: { value?: unknown }) => (value === true ? HELD : ''),
        getQuickFilterText: () => '',
      })),
    ],
  };
}
