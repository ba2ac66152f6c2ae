import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { ActionLabel } from '@/components/change/ActionLabel';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatDateTime } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { UserJob } from '@/jobs/JobStore';
import { useUserJobs } from '@/jobs/JobsProvider';
import { PairStateLabel } from './PairStateLabel';

/** What a table of them says, in the language of the moment. */
const columns = (): readonly Column<UserJob>[] => [
  {
    id: 'job',
    header: t`Job`,
    cell: ({ job }) => (
      <Link component={RouterLink} to={`/jobs/${encodeURIComponent(job.id)}`}>
        {job.title}
      </Link>
    ),
  },
  { id: 'when', header: t`Begun`, cell: ({ job }) => formatDateTime(job.createdAt) },
  {
    id: 'changes',
    header: t`Changes to this user`,
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
  useLanguage();
  const { data, error, isPending, refetch } = useUserJobs(userId);
  if (error) {
    return (
      <ErrorNotice
        title={t`The jobs of this browser could not be read`}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data?.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Trans>No job of yours in this browser changed this user.</Trans>
      </Typography>
    );
  }
  return (
    <DataTable
      label={t`Jobs of this user`}
      columns={columns()}
      rows={data ?? []}
      rowKey={({ job }) => job.id}
      loadingRows={isPending ? 1 : 0}
      limit={10}
    />
  );
}
