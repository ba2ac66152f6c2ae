import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { useJob } from '@/jobs/JobsProvider';
import type { JobView } from '@/jobs/jobView';

interface JobToPlanProps {
  jobId: string;
  /** Where there is no such job. */
  nothing: string;
  children: (view: JobView) => ReactNode;
}

/** Finds the job that a plan is made from. */
export function JobToPlan({ jobId, nothing, children }: JobToPlanProps) {
  const { t } = useLingui();
  const view = useJob(jobId);
  if (view) return children(view);
  return (
    <Page title={t`Batch assign`}>
      {view === undefined ? (
        <LinearProgress aria-label={t`Loading the job`} />
      ) : (
        <EmptyState
          title={nothing}
          description={t`This browser has no such job of yours.`}
          action={
            <Button component={RouterLink} to="/jobs">
              <Trans>See your jobs</Trans>
            </Button>
          }
        />
      )}
    </Page>
  );
}
