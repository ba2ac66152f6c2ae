import { useCallback, useMemo, useState } from 'react';
import { plural } from '@/components/text/plural';
import { pick } from '@/model/order';
import type { MatrixData } from './matrixData';
import { MOST_COPIED, rowsAsText } from './rowsAsText';

export interface CopyRows {
  /** Copies the selected users that are shown; where there are none, `others`. */
  readonly copy: (others: Uint32Array) => void;
  /** What came of it, in words. */
  readonly outcome: string;
  readonly forget: () => void;
}

/** Takes rows of the matrix to the clipboard, as a table. */
export function useCopyRows(data: MatrixData): CopyRows {
  const [outcome, setOutcome] = useState('');

  const forget = useCallback(() => setOutcome(''), []);
  const copy = useCallback(
    (others: Uint32Array) => {
      void copyRows(data, others).then(setOutcome);
    },
    [data],
  );
  return useMemo(() => ({ copy, outcome, forget }), [copy, outcome, forget]);
}

/** Gives what came of it, in words. */
async function copyRows(data: MatrixData, others: Uint32Array): Promise<string> {
  const { index, view, columns, selected, selection } = data;
  const shown = pick(view.rows, selected.clone().intersect(view.matching));
  const wanted = shown.length > 0 ? shown : others;
  const rows = wanted.subarray(0, MOST_COPIED);
  try {
    await navigator.clipboard.writeText(rowsAsText(index, rows, columns));
  } catch {
    return 'The browser did not allow copying';
  }
  const notShown = shown.length > 0 ? selection.count - shown.length : 0;
  return [
    rows.length < wanted.length
      ? `Copied the first ${rows.length.toLocaleString()} of ${plural(wanted.length, 'user')}`
      : `Copied ${plural(rows.length, 'user')}`,
    notShown > 0 ? `${notShown.toLocaleString()} selected are not shown and were left out` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
