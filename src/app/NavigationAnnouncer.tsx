import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { visuallyHidden } from '@/components/page/visuallyHidden';

/**
 * After a navigation: moves the focus to the new page's title, and tells screen readers which page it is. Where the
 * browser itself opened the page, the focus stays where browsers put it.
 */
export function NavigationAnnouncer() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const [announcement, setAnnouncement] = useState('');
  const announced = useRef(pathname);

  useEffect(() => {
    // A change of the query alone is a filter or a sort: the focus belongs to whoever is typing.
    if (announced.current === pathname) return undefined;
    announced.current = pathname;

    function arriveAt(heading: HTMLElement) {
      heading.focus({ preventScroll: true });
      const title = heading.textContent;
      setAnnouncement(t`Page: ${title}`);
    }

    const heading = findHeading();
    if (heading) {
      arriveAt(heading);
      return undefined;
    }
    document.querySelector('main')?.focus({ preventScroll: true });
    return whenHeadingComes((late) => {
      if (!hasFocusElsewhere()) arriveAt(late);
    });
  }, [pathname, t]);

  return (
    <Box role="status" sx={visuallyHidden}>
      {announcement}
    </Box>
  );
}

function findHeading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1');
}

/** Waits for the title of a page that has to load something first. Gives the function that ends the wait. */
function whenHeadingComes(arrive: (heading: HTMLElement) => void): () => void {
  const observer = new MutationObserver(() => {
    const heading = findHeading();
    if (!heading) return;
    observer.disconnect();
    arrive(heading);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** True when somebody has gone on to use the page meanwhile. */
function hasFocusElsewhere(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.tagName !== 'MAIN';
}
