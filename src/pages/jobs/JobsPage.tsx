import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useJobs } from '@/jobs/JobsProvider';
import type { Job } from '@/jobs/job';

const COLUMNS: readonly Column<Job>[] = [
  {
    id: 'title',
    header: 'Job',
    cell: (job) => (
      <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.id)}`}>
        {job.title}
      </Link>
    ),
  },
  { id: 'status', header: 'Status', cell: (job) => STATUS_WORDS[job.status] },
  {
    id: 'pairs',
    header: 'Changes',
    cell: (job) => job.pairCount.toLocaleString(),
    isNumeric: true,
  },
  { id: 'createdAt', header: 'Begun', cell: (job) => new Date(job.createdAt).toLocaleString() },
];

const STATUS_WORDS: Readonly<Record<Job['status'], string>> = {
  planned: 'Not begun',
  running: 'Running or interrupted',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Cancelled',
};

/** The history of this browser. */
export function JobsPage() {
  const { data: jobs, error, isPending, refetch } = useJobs();
  return (
    <Page
      title="Jobs"
      description="Your batch changes in this browser. Other browsers and other people have their own lists."
    >
      {error && (
        <ErrorNotice
          title="The jobs of this browser could not be read"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {jobs?.length === 0 ? (
        <EmptyState
          title="No jobs yet"
          description="Assign or unassign licenses in a batch, and the job is kept here: what it changed, and how to undo it."
          action={
            <Button component={RouterLink} to="/assign">
              Batch assign
            </Button>
          }
        />
      ) : (
        !error && (
          <DataTable
            label="Jobs"
            columns={COLUMNS}
            rows={jobs ?? []}
            rowKey={(job) => job.id}
            loadingRows={isPending ? 3 : 0}
          />
        )
      )}
    </Page>
  );
}
