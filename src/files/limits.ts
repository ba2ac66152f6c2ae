import { MOST_ROWS } from '@/model/changeFileTable';
import { FileProblem } from './FileProblem';

/** Far more than the rows of one change need; beyond it a browser may run out of memory. */
export const MOST_BYTES = 100 * 1024 * 1024;

export function tooManyRows(rowCount: number): FileProblem {
  return new FileProblem(
    `The file has ${rowCount.toLocaleString()} rows. At most ${MOST_ROWS.toLocaleString()} can be read at once: split it into several files.`,
  );
}
