import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { Link as RouterLink, useParams } from 'react-router';
import { CopyButton } from '@/components/page/CopyButton';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { HowToGet } from '@/components/permission/HowToGet';
import { Section } from '@/components/section/Section';
import { useJob } from '@/jobs/JobsProvider';
import type { JobProblem } from '@/jobs/job';
import { JobActions } from './JobActions';
import { JobProgress } from './JobProgress';
import { Results } from './Results';

const BACK = { to: '/jobs', label: 'Jobs' };

export function JobPage() {
  const { jobId = '' } = useParams();
  const view = useJob(jobId);

  if (view === undefined) {
    return (
      <Page title="Job" back={BACK}>
        <LinearProgress aria-label="Loading the job" />
      </Page>
    );
  }
  if (view === null) {
    return (
      <Page title="No such job" back={BACK}>
        <EmptyState
          title="This browser has no job at this address for you"
          description="Jobs are kept in the browser that ran them, each for the person who ran it."
          action={
            <Button component={RouterLink} to="/jobs">
              See your jobs
            </Button>
          }
        />
      </Page>
    );
  }

  const { job } = view;
  return (
    <Page title={job.title} back={BACK} actions={<JobActions view={view} />}>
      {job.undoOf && (
        <Alert severity="info">
          Undoes{' '}
          <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.undoOf)}`}>
            an earlier job
          </Link>
        </Alert>
      )}
      {job.problem && view.runner === 'nobody' && <Problem problem={job.problem} />}
      <Section title="Progress">
        <JobProgress view={view} />
      </Section>
      <Results view={view} />
    </Page>
  );
}

const ADVICE: Readonly<Record<JobProblem['kind'], string>> = {
  signIn: 'Sign in again, then resume the job.',
  forbidden: 'Nothing more is sent until you resume.',
  readOnly: 'Leave read-only mode, then resume the job.',
  rateLimit: 'The rate limit of the service is used up. Resume in a minute.',
  storage:
    'Make room, for example by deleting snapshots on the audit page, then resume. Nothing is sent that is not written down.',
  connection: 'The job goes on by itself when the connection is back, or when you resume it.',
  service: 'Resume the job to try again. Nothing is sent twice: the users are read first.',
};

function Problem({ problem }: { problem: JobProblem }) {
  return (
    <Alert severity="warning">
      The job was halted: {problem.message} {ADVICE[problem.kind]}{' '}
      {problem.kind === 'forbidden' && <HowToGet anyOf={['authorization:grant:add']} />}
      {problem.contextId && <CopyButton text={problem.contextId} label="Copy context ID" />}
    </Alert>
  );
}
