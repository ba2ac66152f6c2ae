import { Plural, Trans, useLingui } from '@lingui/react/macro';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { countsText, durationText, statusText } from '@/components/jobs/jobWords';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { useRateLimit } from '@/components/rate/useRateLimit';
import { formatNumber } from '@/i18n/formats';
import { timeLeftMs } from '@/jobs/estimate';
import { settledCount } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';

/** How far a job is, what it waits for, and how long it may still take. */
export function JobProgress({ view }: { view: JobView }) {
  const { t } = useLingui();
  const { job, counts, runner } = view;
  const settled = settledCount(counts);
  const isOpen = job.status !== 'finished' && job.status !== 'cancelled';
  const left = useTimeLeft(view);
  const duration = left === undefined ? undefined : durationText(left);
  const took = job.activeMs > 0 && !isOpen ? durationText(job.activeMs) : undefined;
  const settledText = formatNumber(settled);
  const allText = formatNumber(job.pairCount);

  return (
    <Stack sx={{ gap: 0.75 }}>
      {isOpen && (
        <LinearProgress
          variant="determinate"
          value={job.pairCount === 0 ? 100 : (settled / job.pairCount) * 100}
          aria-label={t`Changes settled`}
          sx={{ height: 8, borderRadius: 4 }}
        />
      )}
      <Typography role="status">
        <strong>{statusText(view)}</strong>
        {`: ${countsText(counts)}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Plural
          value={job.requests}
          one={`${settledText} of ${allText} changes settled, # request`}
          other={`${settledText} of ${allText} changes settled, # requests`}
        />
        {duration !== undefined && <Trans>, about {duration} left</Trans>}
        {took !== undefined && <Trans>, took {took}</Trans>}
      </Typography>
      {runner === 'here' && <RateLimitCountdown />}
    </Stack>
  );
}

/** Follows the rate limit as well: it decides how fast a large job can be. */
function useTimeLeft({ job, counts, runner }: JobView): number | undefined {
  const { allowedAMinute, heldForSeconds = 0 } = useRateLimit();
  if (runner !== 'here') return undefined;
  return timeLeftMs({
    settled: settledCount(counts),
    pairCount: job.pairCount,
    activeMs: job.activeMs,
    requests: job.requests,
    allowedAMinute,
    heldForMs: heldForSeconds * 1000,
  });
}
