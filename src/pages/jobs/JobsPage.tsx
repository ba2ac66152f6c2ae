import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatDateTime, formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { useJobs } from '@/jobs/JobsProvider';
import type { Job } from '@/jobs/job';

const columns = (): readonly Column<Job>[] => [
  {
    id: 'title',
    header: t`Job`,
    cell: (job) => (
      <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.id)}`}>
        {job.title}
      </Link>
    ),
  },
  { id: 'status', header: t`Status`, cell: (job) => t(STATUS_WORDS[job.status]) },
  {
    id: 'pairs',
    header: t`Changes`,
    cell: (job) => formatNumber(job.pairCount),
    isNumeric: true,
  },
  { id: 'createdAt', header: t`Begun`, cell: (job) => formatDateTime(job.createdAt) },
];

const STATUS_WORDS: Readonly<Record<Job['status'], MessageDescriptor>> = {
  planned: msg`Not begun`,
  running: msg`Running or interrupted`,
  paused: msg`Paused`,
  finished: msg`Finished`,
  cancelled: msg`Cancelled`,
};

/** The history of this browser. */
export function JobsPage() {
  useLanguage();
  const { data: jobs, error, isPending, refetch } = useJobs();
  return (
    <Page
      title={t`Jobs`}
      description={t`Your batch changes in this browser. Other browsers and other people have their own lists.`}
    >
      {error && (
        <ErrorNotice
          title={t`The jobs of this browser could not be read`}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {jobs?.length === 0 ? (
        <EmptyState
          title={t`No jobs yet`}
          description={t`Assign or unassign licenses in a batch, and the job is kept here: what it changed, and how to undo it.`}
          action={
            <Button component={RouterLink} to="/assign">
              <Trans>Batch assign</Trans>
            </Button>
          }
        />
      ) : (
        !error && (
          <DataTable
            label={t`Jobs`}
            columns={columns()}
            rows={jobs ?? []}
            rowKey={(job) => job.id}
            loadingRows={isPending ? 3 : 0}
          />
        )
      )}
    </Page>
  );
}
