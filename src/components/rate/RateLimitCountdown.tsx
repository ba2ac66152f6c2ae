import Typography from '@mui/material/Typography';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '@/api/ApiProvider';

/** Says how long the rate limit still holds the requests back; nothing while it does not. */
export function RateLimitCountdown() {
  const { rate } = useApi();
  const { heldUntil } = useSyncExternalStore(
    (listener) => rate.subscribe(listener),
    () => rate.reading,
  );
  const seconds = useSecondsUntil(heldUntil);
  if (heldUntil === undefined) return null;
  return (
    <Typography variant="body2" role="timer">
      Waiting {seconds} s for the rate limit of the service
    </Typography>
  );
}

function useSecondsUntil(moment: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (moment === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === undefined ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}
