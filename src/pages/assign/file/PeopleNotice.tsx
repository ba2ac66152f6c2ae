import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { formatNumber } from '@/i18n/formats';
import { useOrganization, useOrganizationStore } from '@/organization/OrganizationProvider';

/** Says when not all people are known, so that a name or an email may yet turn out to be somebody. */
export function PeopleNotice() {
  const { t } = useLingui();
  const { status, loadedAt, progress, gaps, error } = useOrganization();
  const store = useOrganizationStore();
  const lacksPeople = gaps.some(({ part }) => part === 'people');

  if (status === 'failed') {
    return (
      <ErrorNotice
        title={t`The organization could not be read, so its users cannot be found`}
        error={error}
        onRetry={() => store.refresh()}
      />
    );
  }
  if ((status === 'loading' || status === 'idle') && (loadedAt === undefined || lacksPeople)) {
    const { done, total } = progress.people;
    const read = formatNumber(done);
    const all = total === undefined ? undefined : formatNumber(total);
    return (
      <Alert severity="info">
        {all === undefined ? (
          <Trans>People are still being loaded: {read} pages.</Trans>
        ) : (
          <Trans>
            People are still being loaded: {read} of {all} pages.
          </Trans>
        )}{' '}
        <Trans>
          The rows are looked up again as they arrive, and can be reviewed when all are there.
        </Trans>
      </Alert>
    );
  }
  if (!lacksPeople) return null;
  return (
    <ErrorNotice
      title={t`Not every person could be read, so names are not trusted; ids and emails are`}
      error={error}
      onRetry={() => store.retryGaps()}
    />
  );
}
