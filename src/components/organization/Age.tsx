import { useEffect, useState } from 'react';

const TICK_MS = 30_000;
const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** "Read 3 minutes ago", kept true while it is on the screen. */
export function Age({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(since);
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString()}>
      Read {ageText(Math.max(0, now - since))}
    </time>
  );
}

function ageText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}
