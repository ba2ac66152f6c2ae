import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { formatAgo, formatDateTime } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';

const TICK_MS = 30_000;

/** "Read 3 minutes ago", kept true while it is on the screen. */
export function Age({ since }: { since: number }) {
  useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(since);
  return (
    <time dateTime={date.toISOString()} title={formatDateTime(date)}>
      {ageText(Math.max(0, now - since))}
    </time>
  );
}

function ageText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t`Read just now`;
  const ago = agoText(minutes);
  return t`Read ${ago}`;
}

function agoText(minutes: number): string {
  if (minutes < 60) return formatAgo(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? formatAgo(hours, 'hour') : formatAgo(Math.floor(hours / 24), 'day');
}
