/** A cell of a grid, counted from 0 in its body; the header is row -1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export const HEADER_ROW = -1;

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page has. */
  readonly page: number;
}

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Where a key leads to from a cell, as the grid pattern of WAI-ARIA has it; undefined for keys that do not move. Arrows
 * lead where they point to, also where the first column is the rightmost.
 */
export function cellAfterKey(
  key: Key,
  { row, column }: Cell,
  shape: GridShape,
  isRightToLeft = false,
): Cell | undefined {
  if (key.altKey) return undefined;
  const toEnds = key.ctrlKey || key.metaKey;
  const lastRow = shape.rows - 1;
  const lastColumn = shape.columns - 1;
  const target = (): Cell | undefined => {
    switch (isRightToLeft ? (MIRRORED[key.key] ?? key.key) : key.key) {
      case 'ArrowUp':
        return { row: toEnds ? Math.min(row, 0) : row - 1, column };
      case 'ArrowDown':
        return { row: toEnds ? lastRow : row + 1, column };
      case 'ArrowLeft':
        return { row, column: toEnds ? 0 : column - 1 };
      case 'ArrowRight':
        return { row, column: toEnds ? lastColumn : column + 1 };
      case 'Home':
        return { row: toEnds ? 0 : row, column: 0 };
      case 'End':
        return { row: toEnds ? lastRow : row, column: lastColumn };
      case 'PageUp':
        return { row: row === HEADER_ROW ? row : Math.max(0, row - shape.page), column };
      case 'PageDown':
        return { row: row + shape.page, column };
      default:
        return undefined;
    }
  };
  const cell = target();
  return cell && within(cell, shape);
}

/** The nearest cell that the grid has. */
export function within(
  { row, column }: Cell,
  { rows, columns }: Pick<GridShape, 'rows' | 'columns'>,
): Cell {
  return {
    row: Math.max(HEADER_ROW, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

export const isSameCell = (a: Cell, b: Cell) => a.row === b.row && a.column === b.column;
