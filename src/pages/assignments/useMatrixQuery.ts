import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, NO_FILTER } from '@/model/filter';
import type { Sort } from '@/model/order';
import type { ColumnChoice } from './columnChoice';
import { type MatrixQuery, parseMatrixQuery, withMatrixQuery } from './matrixUrl';

/** How long someone pauses before what they typed goes into the address. */
const TYPING_PAUSE_MS = 400;

export interface MatrixQueryActions {
  /** Typing filters at once. The address follows a little later and is replaced, so that "Back" is not one key back. */
  setText: (text: string) => void;
  /** Typing is over: what was typed goes into the address before anything leads away from it. */
  keepText: () => void;
  /** Any other change is a step that "Back" takes back. */
  change: (change: Partial<Filter>) => void;
  setSort: (sort: Sort) => void;
  setColumns: (columns: ColumnChoice) => void;
  clear: () => void;
}

export interface MatrixQueryState extends MatrixQuery {
  /** Always the same object. */
  readonly actions: MatrixQueryActions;
}

/** The filter and the order of the matrix, kept in the address. */
export function useMatrixQuery(): MatrixQueryState {
  const [params, setParams] = useSearchParams();
  const inAddress = useMemo(() => parseMatrixQuery(params), [params]);
  const [text, setTypedText] = useState(inAddress.filter.text);
  /** Texts that were written to the address and have not come back from it yet. */
  const written = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const filter = useMemo(() => ({ ...inAddress.filter, text }), [inAddress, text]);
  const { sort, columns } = inAddress;
  const latest = useRef({ filter, sort, columns, params, setParams });
  useEffect(() => {
    latest.current = { filter, sort, columns, params, setParams };
  });

  const stopTimer = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);

  const actions = useMemo((): MatrixQueryActions => {
    function write(change: Partial<MatrixQuery>, options?: { replace: boolean }): void {
      stopTimer();
      const { params, setParams, ...shown } = latest.current;
      const query = { ...shown, ...change };
      const next = withMatrixQuery(params, query);
      if (next.toString() === params.toString()) return;
      written.current.push(query.filter.text.trim());
      setParams(next, { preventScrollReset: true, ...options });
    }
    const keepText = () => write({}, { replace: true });
    return {
      setText(typed) {
        setTypedText(typed);
        stopTimer();
        timer.current = setTimeout(keepText, TYPING_PAUSE_MS);
      },
      keepText() {
        if (timer.current !== undefined) keepText();
      },
      change: (change) => write({ filter: { ...latest.current.filter, ...change } }),
      setSort: (sort) => write({ sort }),
      // Not a step of its own: one sets a table up in many clicks.
      setColumns: (columns) => write({ columns }, { replace: true }),
      clear() {
        setTypedText('');
        write({ filter: NO_FILTER });
      },
    };
  }, [stopTimer]);

  // "Back", "Forward" and links change the address without anyone typing.
  useEffect(() => {
    const addressText = inAddress.filter.text;
    const own = written.current.lastIndexOf(addressText);
    written.current.splice(0, own + 1);
    if (own !== -1) return;
    stopTimer();
    setTypedText(addressText);
  }, [inAddress, stopTimer]);

  useEffect(() => stopTimer, [stopTimer]);

  return useMemo(() => ({ filter, sort, columns, actions }), [filter, sort, columns, actions]);
}
