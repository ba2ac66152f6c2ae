import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { TourStep } from './tourSteps';

/** How long a page may take to show what a step is about. */
const PATIENCE_MS = 10_000;

/** The element that a step is about: undefined while its page is loading, null where there is none. */
export function useAnchor({ path, anchor }: TourStep): HTMLElement | null | undefined {
  const isThere = useLocation().pathname === path;
  const [found, setFound] = useState<{ anchor: string; element: HTMLElement | null }>();

  useEffect(() => {
    if (!isThere) return undefined;
    const isFound = () => {
      const element = document.querySelector<HTMLElement>(anchor);
      if (element) setFound({ anchor, element });
      return element !== null;
    };
    const observer = new MutationObserver(() => isFound() && observer.disconnect());
    const timer = setTimeout(() => {
      observer.disconnect();
      setFound((before) => (before?.anchor === anchor ? before : { anchor, element: null }));
    }, PATIENCE_MS);
    // A timer of none lets the page be shown first that the last step has led to.
    const start = setTimeout(() => {
      if (!isFound()) observer.observe(document.body, { childList: true, subtree: true });
    });
    return () => {
      clearTimeout(start);
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [anchor, isThere]);

  // Who leaves the page meanwhile still has the step.
  if (found?.anchor !== anchor) return undefined;
  return isThere ? found.element : null;
}
