import { type RefObject, useEffect } from 'react';
import type { Slot } from './slots';

/** Not while someone scrolls: each change makes assistive technology read the grid anew. */
const SETTLED_MS = 200;

/**
 * Slots are filled in whatever order they become free. This tells assistive technology the order in which their rows are
 * to be read; moving the nodes themselves would cost the focus.
 */
export function useReadingOrder(
  container: RefObject<HTMLElement | null>,
  slots: readonly Slot[],
  idOf: (slot: Slot) => string,
): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const inOrder = [...slots].sort((a, b) => a.item - b.item);
      container.current?.setAttribute('aria-owns', inOrder.map(idOf).join(' '));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [container, slots, idOf]);
}
