import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridRow, GridRowProps } from './gridRow';
import type { Slot } from './slots';

interface Options<Data> extends Pick<GridRowProps<Data>, 'columns' | 'data'> {
  slots: readonly Slot[];
  createRow: () => GridRow<Data>;
  idOf: (slot: Slot) => string;
  rowHeight: number;
  subscribeToMarks: (redraw: () => void) => () => void;
  /** The cell with the tab stop. */
  active: { readonly row: number; readonly column: number };
}

/** Keeps a row in the document for each slot, and tells it what to show now. */
export function useGridRows<Data>(
  body: RefObject<HTMLElement | null>,
  { slots, createRow, idOf, rowHeight, columns, data, subscribeToMarks, active }: Options<Data>,
): void {
  const rows = useRef(new Map<number, GridRow<Data>>());

  useLayoutEffect(
    () =>
      subscribeToMarks(() => {
        for (const row of rows.current.values()) row.showMarks();
      }),
    [subscribeToMarks],
  );

  useLayoutEffect(() => {
    const unused = new Map(rows.current);
    for (const slot of slots) {
      const row = unused.get(slot.key) ?? createRow();
      if (!unused.delete(slot.key)) {
        row.element.id = idOf(slot);
        body.current?.append(row.element);
        rows.current.set(slot.key, row);
      }
      row.show({
        position: slot.item,
        top: slot.item * rowHeight,
        columns,
        focusColumn: active.row === slot.item ? active.column : undefined,
        data,
      });
    }
    for (const [key, row] of unused) {
      row.element.remove();
      rows.current.delete(key);
    }
  });
}
