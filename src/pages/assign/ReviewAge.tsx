import { Plural } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { REVIEW_IS_OLD_MS } from './useFreshPlan';

/** Says how old a review is, once that matters. */
export function ReviewAge({ readAt }: { readAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((now - readAt) / REVIEW_IS_OLD_MS);
  if (minutes < 1) return null;
  return (
    <Plural
      value={minutes}
      one="That is # minute ago: the users are read again when you apply it."
      other="That is # minutes ago: the users are read again when you apply it."
    />
  );
}
