/** Far more than the rows of one change need; beyond it a browser may run out of memory. */
export const MOST_BYTES = 100 * 1024 * 1024;
/** A reader that has said nothing for so long is given up. */
export const MOST_SILENT_MS = 60_000;
