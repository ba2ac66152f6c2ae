import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import { useJobs } from '@/jobs/JobsProvider';

/** Jobs that run or wait to be gone on with; nothing where there are none. */
export function OpenJobs() {
  const { data: jobs = [] } = useJobs();
  const open = jobs.filter(({ status }) => status !== 'finished' && status !== 'cancelled');
  if (open.length === 0) return null;
  return (
    <Stack sx={{ gap: 1 }}>
      {open.map((job) => (
        <Alert
          key={job.id}
          severity={job.status === 'running' ? 'info' : 'warning'}
          action={
            <Button
              component={RouterLink}
              to={`/jobs/${encodeURIComponent(job.id)}`}
              color="inherit"
              size="small"
            >
              <Trans>See the job</Trans>
            </Button>
          }
        >
          {job.status === 'running' ? (
            <Trans>{job.title}: running or interrupted</Trans>
          ) : (
            <Trans>{job.title}: waits to be resumed</Trans>
          )}
        </Alert>
      ))}
    </Stack>
  );
}
