import {
  CompactSelection,
  DataEditor,
  type GridCell,
  GridCellKind,
  type GridColumn,
  type GridSelection,
} from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Controls, type Data, HELD, type Row, size, startPage } from './page.ts';

/** This grid only draws: filtering and sorting are the application's, here in the plainest way. */
interface Wanted {
  words: string[];
  licenseId: string;
  field: 'name' | 'email' | undefined;
  descending: boolean;
}

const NOTHING_SELECTED: GridSelection = {
  columns: CompactSelection.empty(),
  rows: CompactSelection.empty(),
};

startPage(
  (container, data) =>
    new Promise((resolve) => {
      createRoot(container).render(<Grid data={data} onReady={resolve} />);
    }),
);

function Grid({ data, onReady }: { data: Data; onReady: (controls: Controls) => void }) {
  const [wanted, setWanted] = useState<Wanted>({
    words: [],
    licenseId: '',
    field: undefined,
    descending: false,
  });
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const { words, licenseId, field, descending } = wanted;
  const sorted = useMemo(
    () => (field ? data.rows.toSorted(comparing(field, descending)) : data.rows),
    [data, field, descending],
  );
  const shown = useMemo(
    () => sorted.filter((row) => passes(row, words, licenseId)),
    [sorted, words, licenseId],
  );
  const columns = useMemo(() => columnsFor(data), [data]);
  /** What has been drawn of these rows. */
  const drawn = useMemo(() => ({ rows: shown, names: new Map<number, string>() }), [shown]);
  const getCellContent = useCallback(
    ([column, position]: readonly [number, number]): GridCell => {
      const row = shown[position];
      if (column === 0) drawn.names.set(position, row?.name ?? '');
      return textCell(row, column === 0 ? 'name' : (data.licenseIds[column - 1] ?? ''));
    },
    [data, shown, drawn],
  );

  /** What is on the screen, for the benchmark to ask. */
  const latest = useRef({ selection, shown, drawn });
  useLayoutEffect(() => {
    latest.current = { selection, shown, drawn };
  });
  useEffect(
    () =>
      onReady({
        filterText: (words) => setWanted((before) => ({ ...before, words })),
        filterLicense: (licenseId) => setWanted((before) => ({ ...before, licenseId })),
        sortByEmail: () => setWanted((before) => ({ ...before, field: 'email', descending: true })),
        selectedCount: () => latest.current.selection.rows.length,
        picture: {
          headerHeight: size.header,
          count: () => latest.current.shown.length,
          nameAt: (position) => latest.current.drawn.names.get(position),
          isSelectedAt: (position) => latest.current.selection.rows.hasIndex(position),
        },
      }),
    [onReady],
  );

  return (
    <DataEditor
      width={size.width}
      height={size.height}
      rowHeight={size.row}
      headerHeight={size.header}
      columns={columns}
      rows={shown.length}
      getCellContent={getCellContent}
      freezeColumns={1}
      rowMarkers="checkbox-visible"
      gridSelection={selection}
      onGridSelectionChange={setSelection}
      onHeaderClicked={(column) => {
        if (column !== 0) return;
        setWanted((before) => ({
          ...before,
          field: 'name',
          descending: before.field === 'name' && !before.descending,
        }));
      }}
    />
  );
}

function columnsFor({ licenseIds }: Data): GridColumn[] {
  return [
    { title: 'name', width: size.name },
    ...licenseIds.map((licenseId) => ({ title: licenseId, id: licenseId, width: size.column })),
  ];
}

function textCell(row: Row | undefined, field: string): GridCell {
  const value = row?.[field];
  const text = typeof value === 'string' ? value : value === true ? HELD : '';
  return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false };
}

function passes(row: Row, words: string[], licenseId: string): boolean {
  if (licenseId !== '' && row[licenseId] !== true) return false;
  return words.every((word) => row.text.includes(word));
}

function comparing(field: 'name' | 'email', descending: boolean) {
  const sign = descending ? -1 : 1;
  return (a: Row, b: Row) => (a[field] === b[field] ? 0 : a[field] < b[field] ? -sign : sign);
}
