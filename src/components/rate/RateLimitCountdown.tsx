import { Plural, Trans } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { durationText } from '@/components/jobs/jobWords';
import { useRateLimit } from './useRateLimit';

/** Says when requests that the rate limit holds back go on, and why; nothing while none is held back. */
export function RateLimitCountdown() {
  const { heldForMs, isRefused, used } = useRateLimit();
  if (heldForMs === 0) return null;
  const duration = durationText(heldForMs);
  return (
    <Typography variant="body2" role="timer">
      {isRefused ? (
        <Trans>The service asks to wait for its rate limit: goes on in {duration}</Trans>
      ) : (
        <Trans>
          Rate limit: <Plural value={used} one="# request" other="# requests" /> sent in the last
          minute, goes on in {duration}
        </Trans>
      )}
    </Typography>
  );
}
