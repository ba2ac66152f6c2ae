import { Trans } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { useRateLimit } from './useRateLimit';

/** Says how long the rate limit still holds the requests back; nothing while it does not. */
export function RateLimitCountdown() {
  const { heldForSeconds } = useRateLimit();
  if (heldForSeconds === undefined) return null;
  return (
    <Typography variant="body2" role="timer">
      <Trans>Waiting {heldForSeconds} s for the rate limit of the service</Trans>
    </Typography>
  );
}
