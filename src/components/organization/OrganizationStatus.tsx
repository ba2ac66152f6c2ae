import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import type { Part, ReadProgress } from '@/organization/loadOrganization';
import { useOrganization, useOrganizationStore } from '@/organization/OrganizationProvider';
import { Age } from './Age';

const PARTS = ['assignments', 'people'] as const satisfies readonly Part[];
const PART_NAMES: Readonly<Record<Part, string>> = { assignments: 'assignments', people: 'people' };

/** How far the organization is read, how old it is, what could not be read, and how to read it again. */
export const OrganizationStatus = memo(function OrganizationStatus() {
  const { status, progress, gaps, error, loadedAt } = useOrganization();
  const store = useOrganizationStore();
  const isLoading = status === 'loading' || status === 'idle';
  return (
    <Stack sx={{ gap: 0.5 }}>
      <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }} component="div">
          {loadedAt !== undefined && <Age since={loadedAt} />}
          {isLoading && <> Reading the organization… {progressText(progress)}</>}
        </Typography>
        <Button size="small" disabled={isLoading} onClick={() => store.refresh()}>
          Refresh
        </Button>
      </Stack>
      {/* Keeps its place when nothing loads, so that the page below does not jump. */}
      <Box sx={{ height: 4 }}>
        {isLoading && (
          <LinearProgress aria-label="Reading the organization" {...shareRead(progress)} />
        )}
      </Box>
      {isLoading && <RateLimitCountdown />}
      {status === 'failed' && (
        <ErrorNotice
          title="The organization could not be read"
          error={error}
          onRetry={() => store.refresh()}
        />
      )}
      {status === 'partial' && (
        <ErrorNotice
          title={`Some of the organization could not be read: ${missingParts(gaps)}`}
          error={error}
          onRetry={() => store.retryGaps()}
        />
      )}
    </Stack>
  );
});

function progressText(progress: Readonly<Record<Part, ReadProgress>>): string {
  const texts = PARTS.filter((part) => progress[part].done > 0).map((part) => {
    const { done, total } = progress[part];
    const of = total === undefined ? '' : ` of ${total.toLocaleString()}`;
    return `${PART_NAMES[part]}: ${done.toLocaleString()}${of} pages`;
  });
  return texts.join(', ');
}

/** A share is honest only when every part has said how many pages it has. */
function shareRead({ assignments, people }: Readonly<Record<Part, ReadProgress>>) {
  if (assignments.total === undefined || people.total === undefined) {
    return { variant: 'indeterminate' as const };
  }
  const total = assignments.total + people.total;
  const done = assignments.done + people.done;
  return { variant: 'determinate' as const, value: total === 0 ? 100 : (100 * done) / total };
}

function missingParts(gaps: readonly { part: Part }[]): string {
  return [...new Set(gaps.map((gap) => PART_NAMES[gap.part]))].join(' and ');
}
