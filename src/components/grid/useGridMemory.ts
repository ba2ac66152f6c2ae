import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Cell } from './navigation';
import { scrollBox } from './scrollBox';
import type { GridList } from './useStayInPlace';

interface Place {
  readonly listKey: string;
  readonly cell: Cell;
  readonly top: number;
  readonly left: number;
}

/** Remembers where someone was in a list, for as long as what it lists lives: one opens a row and comes back. */
export class GridMemory {
  readonly #places = new WeakMap<object, Place>();

  keep(source: object, place: Place): void {
    this.#places.set(source, place);
  }

  recall({ source, listKey }: GridList): Place | undefined {
    const place = this.#places.get(source);
    return place?.listKey === listKey ? place : undefined;
  }
}

/** Brings a grid back to where it was left, and keeps where it is left now. */
export function useGridMemory(
  memory: GridMemory,
  scroller: RefObject<HTMLElement | null>,
  { list, active, follow }: { list: GridList; active: Cell; follow: () => void },
): void {
  const latest = useRef({ list, active, follow });
  useEffect(() => {
    latest.current = { list, active, follow };
  });

  useLayoutEffect(() => {
    const box = scroller.current;
    const recalled = memory.recall(latest.current.list);
    if (!box) return undefined;
    if (recalled) {
      scrollBox(box, recalled);
      latest.current.follow();
    }
    return () => {
      const { list, active } = latest.current;
      memory.keep(list.source, {
        listKey: list.listKey,
        cell: active,
        top: box.scrollTop,
        left: box.scrollLeft,
      });
    };
  }, [memory, scroller]);
}
