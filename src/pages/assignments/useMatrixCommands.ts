import { type MouseEvent, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { type Cell, HEADER_ROW } from '@/components/grid/navigation';
import type { GridCommands } from '@/components/grid/useGridInput';
import { userPath } from '@/components/person/paths';
import { Bitset } from '@/model/bitset';
import type { Sort, SortColumn } from '@/model/order';
import { RowList } from '@/model/rowList';
import { viewsOf } from '@/model/view';
import { useStagedStore } from '@/organization/OrganizationProvider';
import { CHECKBOX_COLUMN, FIRST_LICENSE_COLUMN, type MatrixData, sortColumnOf } from './matrixData';
import type { CopyRows } from './useCopyRows';
import type { MatrixQueryState } from './useMatrixQuery';

/** What keys and clicks in the matrix do. */
export function useMatrixCommands(
  data: MatrixData,
  query: MatrixQueryState,
  copying: CopyRows,
): GridCommands {
  const { index, view, columns, selection } = data;
  const staged = useStagedStore();
  const mayOffer = useReadOnly() === 'no';
  const navigate = useNavigate();
  /** The row that was selected last by itself: with Shift, everything from there on is. */
  const anchor = useRef<{ index: object; row: number }>(undefined);

  function anchorPosition(): number | undefined {
    if (anchor.current?.index !== index) return undefined;
    const position = view.rows.indexOf(anchor.current.row);
    return position === -1 ? undefined : position;
  }

  function rowsBetween(a: number, b: number): Bitset {
    return Bitset.from(view.rows.subarray(Math.min(a, b), Math.max(a, b) + 1));
  }

  function select(position: number, extend: boolean): void {
    const row = view.rows.at(position);
    if (row === undefined) return;
    const from = extend ? anchorPosition() : undefined;
    if (from !== undefined && anchor.current) {
      selection.toggleAll(rowsBetween(from, position), selection.has(anchor.current.row));
      return;
    }
    anchor.current = { index, row };
    selection.toggle(row, !selection.has(row));
  }

  function toggleAllMatching(): void {
    const areAllSelected = view.matching.countIn(selection.getSnapshot().rows) === view.rows.length;
    selection.toggleAll(view.matching, !areAllSelected);
  }

  function open(position: number): void {
    const row = view.rows.at(position);
    if (row !== undefined) void navigate(userPath(index.userId(row)));
  }

  /** Marks a cell to be changed, where it is known what it would change from. */
  function stage({ row: position, column }: Cell): void {
    const row = view.rows.at(position);
    const license = columns[column - FIRST_LICENSE_COLUMN];
    if (row === undefined || !license || !mayOffer) return;
    const held = index.holds(row, license.licenseId);
    if (held === undefined) return;
    staged.toggle({ userId: index.userId(row), licenseId: license.licenseId }, held);
  }

  return {
    onSelect: select,
    onExtend(from, to) {
      const start = anchorPosition() ?? from;
      const row = view.rows.at(start);
      if (row === undefined) return;
      anchor.current = { index, row };
      // Going back towards where it began takes out what was left behind.
      selection.toggleAll(rowsBetween(start, from), false);
      selection.toggleAll(rowsBetween(start, to), true);
    },
    onSelectAll: () => selection.toggleAll(view.matching, true),
    onCopy: (position) => copying.copy(RowList.of(view.rows.subarray(position, position + 1))),
    findByName: (text, start) => viewsOf(index).positionOfName(view.rows, text, start),
    onOpen: open,
    onChange: stage,
    onClick(cell, event, extend) {
      if (cell.column === CHECKBOX_COLUMN) {
        if (cell.row === HEADER_ROW) toggleAllMatching();
        else select(cell.row, extend);
        return;
      }
      if (cell.row === HEADER_ROW) {
        const column = sortColumnOf(cell.column, columns);
        if (column) query.actions.setSort(nextSort(query.sort, column));
        return;
      }
      if (isPlainLinkClick(event)) {
        event.preventDefault();
        open(cell.row);
        return;
      }
      stage(cell);
    },
  };
}

/** The first click on a column sorts by it, the second turns the order round. The most licenses are looked for first. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: column === 'licenses' };
}

/** Not one that asks for a new tab or window. */
function isPlainLinkClick(event: MouseEvent): boolean {
  const isLink = event.target instanceof Element && event.target.closest('a') !== null;
  return isLink && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
