import { Plural, Trans, useLingui } from '@lingui/react/macro';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { countsText, durationText, statusText } from '@/components/jobs/jobWords';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { useTimeLeft } from '@/components/rate/useTimeLeft';
import { formatNumber } from '@/i18n/formats';
import { settledCount } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { requestsLeft } from '@/jobs/requestsLeft';

/** How far a job is, what it waits for, and how long it may still take. */
export function JobProgress({ view }: { view: JobView }) {
  const { t } = useLingui();
  const { job, counts, runner } = view;
  const settled = settledCount(counts);
  const isOpen = job.status !== 'finished' && job.status !== 'cancelled';
  const left = useJobTimeLeft(view);
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

function useJobTimeLeft({ job, pairs, counts, runner }: JobView): number | undefined {
  const isAllSent = counts.planned + counts.sent === 0;
  const [whenAllSent, setWhenAllSent] = useState<number>();
  if (isAllSent !== (whenAllSent !== undefined)) {
    setWhenAllSent(isAllSent ? job.requests : undefined);
  }
  return useTimeLeft({
    name: 'job',
    isRunning: runner === 'here',
    requests: job.requests,
    settled: settledCount(counts),
    requestsLeft: (recent) =>
      requestsLeft({
        pairs,
        recent,
        requestsSinceAllSent: job.requests - (whenAllSent ?? job.requests),
      }),
  });
}
