import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { Section } from '@/components/section/Section';
import { useJobManager } from '@/jobs/JobsProvider';
import { isCancelled, isRetryable } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { pairOf, type Wish } from '@/model/plan';
import { JobToPlan } from './JobToPlan';
import { Review } from './Review';

interface AgainReviewProps {
  jobId: string;
  /** Which changes of the job: those that did not succeed, or those that were cancelled. */
  which: 'failed' | 'cancelled';
}

/** Changes of a job that are to be sent once more, as a plan to review like any other. */
export function AgainReview({ jobId, which }: AgainReviewProps) {
  const { t } = useLingui();
  return (
    <JobToPlan jobId={jobId} nothing={t`There is nothing to send again`}>
      {(view) => <CheckedAgain key={which} view={view} which={which} />}
    </JobToPlan>
  );
}

/** What was sent may be in place by now: then it is the work of the job, and not to be planned any more. */
function CheckedAgain({ view, which }: { view: JobView; which: AgainReviewProps['which'] }) {
  const { t } = useLingui();
  const jobs = useJobManager();
  const navigate = useNavigate();
  const jobId = view.job.id;
  const { error, isFetching, refetch } = useQuery({
    queryKey: ['jobs', 'check', jobId],
    queryFn: async () => {
      await jobs.checkAgain(jobId);
      return true;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
  const back = { to: `/jobs/${encodeURIComponent(jobId)}`, label: view.job.title };
  return (
    <Page
      title={t`Batch assign`}
      documentTitle={t`Review changes`}
      back={back}
      description={
        which === 'failed'
          ? t`Sends what failed or is unconfirmed once more, as part of the same job.`
          : t`Takes up what was cancelled, as part of the same job.`
      }
    >
      {isFetching ? (
        <Section title={t`Reading what these users hold now`}>
          <LinearProgress aria-label={t`Reading the users`} />
        </Section>
      ) : error ? (
        <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
          <ErrorNotice
            title={t`The users could not be read, so nothing can be planned`}
            error={error}
            onRetry={() => void refetch()}
          />
          <Button onClick={() => void navigate(-1)}>
            <Trans>Back</Trans>
          </Button>
        </Stack>
      ) : (
        <PlanOf view={view} which={which} />
      )}
    </Page>
  );
}

function PlanOf({ view, which }: { view: JobView; which: AgainReviewProps['which'] }) {
  const navigate = useNavigate();
  // As the job was when the review began: applying it changes the job.
  const [wishes] = useState<readonly Wish[]>(() => {
    const pairs = view.pairs.filter(which === 'failed' ? isRetryable : isCancelled);
    const changes = pairs.map(({ action, reason, ...pair }) => ({
      ...pairOf(pair),
      action,
      reason,
    }));
    return [{ kind: 'cells', changes }];
  });
  return (
    <Review
      wishes={wishes}
      again={view}
      onBack={() => void navigate(-1)}
      onApplied={(jobId) => void navigate(`/jobs/${encodeURIComponent(jobId)}`)}
    />
  );
}
