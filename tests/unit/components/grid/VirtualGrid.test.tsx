import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ariaColumnIndex, ariaRowIndex } from '@/components/grid/cells';
import { ColumnNodes } from '@/components/grid/columnNodes';
import { createPart, setAttribute, setTabStop, setText } from '@/components/grid/drawing';
import type { GridRow } from '@/components/grid/gridRow';
import type { GridCommands } from '@/components/grid/useGridInput';
import { GridMemory } from '@/components/grid/useGridMemory';
import { type GridHeaderProps, VirtualGrid } from '@/components/grid/VirtualGrid';
import { RowList } from '@/model/rowList';
import { stubLayout } from './layout';

interface Data {
  rows: Uint32Array;
}

let source = {};
const memory = new GridMemory();
const PINNED = 1;

/** What the rows of these tests are marked by. */
let isSelected = false;
let redrawMarks = () => {};
function subscribeToMarks(redraw: () => void) {
  redrawMarks = redraw;
  return () => {
    redrawMarks = () => {};
  };
}

function Header({ columns, focusColumn }: GridHeaderProps<Data>) {
  return (
    <div role="row" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} tabIndex={focusColumn === 0 ? 0 : -1}>
        Name
      </div>
      {columns.map((column) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={ariaColumnIndex(column + PINNED)}
          tabIndex={focusColumn === column + PINNED ? 0 : -1}
        >
          Column {column}
        </div>
      ))}
    </div>
  );
}

function createRow(): GridRow<Data> {
  const element = createPart('div', '', 'row');
  const name = createPart('div', '', 'rowheader');
  setAttribute(name, 'aria-colindex', 1);
  const scrolled = createPart('div', '');
  const cells = new ColumnNodes(scrolled, () => ({ element: createPart('div', '', 'gridcell') }));
  element.append(name, scrolled);
  return {
    element,
    show({ position, columns, focusColumn, data }) {
      setAttribute(element, 'aria-rowindex', ariaRowIndex(position));
      setText(name, `Row ${data.rows[position]}`);
      setTabStop(name, focusColumn === 0);
      for (const [column, cell] of cells.of(columns)) {
        setAttribute(cell.element, 'aria-colindex', ariaColumnIndex(column + PINNED));
        setText(cell.element, `${data.rows[position]}/${column}`);
        setTabStop(cell.element, focusColumn === column + PINNED);
      }
    },
    showMarks: () => setAttribute(element, 'aria-selected', isSelected),
  };
}

const commands = {
  onSelect: vi.fn<GridCommands['onSelect']>(),
  onExtend: vi.fn<GridCommands['onExtend']>(),
  onSelectAll: vi.fn<GridCommands['onSelectAll']>(),
  onOpen: vi.fn<GridCommands['onOpen']>(),
  onChange: vi.fn<GridCommands['onChange']>(),
  onCopy: vi.fn<GridCommands['onCopy']>(),
  findByName: vi.fn<GridCommands['findByName']>(),
  onClick: vi.fn<GridCommands['onClick']>(),
};

function grid(rows: Uint32Array, listKey = 'all', columnCount = 100) {
  return (
    <VirtualGrid
      label="Numbers"
      list={{ rows: RowList.of(rows), source, listKey }}
      data={{ rows }}
      Header={Header}
      createRow={createRow}
      subscribeToMarks={subscribeToMarks}
      commands={commands}
      memory={memory}
      rowHeight={30}
      headerHeight={100}
      columnCount={columnCount}
      columnWidth={50}
      pinnedWidths={[200]}
    />
  );
}

const upTo = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);
const theGrid = () => screen.getByRole('grid', { name: 'Numbers' });
const rowNames = () =>
  screen
    .getAllByRole('rowheader')
    .map((cell) => Number(cell.textContent?.replace('Row ', '')))
    .sort((a, b) => a - b);
const focused = () => document.activeElement;

function scrollTo(top: number, left = 0) {
  const box = theGrid();
  box.scrollTop = top;
  box.scrollLeft = left;
  fireEvent.scroll(box);
}

// 10 rows and 16 columns fit beside the pinned one and below the header.
stubLayout({ width: 1000, height: 400 });
beforeEach(() => {
  vi.clearAllMocks();
  source = {};
});

describe('a grid of 200,000 rows', () => {
  it('tells the true size and draws only what can be seen', () => {
    render(grid(upTo(200_000)));
    expect(theGrid()).toHaveAttribute('aria-rowcount', '200001');
    expect(theGrid()).toHaveAttribute('aria-colcount', '101');
    expect(rowNames()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(screen.getAllByRole('columnheader')).toHaveLength(1 + 17);
  });

  it('shows what one scrolls to, in the same nodes', () => {
    render(grid(upTo(200_000)));
    const before = new Set(screen.getAllByRole('row'));
    scrollTo(3_000_000);
    // The first row has the tab stop, and stays.
    expect(rowNames()).toEqual([0, ...Array.from({ length: 11 }, (_, i) => 100_000 + i)]);
    const made = screen.getAllByRole('row').filter((row) => !before.has(row));
    expect(made).toHaveLength(1);
    const shown = screen.getByRole('rowheader', { name: 'Row 100003' });
    expect(shown.closest('[role=row]')).toHaveAttribute('aria-rowindex', '100005');
  });

  it('draws the columns that one scrolls to, in their order', () => {
    render(grid(upTo(20)));
    scrollTo(0, 1000);
    const headers = screen.getAllByRole('columnheader').map((header) => header.textContent);
    expect(headers).toEqual(['Name', ...Array.from({ length: 17 }, (_, i) => `Column ${20 + i}`)]);
  });

  it('keeps the cells of a row in the order of their columns', () => {
    render(grid(upTo(20)));
    scrollTo(0, 200);
    scrollTo(0, 1000);
    scrollTo(0, 900);
    const cells = within(screen.getAllByRole('row')[2] ?? document.body).getAllByRole('gridcell');
    expect(cells.map((cell) => cell.textContent)).toEqual(
      Array.from({ length: 17 }, (_, i) => `1/${18 + i}`),
    );
  });

  it('reads rows out in their order, in whatever nodes they are', async () => {
    render(grid(upTo(1000)));
    scrollTo(150);
    await vi.waitFor(() => {
      const group = theGrid().querySelector('[aria-owns]');
      const ids = group?.getAttribute('aria-owns')?.split(' ') ?? [];
      const order = ids.map((id) => document.getElementById(id)?.getAttribute('aria-rowindex'));
      expect(order).toEqual(['2', ...Array.from({ length: 11 }, (_, i) => `${7 + i}`)]);
    });
  });
});

describe('marks on the rows', () => {
  it('are drawn anew by themselves, and no more once the grid is gone', () => {
    const { unmount } = render(grid(upTo(100)));
    const rows = screen.getAllByRole('row').slice(1);
    isSelected = true;
    redrawMarks();
    for (const row of rows) expect(row).toHaveAttribute('aria-selected', 'true');
    unmount();
    isSelected = false;
    redrawMarks();
    expect(rows[0]).toHaveAttribute('aria-selected', 'true');
  });
});

describe('moving by keyboard', () => {
  it('has one tab stop, and arrows move it', async () => {
    render(grid(upTo(100)));
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toHaveTextContent('Row 0');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(focused()).toHaveTextContent('1/1');
    expect(theGrid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.tab();
    expect(document.body).toHaveFocus();
    await user.tab({ shift: true });
    expect(focused()).toHaveTextContent('1/1');
  });

  it('goes to the corners and scrolls there', async () => {
    render(grid(upTo(200_000)));
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(focused()).toHaveTextContent('199999/99');
    expect(theGrid().scrollTop).toBe(200_000 * 30 - 300);
    await user.keyboard('{PageUp}{Home}');
    expect(focused()).toHaveTextContent('Row 199989');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowUp}');
    expect(focused()).toHaveTextContent('Name');
    expect(theGrid().scrollTop).toBe(0);
  });

  it('keeps the focus where it is while one scrolls, and comes back with the next key', async () => {
    render(grid(upTo(200_000)));
    const user = userEvent.setup();
    await user.click(screen.getByText('4/2'));
    scrollTo(3_000_000, 2_000);
    expect(focused()).toHaveTextContent('4/2');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toHaveTextContent('5/2');
    expect(theGrid().scrollTop).toBe(150);
    expect(theGrid().scrollLeft).toBe(100);
  });

  it('turns keys into commands', async () => {
    render(grid(upTo(100)));
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown} ');
    expect(commands.onSelect).toHaveBeenLastCalledWith(1, false);
    await user.keyboard('{Shift>} {/Shift}');
    expect(commands.onSelect).toHaveBeenLastCalledWith(1, true);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(commands.onExtend).toHaveBeenLastCalledWith(1, 2);
    await user.keyboard('{Control>}a{/Control}');
    expect(commands.onSelectAll).toHaveBeenCalledOnce();
    await user.keyboard('{Enter}');
    expect(commands.onOpen).toHaveBeenLastCalledWith(2);
    await user.keyboard('{ArrowRight}{F2}');
    expect(commands.onChange).toHaveBeenLastCalledWith({ row: 2, column: 1 });
    expect(commands.onSelect).toHaveBeenCalledTimes(2);
  });

  it('selects nothing when Shift leads into the header', async () => {
    render(grid(upTo(100)));
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(focused()).toHaveTextContent('Name');
    expect(commands.onExtend).not.toHaveBeenCalled();
  });
});

describe('a list that changes', () => {
  it('stays in place on the screen, and on the row with the focus, while rows come in above', async () => {
    const { rerender } = render(grid(Uint32Array.of(...upTo(100).map((row) => row + 1000))));
    const user = userEvent.setup();
    await user.click(screen.getByText('1008/0'));
    scrollTo(150);
    const element = focused();
    rerender(grid(Uint32Array.of(...upTo(40), ...upTo(100).map((row) => row + 1000))));
    expect(theGrid().scrollTop).toBe(150 + 40 * 30);
    expect(focused()).toBe(element);
    expect(focused()).toHaveTextContent('1008/0');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toHaveTextContent('1009/0');
  });

  it('begins at its beginning when it is another list', async () => {
    const { rerender } = render(grid(upTo(1000)));
    scrollTo(9000);
    rerender(grid(upTo(500), 'filtered'));
    expect(theGrid().scrollTop).toBe(0);
    expect(rowNames()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('can become empty, and its header is still reached', async () => {
    const { rerender } = render(grid(upTo(1000)));
    rerender(grid(upTo(0), 'nobody'));
    expect(screen.queryAllByRole('rowheader')).toEqual([]);
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toHaveTextContent('Name');
    await user.keyboard('{ArrowRight}');
    expect(within(theGrid()).getByText('Column 0')).toHaveFocus();
  });
});

describe('a grid that is left', () => {
  it('is found where it was, with its tab stop, when one comes back to the same list', async () => {
    const rows = upTo(1000);
    const { unmount } = render(grid(rows));
    const user = userEvent.setup();
    scrollTo(9000, 500);
    await user.click(screen.getByText('302/12'));
    unmount();
    const { unmount: leaveAgain } = render(grid(rows));
    expect(theGrid().scrollTop).toBe(9000);
    expect(theGrid().scrollLeft).toBe(500);
    await user.tab();
    expect(focused()).toHaveTextContent('302/12');
    leaveAgain();
    render(grid(rows, 'filtered'));
    expect(theGrid().scrollTop).toBe(0);
  });
});
