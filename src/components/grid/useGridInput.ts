import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { cellOf, focusCell, isCheckbox, isWidget } from './cells';
import { type Cell, cellAfterKey, type GridShape, HEADER_ROW } from './navigation';
import { isRightToLeft } from './scrollBox';
import { isTyped, TypeAhead } from './typeAhead';

/** What a grid asks of whoever knows what its rows are. */
export interface GridCommands {
  /** Space, in a row. `extend` when Shift was held. */
  onSelect: (position: number, extend: boolean) => void;
  /** Shift with a key that moves: the rows between are meant. */
  onExtend: (from: number, to: number) => void;
  /** Ctrl+A */
  onSelectAll: () => void;
  /** Ctrl+C, in a row, where no text is selected. */
  onCopy: (position: number) => void;
  /** The first row from `start` on, going round, whose name begins with what was typed. */
  findByName: (text: string, start: number) => number | undefined;
  /** Enter, in a row. */
  onOpen: (position: number) => void;
  /** F2, in a row: the key that changes a cell. */
  onChange: (cell: Cell) => void;
  /** A click, also the one that Enter or Space makes of a button, a link or a checkbox in the cell. */
  onClick: (cell: Cell, event: MouseEvent, extend: boolean) => void;
}

interface Options {
  shape: GridShape;
  commands: GridCommands;
  goTo: (cell: Cell) => void;
}

/** Keys and clicks of a grid, heard once at its root and not at each cell. */
export function useGridInput({ shape, commands, goTo }: Options) {
  /** A click that Space makes knows nothing of Shift. */
  const shiftWithSpace = useRef(false);

  const [typeAhead] = useState(() => new TypeAhead());

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const cell = cellOf(event.target);
    if (!cell || event.defaultPrevented) return;
    const target = cellAfterKey(event, cell, shape, isRightToLeft(event.currentTarget));
    if (target) {
      event.preventDefault();
      goTo(target);
      if (event.shiftKey && areDifferentRows(cell, target)) {
        commands.onExtend(cell.row, target.row);
      }
    } else if (isShortcut(event, 'a')) {
      event.preventDefault();
      commands.onSelectAll();
    } else if (isShortcut(event, 'c')) {
      if (cell.row === HEADER_ROW || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      commands.onCopy(cell.row);
    } else if (isTyped(event) && cell.row !== HEADER_ROW) {
      event.preventDefault();
      const row = typeAhead.type(event, cell.row, commands.findByName);
      if (row !== undefined) goTo({ row, column: cell.column });
    } else if (!(event.altKey || event.ctrlKey || event.metaKey)) {
      onAction(event, cell);
    }
  }

  function onAction(event: KeyboardEvent<HTMLElement>, cell: Cell): void {
    if (event.key !== ' ' && event.key !== 'Enter' && event.key !== 'F2') return;
    goTo(cell);
    shiftWithSpace.current = event.key === ' ' && event.shiftKey;
    if (cell.row === HEADER_ROW) return;
    if (event.key === ' ' && !isCheckbox(event.target)) {
      event.preventDefault();
      commands.onSelect(cell.row, event.shiftKey);
    } else if (event.key === 'Enter' && !isWidget(event.target)) {
      event.preventDefault();
      commands.onOpen(cell.row);
    } else if (event.key === 'F2') {
      commands.onChange(cell);
    }
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const cell = cellOf(event.target);
    if (!cell) return;
    const isByKeyboard = event.detail === 0;
    const extend = event.shiftKey || (isByKeyboard && shiftWithSpace.current);
    shiftWithSpace.current = false;
    if (!isWidget(event.target)) focusCell(event.currentTarget, cell);
    commands.onClick(cell, event, extend);
  }

  return { onKeyDown, onClick };
}

function isShortcut(event: KeyboardEvent, key: string): boolean {
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  return (ctrlKey || metaKey) && !(shiftKey || altKey) && event.key.toLowerCase() === key;
}

function areDifferentRows(a: Cell, b: Cell): boolean {
  return a.row !== b.row && a.row !== HEADER_ROW && b.row !== HEADER_ROW;
}
