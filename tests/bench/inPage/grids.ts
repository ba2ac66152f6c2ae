import type { PeerPage } from './peerPage.ts';

export interface Point {
  x: number;
  y: number;
}

interface Place {
  left: number;
  top: number;
  bottom: number;
}

/** How to read each grid off the page. Positions are counted from 0 in the order on the screen. */
export interface Grid {
  /** How many rows there are, on the screen or not. */
  count(): number | undefined;
  /** What the row shows as its name; it may be followed by something else that the cell shows. */
  nameAt(position: number): string | undefined;
  isSelectedAt(position: number): boolean;
  scroller(): HTMLElement;
  /** Where the names are to be seen, in pixels of the window. */
  names(): Place;
  rowHeight: number;
  /** Whether this row stands at this place, with a name in it. */
  isAt(position: number, x: number, y: number): boolean;
  headerCheckbox(): Point;
  nameHeader(): Point;
}

function find(selector: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

/** Where the inside of a scroller ends. */
function bottomOf(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top + scroller.clientHeight;
}

/** The number of rows that assistive technology is told, less the header. */
function ariaRows(grid: Element | null | undefined): number | undefined {
  const count = grid?.getAttribute('aria-rowcount');
  return count ? Number(count) - 1 : undefined;
}

/** For a grid whose rows are elements: the row at a place, if its name is there to be read. */
function rowAt(x: number, y: number, rows: string, name: string): Element | undefined {
  const row = document.elementFromPoint(x, y)?.closest(rows);
  return row?.querySelector(name)?.textContent?.trim() ? row : undefined;
}

export function middleOf(element: Element): Point {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

const consoleRoot = '[role=grid][aria-label="License assignments"]';
/** Looked for once: to search the whole page in each frame is work that the console would be blamed for. */
let consoleElement: Element | undefined;

function consoleGridElement(): Element | undefined {
  if (!consoleElement?.isConnected) {
    consoleElement = document.querySelector(consoleRoot) ?? undefined;
  }
  return consoleElement;
}

function consoleRow(position: number): Element | undefined {
  const wanted = `${position + 2}`;
  for (const row of consoleGridElement()?.getElementsByClassName('matrix-row') ?? []) {
    if (row.getAttribute('aria-rowindex') === wanted) return row;
  }
  return undefined;
}

const consoleGrid: Grid = {
  count: () => ariaRows(consoleGridElement()),
  nameAt: (position) =>
    consoleRow(position)?.querySelector('[role=rowheader]')?.textContent?.trim(),
  isSelectedAt: (position) => consoleRow(position)?.getAttribute('aria-selected') === 'true',
  scroller: () => find(consoleRoot),
  names() {
    const header = find(`${consoleRoot} [role=row][aria-rowindex="1"]`).getBoundingClientRect();
    const name = find(`${consoleRoot} [role=rowheader]`).getBoundingClientRect();
    return { left: name.left, top: header.bottom, bottom: bottomOf(find(consoleRoot)) };
  },
  rowHeight: 32,
  isAt: (position, x, y) =>
    rowAt(x, y, '[role=row]', '[role=rowheader]')?.getAttribute('aria-rowindex') ===
    `${position + 2}`,
  headerCheckbox: () =>
    middleOf(find(`${consoleRoot} input[aria-label="Select all matching users"]`)),
  nameHeader: () =>
    middleOf(
      find(`${consoleRoot} [role=row][aria-rowindex="1"] [role=columnheader][aria-colindex="2"]`),
    ),
};

/** Rows that are on their way out fade, and still have their number. */
const agRow = (position: number) =>
  document.querySelector(`.ag-row[row-index="${position}"]:not(.ag-opacity-zero)`);

const agGrid: Grid = {
  count: () => ariaRows(document.querySelector('[role=grid]')),
  nameAt: (position) =>
    agRow(position)?.querySelector('.ag-cell[col-id="name"]')?.textContent?.trim(),
  isSelectedAt: (position) =>
    agRow(position)?.matches('.ag-row-selected:has(.ag-checkbox-input-wrapper.ag-checked)') ??
    false,
  scroller: () => find('.ag-grid-viewport'),
  names() {
    const { left } = find('.ag-row .ag-cell[col-id="name"]').getBoundingClientRect();
    return {
      left,
      top: find('.ag-header').getBoundingClientRect().bottom,
      // Its own scroll bar lies over the rows.
      bottom: find('.ag-body-horizontal-scroll').getBoundingClientRect().top,
    };
  },
  rowHeight: 32,
  isAt: (position, x, y) =>
    rowAt(x, y, '.ag-row', '.ag-cell[col-id="name"]')?.getAttribute('row-index') === `${position}`,
  headerCheckbox: () => middleOf(find('.ag-header-cell .ag-checkbox-input')),
  nameHeader: () => middleOf(find('.ag-header-cell[col-id="name"]')),
};

const muiRow = (position: number) => document.querySelector(`[data-rowindex="${position}"]`);

const muiGrid: Grid = {
  count: () => ariaRows(document.querySelector('[role=grid]')),
  nameAt: (position) => muiRow(position)?.querySelector('[data-field=name]')?.textContent?.trim(),
  isSelectedAt: (position) =>
    muiRow(position)?.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked === true,
  scroller: () => find('.MuiDataGrid-virtualScroller'),
  names() {
    const { left } = find('.MuiDataGrid-row [data-field=name]').getBoundingClientRect();
    const header = find('.MuiDataGrid-columnHeaders').getBoundingClientRect();
    return { left, top: header.bottom, bottom: bottomOf(find('.MuiDataGrid-virtualScroller')) };
  },
  rowHeight: 32,
  isAt: (position, x, y) =>
    rowAt(x, y, '.MuiDataGrid-row', '[data-field=name]')?.getAttribute('data-rowindex') ===
    `${position}`,
  headerCheckbox: () => middleOf(find('.MuiDataGrid-columnHeaderCheckbox input')),
  nameHeader: () => middleOf(find('.MuiDataGrid-columnHeader[data-field=name]')),
};

/** This one is a picture: its page tells what was drawn, and where on it things are is known from its layout. */
const glideCanvas = () => {
  const canvas = find('canvas[data-testid=data-grid-canvas]');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The grid is no picture');
  return canvas;
};
const picture = (): PeerPage['picture'] => window.peer?.picture;
const glideHeader = () => picture()?.headerHeight ?? 0;

const glideGrid: Grid = {
  count: () => picture()?.count(),
  nameAt: (position) => picture()?.nameAt(position),
  isSelectedAt: (position) => picture()?.isSelectedAt(position) ?? false,
  scroller: () => find('.dvn-scroller'),
  names() {
    const { left, top } = glideCanvas().getBoundingClientRect();
    return { left: left + 44, top: top + glideHeader(), bottom: bottomOf(find('.dvn-scroller')) };
  },
  rowHeight: 32,
  /** Which row it is cannot be read off a picture, only whether there is something. */
  isAt(_position, x, y) {
    const canvas = glideCanvas();
    const { left, top, width } = canvas.getBoundingClientRect();
    const scale = canvas.width / width;
    const pixels = canvas
      .getContext('2d')
      ?.getImageData((x - left) * scale, (y - top - 8) * scale, 280 * scale, 16 * scale).data;
    return pixels !== undefined && pixels.some((value, i) => value !== pixels[i % 4]);
  },
  headerCheckbox() {
    const { left, top } = glideCanvas().getBoundingClientRect();
    return { x: left + 18, y: top + glideHeader() / 2 };
  },
  nameHeader() {
    const { left, top } = glideCanvas().getBoundingClientRect();
    return { x: left + 100, y: top + glideHeader() / 2 };
  },
};

export const grids = { console: consoleGrid, ag: agGrid, mui: muiGrid, glide: glideGrid };
