import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Page } from '@/components/page/Page';
import { isOpen } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { pairKey } from '@/model/plan';
import { undoWish } from '@/model/undo';
import { DoubtfulPairs } from './DoubtfulPairs';
import { JobToPlan } from './JobToPlan';
import { Review } from './Review';

/** The way back from a job, as a plan to review like any other. */
export function UndoReview({ jobId }: { jobId: string }) {
  const { t } = useLingui();
  return (
    <JobToPlan jobId={jobId} nothing={t`There is nothing to undo`}>
      {(view) => <UndoOf key={view.job.id} view={view} />}
    </JobToPlan>
  );
}

function UndoOf({ view }: { view: JobView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { job } = view;
  // As the job was when the review began.
  const [{ wishes, doubtful, leftOut, open }] = useState(() => {
    const done = view.pairs.filter((pair) => pair.state === 'done');
    const doubtful = done.filter((pair) => pair.doubt !== undefined);
    return {
      wishes: [undoWish(done, job.id, true)],
      doubtful,
      leftOut: new Set(doubtful.map(pairKey)),
      open: view.pairs.filter((pair) => isOpen(pair) && pair.state !== 'failed').length,
    };
  });
  const address = `/jobs/${encodeURIComponent(job.id)}`;
  return (
    <Page
      title={t`Batch assign`}
      documentTitle={t`Review the undo`}
      back={{ to: address, label: job.title }}
      description={t`Takes back what this job really changed. Pairs that somebody put back since are left out.`}
    >
      {open > 0 && (
        <Alert
          severity="warning"
          action={
            <Button component={RouterLink} to={address} color="inherit" size="small">
              <Trans>See the job</Trans>
            </Button>
          }
        >
          <Plural
            value={open}
            one="# change of the job is unconfirmed, so it is not taken back. Check it again first: it may have been made, or may still be."
            other="# changes of the job are unconfirmed, so they are not taken back. Check them again first: they may have been made, or may still be."
          />
        </Alert>
      )}
      <Review
        wishes={wishes}
        leftOut={leftOut}
        undoOf={job}
        onBack={() => void navigate(-1)}
        onApplied={(jobId) => void navigate(`/jobs/${encodeURIComponent(jobId)}`)}
      >
        {(excluded, onToggle) =>
          doubtful.length > 0 && (
            <DoubtfulPairs pairs={doubtful} excluded={excluded} onToggle={onToggle} />
          )
        }
      </Review>
    </Page>
  );
}
