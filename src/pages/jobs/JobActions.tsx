import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { useJobManager } from '@/jobs/JobsProvider';
import { isRetryable } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';

/** What can be done with a job as it stands. */
export function JobActions({ view }: { view: JobView }) {
  const jobs = useJobManager();
  const navigate = useNavigate();
  const { job, counts, runner, halting } = view;
  const isOver = job.status === 'finished' || job.status === 'cancelled';
  const runsHere = runner === 'here';
  const isIdle = runner === 'nobody';
  // A lost permission may be back: resuming is how one finds out.
  const mayChange = useReadOnly() === 'no';

  return (
    <>
      {runsHere && (
        <Button onClick={() => jobs.pause(job.id)} disabled={halting !== undefined}>
          <Trans>Pause</Trans>
        </Button>
      )}
      {mayChange && isIdle && !isOver && (
        <Button variant="contained" onClick={() => void jobs.run(job.id)}>
          <Trans>Resume</Trans>
        </Button>
      )}
      {!isOver && runner !== 'elsewhere' && (
        <Button
          color="error"
          onClick={() => void jobs.cancel(job.id)}
          disabled={halting === 'cancel'}
        >
          <Trans>Cancel</Trans>
        </Button>
      )}
      {mayChange && isIdle && isOver && view.pairs.some(isRetryable) && (
        <Button variant="contained" onClick={() => void jobs.retryFailed(job.id)}>
          <Trans>Retry failed</Trans>
        </Button>
      )}
      {mayChange && isIdle && counts.done > 0 && (
        <Button onClick={() => void navigate(`/assign?undo=${encodeURIComponent(job.id)}`)}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </>
  );
}
