import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useMemo } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import type { JobView } from '@/jobs/JobManager';
import { useJob } from '@/jobs/JobsProvider';
import { undoWish } from '@/model/undo';
import { Review } from './Review';

const TITLE = 'Batch assign';

/** The way back from a job, as a plan to review like any other. */
export function UndoReview({ jobId }: { jobId: string }) {
  const view = useJob(jobId);
  if (view === undefined) {
    return (
      <Page title={TITLE}>
        <LinearProgress aria-label="Loading the job" />
      </Page>
    );
  }
  if (view === null) {
    return (
      <Page title={TITLE}>
        <EmptyState
          title="There is nothing to undo"
          description="This browser has no such job of yours."
          action={
            <Button component={RouterLink} to="/jobs">
              See your jobs
            </Button>
          }
        />
      </Page>
    );
  }
  return <UndoOf view={view} />;
}

function UndoOf({ view }: { view: JobView }) {
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
      title={TITLE}
      documentTitle="Review the undo"
      back={{ to: `/jobs/${encodeURIComponent(job.id)}`, label: job.title }}
      description="Takes back what this job really changed. Pairs that somebody put back since are left out."
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
