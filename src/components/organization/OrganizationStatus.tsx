import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { durationText } from '@/components/jobs/jobWords';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { useTimeLeft } from '@/components/rate/useTimeLeft';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { ShortList } from '@/organization/census';
import type { Part, ReadProgress } from '@/organization/loadOrganization';
import { useOrganization, useOrganizationStore } from '@/organization/OrganizationProvider';
import { Age } from './Age';

const PARTS = ['assignments', 'people'] as const satisfies readonly Part[];

/** How far the organization is read, how old it is, what could not be read, and how to read it again. */
export const OrganizationStatus = memo(function OrganizationStatus() {
  useLanguage();
  const { status, isPaused, progress, gaps, error, loadedAt } = useOrganization();
  const store = useOrganizationStore();
  const isLoading = status === 'loading' || status === 'idle';
  return (
    <Stack sx={{ gap: 0.5 }}>
      {/* One line whatever it says, so that the page below does not jump; what is cut off is read aloud all the same. */}
      <Stack direction="row" sx={{ alignItems: 'center', columnGap: 2 }}>
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }} component="div">
          {loadedAt !== undefined && <Age since={loadedAt} />}
          {isLoading && (
            <>
              {' '}
              {isPaused ? t`Reading is paused.` : t`Reading the organization…`}{' '}
              {progressText(progress)}
              {!isPaused && <TimeLeft />}
            </>
          )}
        </Typography>
        {isLoading && (
          <Button
            size="small"
            onClick={() => (isPaused ? store.resume() : store.pause())}
            sx={{ flexShrink: 0 }}
          >
            {isPaused ? t`Resume reading` : t`Pause reading`}
          </Button>
        )}
        <Button
          size="small"
          disabled={isLoading}
          onClick={() => store.refresh()}
          sx={{ flexShrink: 0 }}
        >
          <Trans>Refresh</Trans>
        </Button>
      </Stack>
      {/* Keeps its place when nothing loads, so that the page below does not jump. */}
      <Box sx={{ height: 4 }}>
        {isLoading && (
          <LinearProgress aria-label={t`Reading the organization`} {...shareRead(progress)} />
        )}
      </Box>
      {isLoading && !isPaused && <RateLimitCountdown />}
      {status === 'failed' && (
        <ErrorNotice
          title={t`The organization could not be read`}
          error={error}
          onRetry={() => store.refresh()}
        />
      )}
      {status === 'partial' && (
        <ErrorNotice
          title={missingText(gaps)}
          error={error instanceof ShortList ? new Error(shortListText(error, gaps)) : error}
          onRetry={() => store.retryGaps()}
        />
      )}
    </Stack>
  );
});

function TimeLeft() {
  const { progress, activeMs } = useOrganization();
  const { done, total } = pagesOf(progress);
  const left = useTimeLeft({
    name: 'organization',
    isRunning: true,
    requests: done,
    settled: done,
    requestsLeft: () => (total === undefined ? undefined : total - done),
  });
  if (left === undefined || activeMs < WORTH_SAYING_AFTER_MS) return null;
  const duration = durationText(left);
  return <Trans>, about {duration} left</Trans>;
}

/** What takes less needs no estimate, and the first pages say little of those to come. */
const WORTH_SAYING_AFTER_MS = 2_000;

function progressText(progress: Readonly<Record<Part, ReadProgress>>): string {
  const texts = PARTS.filter((part) => progress[part].done > 0).map((part) => {
    const { done, total } = progress[part];
    return pagesText(
      part,
      formatNumber(done),
      total === undefined ? undefined : formatNumber(total),
    );
  });
  return texts.join(', ');
}

function pagesText(part: Part, done: string, total: string | undefined): string {
  if (part === 'people') {
    return total === undefined ? t`people: ${done} pages` : t`people: ${done} of ${total} pages`;
  }
  return total === undefined
    ? t`assignments: ${done} pages`
    : t`assignments: ${done} of ${total} pages`;
}

interface Pages {
  readonly done: number;
  /** Known only when every part has said how many pages it has. */
  readonly total: number | undefined;
}

function pagesOf({ assignments, people }: Readonly<Record<Part, ReadProgress>>): Pages {
  const isKnown = assignments.total !== undefined && people.total !== undefined;
  return {
    done: assignments.done + people.done,
    total: isKnown ? assignments.total + people.total : undefined,
  };
}

function shareRead(progress: Readonly<Record<Part, ReadProgress>>) {
  const { done, total } = pagesOf(progress);
  if (total === undefined) return { variant: 'indeterminate' as const };
  return { variant: 'determinate' as const, value: total === 0 ? 100 : (100 * done) / total };
}

/** A list came to its end without some: it shifted while it was read, or it is cut. */
function shortListText(
  { read, total, reason }: ShortList,
  gaps: readonly { part: Part; error: unknown }[],
): string {
  if (reason === 'self') {
    return t`The list of users does not even include you, so it is not the whole list. You may not see every division. Users who are missing here are not treated as removed.`;
  }
  const [readText, totalText] = [formatNumber(read), formatNumber(total)];
  return gaps[0]?.part === 'people'
    ? t`${readText} of ${totalText} users were read. The list may have changed meanwhile, end early, or leave out divisions that you cannot see. Users who are missing here are not treated as removed.`
    : t`The assignments of ${readText} of ${totalText} users were read. The list may have changed meanwhile, or end early. What the others hold is not known.`;
}

function missingText(gaps: readonly { part: Part }[]): string {
  const [first, second] = new Set(gaps.map(({ part }) => part));
  if (second) return t`Some of the organization could not be read: assignments and people`;
  return first === 'people'
    ? t`Some of the organization could not be read: people`
    : t`Some of the organization could not be read: assignments`;
}
