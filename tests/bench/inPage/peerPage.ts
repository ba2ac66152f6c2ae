/** What the page of another grid tells the benchmark that its elements do not. */
export interface PeerPage {
  /** How many rows are selected; asked only after the time was taken. */
  selectedCount(): number;
  /** For a grid that is a picture, and has no elements to be read. */
  picture?: {
    headerHeight: number;
    /** How many rows there are. */
    count(): number;
    /** The name that was drawn last in this row, since the rows have changed. */
    nameAt(position: number): string | undefined;
    isSelectedAt(position: number): boolean;
  };
}

declare global {
  interface Window {
    peer?: PeerPage;
    /** All data is in memory, and nothing of it is shown. */
    peerIsReady?: boolean;
  }
}
