import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useApi } from '@/api/ApiProvider';
import { useReadOnly } from '@/api/useReadOnly';

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
        <Button
          color="inherit"
          size="small"
          onClick={() => readOnly.choose(false)}
          sx={{ whiteSpace: 'nowrap' }}
        >
          <Trans>Leave read-only mode</Trans>
        </Button>
      }
    >
      <Trans>Read-only mode: no changes are offered or sent.</Trans>
    </Alert>
  );
}
