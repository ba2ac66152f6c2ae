import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useApi } from '@/api/ApiProvider';
import { useReadOnly } from '@/api/useReadOnly';
import { NoticeAction } from '@/components/page/NoticeAction';

/** Says that nothing can be changed here, and how that ends. */
export function ReadOnlyBar() {
  const { t } = useLingui();
  const { readOnly } = useApi();
  const state = useReadOnly();
  if (state === 'no') return null;
  if (state === 'configured') {
    return (
      <Alert role="region" aria-label={t`Read-only mode`} severity="info" square>
        <Trans>
          This console is read-only: no changes are offered or sent. Whoever runs it can end that in
          its config.json.
        </Trans>
      </Alert>
    );
  }
  return (
    <Alert
      role="region"
      aria-label={t`Read-only mode`}
      severity="info"
      square
      action={
        <NoticeAction onClick={() => readOnly.choose(false)}>
          <Trans>Leave read-only mode</Trans>
        </NoticeAction>
      }
    >
      <Trans>Read-only mode: no changes are offered or sent.</Trans>
    </Alert>
  );
}
