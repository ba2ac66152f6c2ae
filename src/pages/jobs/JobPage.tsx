import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useMutation } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { CopyButton } from '@/components/page/CopyButton';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { RefusalAdvice } from '@/components/permission/RefusalAdvice';
import { Section } from '@/components/section/Section';
import { useJob, useJobManager } from '@/jobs/JobsProvider';
import type { JobProblem } from '@/jobs/job';
import { JobActions } from './JobActions';
import { JobProgress } from './JobProgress';
import { Results } from './Results';

export function JobPage() {
  const { t } = useLingui();
  const { jobId = '' } = useParams();
  const view = useJob(jobId);
  const jobs = useJobManager();
  const mayChange = useReadOnly() === 'no';
  const check = useMutation({ mutationFn: () => jobs.checkAgain(jobId) });
  const back = { to: '/jobs', label: t`Jobs` };

  if (view === undefined) {
    return (
      <Page title={t`Job`} back={back}>
        <LinearProgress aria-label={t`Loading the job`} />
      </Page>
    );
  }
  if (view === null) {
    return (
      <Page title={t`No such job`} back={back}>
        <EmptyState
          title={t`This browser has no job at this address for you`}
          description={t`Jobs are kept in the browser that ran them, each for the person who ran it.`}
          action={
            <Button component={RouterLink} to="/jobs">
              <Trans>See your jobs</Trans>
            </Button>
          }
        />
      </Page>
    );
  }

  const { job } = view;
  return (
    <Page
      title={job.title}
      back={back}
      actions={
        <JobActions view={view} isChecking={check.isPending} onCheck={() => check.mutate()} />
      }
    >
      {job.undoOf && (
        <Alert severity="info">
          <Trans>
            Undoes{' '}
            <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.undoOf)}`}>
              an earlier job
            </Link>
          </Trans>
        </Alert>
      )}
      {job.problem && view.runner === 'nobody' && <Problem problem={job.problem} />}
      {check.error && (
        <ErrorNotice title={t`The users could not be read again`} error={check.error} />
      )}
      {mayChange && jobs.goesOnByItself(view) && (
        <Alert severity="info">
          <Trans>It goes on by itself in a few seconds, unless you cancel it.</Trans>
        </Alert>
      )}
      <Section title={t`Progress`}>
        <JobProgress view={view} />
      </Section>
      <Results view={view} />
    </Page>
  );
}

const ADVICE: Readonly<Record<JobProblem['kind'], MessageDescriptor>> = {
  signIn: msg`Sign in again, then resume the job.`,
  forbidden: msg`Nothing more is sent until you resume.`,
  readOnly: msg`Leave read-only mode, then resume the job.`,
  rateLimit: msg`The rate limit of the service is used up. Resume in a minute.`,
  storage: msg`Make room, for example by deleting snapshots on the audit page, then resume. Nothing is sent that is not written down.`,
  connection: msg`The job goes on by itself when the connection is back, or when you resume it.`,
  service: msg`Resume the job to try again. Nothing is sent twice: the users are read first.`,
};

function Problem({ problem }: { problem: JobProblem }) {
  const { t } = useLingui();
  return (
    <Alert severity="warning">
      <Trans>The job was halted: {problem.message}</Trans> {t(ADVICE[problem.kind])}{' '}
      {problem.refusal && <RefusalAdvice refusal={problem.refusal} />}
      {problem.contextId && <CopyButton text={problem.contextId} label={t`Copy context ID`} />}
    </Alert>
  );
}
