import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { visuallyHidden } from '@/components/page/visuallyHidden';

export const CONTENT_ID = 'content';

/** React Router's key for the location that the browser opened by itself; there the focus stays where browsers put it. */
const FIRST_LOCATION = 'default';

/** After a navigation: moves the focus to the new page's title, and tells screen readers which page it is. */
export function NavigationAnnouncer() {
  const { pathname, key } = useLocation();
  const [announcement, setAnnouncement] = useState('');
  const announced = useRef(key === FIRST_LOCATION ? pathname : undefined);

  useEffect(() => {
    // A change of the query alone is a filter or a sort: the focus belongs to whoever is typing.
    if (announced.current === pathname) return;
    announced.current = pathname;
    const content = document.getElementById(CONTENT_ID);
    const heading = content?.querySelector('h1') ?? null;
    (heading ?? content)?.focus({ preventScroll: true });
    setAnnouncement(heading?.textContent ? `Page: ${heading.textContent}` : '');
  }, [pathname]);

  return (
    <Box role="status" sx={visuallyHidden}>
      {announcement}
    </Box>
  );
}
