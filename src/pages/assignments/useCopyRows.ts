import { plural, t } from '@lingui/core/macro';
import { useCallback, useMemo, useState } from 'react';
import { formatNumber } from '@/i18n/formats';
import type { RowList } from '@/model/rowList';
import type { MatrixData } from './matrixData';
import { MOST_COPIED, rowsAsText } from './rowsAsText';

export interface CopyRows {
  /** Copies the selected users that are shown; where there are none, `others`. */
  readonly copy: (others: RowList) => void;
  /** What came of it, in words. */
  readonly outcome: string;
  readonly forget: () => void;
}

/** Takes rows of the matrix to the clipboard, as a table. */
export function useCopyRows(data: MatrixData): CopyRows {
  const [outcome, setOutcome] = useState('');

  const forget = useCallback(() => setOutcome(''), []);
  const copy = useCallback(
    (others: RowList) => {
      void copyRows(data, others).then(setOutcome);
    },
    [data],
  );
  return useMemo(() => ({ copy, outcome, forget }), [copy, outcome, forget]);
}

/** Gives what came of it, in words. */
async function copyRows(data: MatrixData, others: RowList): Promise<string> {
  const { index, view, columns } = data;
  const selection = data.selection.getSnapshot();
  const selected = selection.rows.clone().intersect(view.matching);
  const shown = view.rows.keeping(selected);
  const wanted = shown.length > 0 ? shown : others;
  const rows = wanted.subarray(0, MOST_COPIED);
  try {
    await navigator.clipboard.writeText(rowsAsText(index, rows, columns));
  } catch {
    return t`The browser did not allow copying`;
  }
  const notShown = shown.length > 0 ? selection.count - shown.length : 0;
  const copied = copiedText(rows.length, wanted.length);
  if (notShown === 0) return copied;
  return plural(notShown, {
    one: `${copied}; # selected are not shown and were left out`,
    other: `${copied}; # selected are not shown and were left out`,
  });
}

function copiedText(copied: number, wanted: number): string {
  if (copied === wanted) return plural(copied, { one: 'Copied # user', other: 'Copied # users' });
  const first = formatNumber(copied);
  return plural(wanted, {
    one: `Copied the first ${first} of # user`,
    other: `Copied the first ${first} of # users`,
  });
}
