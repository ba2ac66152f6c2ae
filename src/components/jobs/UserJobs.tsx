import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { ActionLabel } from '@/components/change/ActionLabel';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import type { UserJob } from '@/jobs/JobStore';
import { useUserJobs } from '@/jobs/JobsProvider';
import { PairStateLabel } from './PairStateLabel';

const COLUMNS: readonly Column<UserJob>[] = [
  {
    id: 'job',
    header: 'Job',
    cell: ({ job }) => (
      <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.id)}`}>
        {job.title}
      </Link>
    ),
  },
  { id: 'when', header: 'Begun', cell: ({ job }) => new Date(job.createdAt).toLocaleString() },
  {
    id: 'changes',
    header: 'Changes to this user',
    cell: ({ pairs }) => (
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        {pairs.map(({ action, licenseId, state }) => (
          <span key={licenseId}>
            <ActionLabel action={action} /> {licenseId} <PairStateLabel state={state} />
          </span>
        ))}
      </Box>
    ),
  },
];

/** What batch changes of this browser did to one user. */
export function UserJobs({ userId }: { userId: string }) {
  const { data, error, isPending, refetch } = useUserJobs(userId);
  if (error) {
    return (
      <ErrorNotice
        title="The jobs of this browser could not be read"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data?.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        No job of yours in this browser changed this user.
      </Typography>
    );
  }
  return (
    <DataTable
      label="Jobs of this user"
      columns={COLUMNS}
      rows={data ?? []}
      rowKey={({ job }) => job.id}
      loadingRows={isPending ? 1 : 0}
      limit={10}
    />
  );
}
