/** What a row on the screen is told. */
export interface GridRowProps<Data> {
  /** Which row this is, counted from 0. */
  readonly position: number;
  /** Where it stands, in pixels from the top of the table. */
  readonly top: number;
  /** The columns to draw in their order, counted from 0 after the pinned ones. */
  readonly columns: readonly number[];
  /** The column of the grid's one tab stop, where that is in this row: its cell is to have tabIndex 0. */
  readonly focusColumn: number | undefined;
  readonly data: Data;
}

/**
 * A row of elements that are made once and filled again and again, with this user and then that. Filling touches only
 * what differs from what they show, which costs a fraction of describing every cell anew.
 */
export interface GridRow<Data> {
  readonly element: HTMLElement;
  readonly show: (props: GridRowProps<Data>) => void;
  /** Draws only what no data tells of anew, such as whether the row is selected. */
  readonly showMarks: () => void;
}
