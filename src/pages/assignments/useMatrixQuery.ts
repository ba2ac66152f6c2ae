import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, NO_FILTER } from '@/model/filter';
import type { Sort } from '@/model/order';
import type { ColumnChoice } from './columnChoice';
import { type MatrixQuery, parseMatrixQuery, withMatrixQuery } from './matrixUrl';
import { runSoon } from './runSoon';

/** How long someone pauses before what they typed goes into the address. */
const TYPING_PAUSE_MS = 400;

export interface MatrixQueryActions {
  /** Typing is no step of its own: it replaces the address, so that "Back" is not one key back. */
  setText: (text: string) => void;
  /** Any other change is a step that "Back" takes back. */
  change: (change: Partial<Filter>) => void;
  setSort: (sort: Sort) => void;
  setColumns: (columns: ColumnChoice) => void;
  clear: () => void;
}

export interface MatrixQueryState extends MatrixQuery {
  /** Another number when something else than typing has changed the text. */
  readonly textVersion: number;
  /** Always the same object. */
  readonly actions: MatrixQueryActions;
}

type Shown = MatrixQuery & Pick<MatrixQueryState, 'textVersion'>;

/**
 * The filter and the order of the matrix. What is asked for is shown at once, and the address follows when it is on the
 * screen, or before anything else is done.
 */
export function useMatrixQuery(): MatrixQueryState {
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<Shown>(() => ({
    ...parseMatrixQuery(params),
    textVersion: 0,
  }));
  const latest = useRef({ shown, params, setParams });
  useEffect(() => {
    latest.current = { ...latest.current, params, setParams };
  });
  /** What was written to the address and has not come back from it yet. */
  const written = useRef<string[]>([]);
  const pending = useRef<{ replace: boolean; callOff: () => void }>(undefined);

  const show = useCallback((change: Partial<Shown>) => {
    latest.current.shown = { ...latest.current.shown, ...change };
    setShown(latest.current.shown);
  }, []);

  const actions = useMemo((): MatrixQueryActions => {
    function write(replace: boolean): void {
      pending.current = undefined;
      const { shown, params, setParams } = latest.current;
      const next = withMatrixQuery(params, shown);
      if (next.toString() === params.toString()) return;
      written.current.push(textOf(shown));
      setParams(next, { preventScrollReset: true, replace });
    }
    function writeSoon(options: { replace: boolean; delay?: number }): void {
      pending.current?.callOff();
      // A step that is still to be written stays one.
      const replace = options.replace && pending.current?.replace !== false;
      const callOff = runSoon(() => write(replace), options.delay);
      pending.current = { replace, callOff };
    }
    function changeFilter(change: Partial<Filter>): void {
      show({ filter: { ...latest.current.shown.filter, ...change } });
    }
    const newTextVersion = () => latest.current.shown.textVersion + 1;
    return {
      setText(text) {
        changeFilter({ text });
        writeSoon({ replace: true, delay: TYPING_PAUSE_MS });
      },
      change(change) {
        changeFilter(change);
        writeSoon({ replace: false });
      },
      setSort(sort) {
        show({ sort });
        writeSoon({ replace: false });
      },
      setColumns(columns) {
        show({ columns });
        // One sets a table up in many clicks.
        writeSoon({ replace: true });
      },
      clear() {
        show({ filter: NO_FILTER, textVersion: newTextVersion() });
        writeSoon({ replace: false });
      },
    };
  }, [show]);

  // "Back", "Forward" and links change the address without anyone filtering.
  useEffect(() => {
    const inAddress = parseMatrixQuery(params);
    const text = textOf(inAddress);
    const own = written.current.lastIndexOf(text);
    written.current.splice(0, own + 1);
    const { shown } = latest.current;
    if (own !== -1 || text === textOf(shown)) return;
    pending.current?.callOff();
    pending.current = undefined;
    show({ ...inAddress, textVersion: shown.textVersion + 1 });
  }, [params, show]);

  useEffect(() => () => pending.current?.callOff(), []);

  return useMemo(() => ({ ...shown, actions }), [shown, actions]);
}

/** Two queries that say the same have the same text. */
function textOf(query: MatrixQuery): string {
  return withMatrixQuery(new URLSearchParams(), query).toString();
}
