import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useMemo } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { useJob } from '@/jobs/JobsProvider';
import type { JobView } from '@/jobs/jobView';
import { undoWish } from '@/model/undo';
import { Review } from './Review';

/** The way back from a job, as a plan to review like any other. */
export function UndoReview({ jobId }: { jobId: string }) {
  const { t } = useLingui();
  const view = useJob(jobId);
  if (view === undefined) {
    return (
      <Page title={t`Batch assign`}>
        <LinearProgress aria-label={t`Loading the job`} />
      </Page>
    );
  }
  if (view === null) {
    return (
      <Page title={t`Batch assign`}>
        <EmptyState
          title={t`There is nothing to undo`}
          description={t`This browser has no such job of yours.`}
          action={
            <Button component={RouterLink} to="/jobs">
              <Trans>See your jobs</Trans>
            </Button>
          }
        />
      </Page>
    );
  }
  return <UndoOf view={view} />;
}

function UndoOf({ view }: { view: JobView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { job, pairs } = view;
  const wishes = useMemo(
    () => [
      undoWish(
        pairs.filter((pair) => pair.state === 'done'),
        job.id,
      ),
    ],
    [pairs, job.id],
  );
  return (
    <Page
      title={t`Batch assign`}
      documentTitle={t`Review the undo`}
      back={{ to: `/jobs/${encodeURIComponent(job.id)}`, label: job.title }}
      description={t`Takes back what this job really changed. Pairs that somebody put back since are left out.`}
    >
      <Review
        wishes={wishes}
        undoOf={job}
        onBack={() => void navigate(-1)}
        onApplied={(jobId) => void navigate(`/jobs/${encodeURIComponent(jobId)}`)}
      />
    </Page>
  );
}
