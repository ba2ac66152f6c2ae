import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { useJobManager } from '@/jobs/JobsProvider';
import { isCancelled, isOpen, isRetryable } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';

interface JobActionsProps {
  view: JobView;
  isChecking: boolean;
  onCheck: () => void;
}

/** What can be done with a job as it stands. */
export function JobActions({ view, isChecking, onCheck }: JobActionsProps) {
  const jobs = useJobManager();
  const navigate = useNavigate();
  const { job, counts, runner, halting } = view;
  const isOver = job.status === 'finished' || job.status === 'cancelled';
  const runsHere = runner === 'here';
  const isIdle = runner === 'nobody';
  // A lost permission may be back: resuming is how one finds out.
  const mayChange = useReadOnly() === 'no';
  const isToPlan = mayChange && isIdle && isOver;
  const plan = (how: 'undo' | 'retry' | 'cancelled') =>
    void navigate(`/assign?${how}=${encodeURIComponent(job.id)}`);

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
      {isToPlan && view.pairs.some(isRetryable) && (
        <Button variant="contained" onClick={() => plan('retry')}>
          <Trans>Retry failed</Trans>
        </Button>
      )}
      {isIdle && isOver && view.pairs.some(isOpen) && (
        <Button onClick={onCheck} loading={isChecking}>
          <Trans>Check again</Trans>
        </Button>
      )}
      {isToPlan && view.pairs.some(isCancelled) && (
        <Button onClick={() => plan('cancelled')}>
          <Trans>Take up what was cancelled</Trans>
        </Button>
      )}
      {mayChange && isIdle && counts.done > 0 && (
        <Button onClick={() => plan('undo')}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </>
  );
}
