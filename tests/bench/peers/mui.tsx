import {
  DataGrid,
  type GridApi,
  type GridColDef,
  type GridFilterItem,
  useGridApiRef,
} from '@mui/x-data-grid';
import { useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { type Controls, type Data, HELD, type Row, size, startPage } from './page.ts';

/** The community edition always pages, at most 100 rows at a time. */
const PAGE = 100;
/** Its footer takes no room from the rows. */
const FOOTER = 53;

startPage(
  (container, data) =>
    new Promise((resolve) => {
      container.style.height = `${size.height + FOOTER}px`;
      createRoot(container).render(<Grid data={data} onReady={resolve} />);
    }),
);

function Grid({ data, onReady }: { data: Data; onReady: (controls: Controls) => void }) {
  const api = useGridApiRef();
  const columns = useMemo(() => columnsFor(data), [data]);
  useEffect(() => {
    if (api.current) onReady(controlsOf(api.current));
  }, [api, onReady]);
  return (
    <DataGrid<Row>
      apiRef={api}
      rows={data.rows}
      columns={columns}
      rowHeight={size.row}
      columnHeaderHeight={size.header}
      checkboxSelection
      disableRowSelectionOnClick
      pageSizeOptions={[PAGE]}
      initialState={{
        pagination: { paginationModel: { pageSize: PAGE } },
        columns: { columnVisibilityModel: { email: false } },
      }}
    />
  );
}

function columnsFor({ licenseIds }: Data): GridColDef<Row>[] {
  return [
    {
      field: 'name',
      width: size.name,
      getApplyQuickFilterFn: (word) => (_value, row) => row.text.includes(word),
    },
    { field: 'email', getApplyQuickFilterFn: () => null },
    ...licenseIds.map(
      (licenseId): GridColDef<Row, boolean, string> => ({
        field: licenseId,
        width: size.column,
        minWidth: size.column,
        valueFormatter: (isHeld) => (isHeld ? HELD : ''),
        filterOperators: [{ value: 'held', getApplyFilterFn: () => (isHeld) => isHeld }],
        getApplyQuickFilterFn: () => null,
      }),
    ),
  ];
}

function controlsOf(api: GridApi): Controls {
  let items: GridFilterItem[] = [];
  let words: string[] = [];
  const filter = () => api.setFilterModel({ items, quickFilterValues: words });
  return {
    filterText(wanted) {
      words = wanted;
      filter();
    },
    filterLicense(licenseId) {
      items = licenseId ? [{ field: licenseId, operator: 'held', value: 'yes' }] : [];
      filter();
    },
    sortByEmail: () => api.setSortModel([{ field: 'email', sort: 'desc' }]),
    selectedCount: () => api.getSelectedRows().size,
  };
}
