import type { User } from '@/api/schema';
import { ariaColumnIndex, ariaRowIndex } from '@/components/grid/cells';
import { ColumnNodes } from '@/components/grid/columnNodes';
import { createPart, setAttribute, setClass, setTabStop, setText } from '@/components/grid/drawing';
import type { GridRow, GridRowProps } from '@/components/grid/gridRow';
import { displayName } from '@/model/people';
import type { SelectionStore } from '@/organization/SelectionStore';
import { licenseClass, licenseText } from './licenseCell';
import {
  CHECKBOX_COLUMN,
  COLUMN_WIDTH,
  COUNT_COLUMN,
  FIRST_LICENSE_COLUMN,
  type MatrixData,
  NAME_COLUMN,
} from './matrixData';
import { stagedAction } from './stagedCells';

/** One user: their checkbox, their name, and a mark for each license they hold. */
export class MatrixRow implements GridRow<MatrixData> {
  readonly element = createPart('div', ROW, 'row');
  readonly #head = new RowHead();
  readonly #cells: ColumnNodes<RowCell>;
  #top: number | undefined;
  #shown: { readonly row: number; readonly selection: SelectionStore } | undefined;

  constructor() {
    const scrolled = createPart('div', 'grid-scrolled', 'presentation');
    this.#cells = new ColumnNodes(scrolled, () => new RowCell());
    this.element.append(this.#head.element, scrolled);
  }

  show({ position, top, columns, focusColumn, data }: GridRowProps<MatrixData>): void {
    const row = data.view.rows.at(position);
    if (row === undefined) return;
    this.#shown = { row, selection: data.selection };
    this.showMarks();
    setAttribute(this.element, 'aria-rowindex', ariaRowIndex(position));
    if (top !== this.#top) {
      this.#top = top;
      this.element.style.transform = `translateY(${top}px)`;
    }
    this.#head.show(row, data, focusColumn);
    for (const [scrolled, cell] of this.#cells.of(columns)) {
      cell.show(row, scrolled, data, focusColumn);
    }
  }

  showMarks(): void {
    if (!this.#shown) return;
    const { row, selection } = this.#shown;
    const isSelected = selection.has(row);
    setAttribute(this.element, 'aria-selected', isSelected);
    setClass(this.element, isSelected ? SELECTED_ROW : ROW);
    this.#head.check(isSelected);
  }
}

const ROW = 'grid-row matrix-row';
const SELECTED_ROW = `${ROW} matrix-selected`;

/** The two columns that stand still. */
class RowHead {
  readonly element = createPart('div', 'grid-pinned', 'presentation');
  readonly #checkbox = createPart('input', '');
  readonly #link = createPart('a', '');
  readonly #mark = createPart('span', 'matrix-mark');
  readonly #department = createPart('span', 'matrix-department');

  constructor() {
    const checkboxCell = createPart('div', 'matrix-checkbox', 'gridcell');
    const nameCell = createPart('div', 'matrix-name', 'rowheader');
    setAttribute(checkboxCell, 'aria-colindex', ariaColumnIndex(CHECKBOX_COLUMN));
    setAttribute(nameCell, 'aria-colindex', ariaColumnIndex(NAME_COLUMN));
    this.#checkbox.type = 'checkbox';
    this.#link.dir = 'auto';
    checkboxCell.append(this.#checkbox);
    nameCell.append(this.#link, this.#mark, this.#department);
    this.element.append(checkboxCell, nameCell);
  }

  /** Always: a click has changed it before anyone was asked. */
  check(isSelected: boolean): void {
    this.#checkbox.checked = isSelected;
  }

  show(row: number, data: MatrixData, focusColumn: number | undefined): void {
    const { index, peopleComplete, usersHref, texts } = data;
    const userId = index.userId(row);
    const user = index.user(row);
    const name = displayName(user, userId);
    const isMissing = peopleComplete && !index.usersRead.has(row);
    setAttribute(this.#checkbox, 'aria-label', texts.select(name));
    setTabStop(this.#checkbox, focusColumn === CHECKBOX_COLUMN);
    setText(this.#link, name);
    setAttribute(this.#link, 'href', usersHref + encodeURIComponent(userId));
    setAttribute(this.#link, 'title', user?.email ?? name);
    setTabStop(this.#link, focusColumn === NAME_COLUMN);
    showText(this.#mark, isMissing ? texts.noSuchUser : stateMark(user));
    showText(this.#department, user?.department);
  }
}

/** Where there is nothing to say, there is nothing to see. */
function showText(element: HTMLElement, text = ''): void {
  setText(element, text);
  if (element.hidden !== (text === '')) element.hidden = text === '';
}

/** Active is what most users are; only the others are marked. A state that we do not know is shown as it is. */
function stateMark(user: User | undefined): string | undefined {
  const state = user?.state?.trim();
  if (!state || state === 'active') return undefined;
  return state.charAt(0).toUpperCase() + state.slice(1);
}

/** The number of licenses, or whether one of them is held. */
class RowCell {
  readonly element = createPart('div', '', 'gridcell');
  #scrolled: number | undefined;

  show(row: number, scrolled: number, data: MatrixData, focusColumn: number | undefined): void {
    const { element } = this;
    const column = COUNT_COLUMN + scrolled;
    if (scrolled !== this.#scrolled) {
      this.#scrolled = scrolled;
      element.style.insetInlineStart = `${scrolled * COLUMN_WIDTH}px`;
      setAttribute(element, 'aria-colindex', ariaColumnIndex(column));
    }
    setTabStop(element, column === focusColumn);

    const license = data.columns[column - FIRST_LICENSE_COLUMN];
    const isKnown = data.index.assignmentsRead.has(row);
    if (license) {
      const change = stagedAction(data.staged, license.licenseId, row);
      const cell = { license, row, isKnown, change };
      setClass(element, licenseClass(cell));
      // Not as text, which takes the browser longer to lay out than all the rest of the row.
      setAttribute(element, 'aria-label', licenseText(cell, data.texts));
      setText(element, '');
    } else {
      setClass(element, 'grid-cell matrix-count');
      setAttribute(element, 'aria-label', undefined);
      setText(element, countText(data, row, isKnown));
    }
  }
}

function countText({ licenses }: MatrixData, row: number, isKnown: boolean): string {
  if (!isKnown) return '?';
  let count = 0;
  for (const { holders } of licenses) if (holders.has(row)) count++;
  return String(count);
}
